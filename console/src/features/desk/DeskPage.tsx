import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { liveStore, useLive } from '../../live/store';
import { useKeys } from '../../ui/keys';
import { Notices } from '../../ui/notice';
import { DispatchPanel } from '../dispatch/DispatchPanel';
import { EquipmentDialog } from '../forces/EquipmentDialog';
import { IntakePanel } from '../intake/IntakePanel';
import { CommandBar } from './CommandBar';
import { Detail } from './Detail';
import { deskStore, openDispatch, openIntake, pickOnMap, showHelp, toggleLayerMenu, useDesk } from './desk-state';
import { KeyHelp } from './KeyHelp';
import { PhoneCard } from './PhoneCard';
import { Queue } from './Queue';
import './desk.css';

/** The map library is large and drawn last: the queue is there before it. */
const DeskMap = lazy(() => import('../../map/DeskMap'));

function useDeskKeys(): void {
  const { may } = useSession();
  useKeys({
    F2: () => may('incident.take') && openIntake(),
    F4: () =>
      may('order.issue') && liveStore.getState().rows.has(deskStore.getState().selectedId ?? '') && openDispatch(),
    l: toggleLayerMenu,
    '?': () => showHelp(true),
    Escape: () => pickOnMap(false),
  });
}

/** The dispatcher's desk: queue, map, detail, command bar. */
export default function DeskPage() {
  const { t } = useTranslation('desk');
  useDeskKeys();
  const panel = useDesk((desk) => desk.panel);
  const selectedId = useDesk((desk) => desk.selectedId);
  const phoneOf = useDesk((desk) => desk.phoneOf);
  const equipment = useDesk((desk) => desk.equipment);
  const help = useDesk((desk) => desk.help);
  const stale = useLive((live) => live.connection === 'lost');
  return (
    <main className={`desk${stale ? ' stale' : ''}`} aria-label={t('desk')}>
      <Queue />
      <section className="map-area" aria-label={t('map')}>
        <Suspense fallback={<p className="page-note">{t('loadingMap')}</p>}>
          <DeskMap />
        </Suspense>
      </section>
      <Detail />
      <CommandBar />
      {panel === 'intake' && <IntakePanel />}
      {panel === 'dispatch' && selectedId !== null && <DispatchPanel key={selectedId} incidentId={selectedId} />}
      {phoneOf !== null && <PhoneCard key={phoneOf} code={phoneOf} />}
      {equipment !== null && <EquipmentDialog key={equipment} query={equipment} />}
      {help && <KeyHelp />}
      <Notices />
    </main>
  );
}
