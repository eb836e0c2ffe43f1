import type { OrderStatus } from '@liandong/shared/order.lifecycle';
import { useTranslation } from 'react-i18next';
import { Severity } from '../ui/Severity';
import { ActionTiles } from './ActionTiles';
import { DueHeader } from './DueHeader';
import { PositionQuestion } from './PositionQuestion';
import { open } from './page';
import { isUnanswered } from './project.rules';
import type { Entry } from './queue.rules';
import { ReportBar } from './ReportBar';
import { StampsLine } from './StampsLine';

interface Props extends Entry {
  centrePhone: string;
  ringing: boolean;
  needsTouch: boolean;
  onMute: () => void;
}

function RingingStrip({ needsTouch, onMute }: Pick<Props, 'needsTouch' | 'onMute'>) {
  const { t } = useTranslation('field');
  return (
    <div className="ringing" role="alert">
      <b>● {t('newOrder')}</b>
      <span>{t(needsTouch ? 'sound.enable' : 'sound.ringing')}</span>
      {!needsTouch && (
        <button type="button" onClick={onMute}>
          {t('sound.mute')}
        </button>
      )}
    </div>
  );
}

/** Post, person and phone of who commands at the scene, as far as they are known. */
const commandOf = ({ sceneCommand, sceneCommander }: Entry['order']['incident']): string | null =>
  sceneCommander ? `${sceneCommand ?? ''} ${sceneCommander.name} ${sceneCommander.phone}` : sceneCommand;

function Facts({ order }: Pick<Entry, 'order'>) {
  const { t } = useTranslation('field');
  const { incident, companions, task } = order;
  const place = incident.placeText ?? incident.townshipName;
  const facts: [string, string | null][] = [
    [t('fact.place'), place !== null && !incident.narrative.includes(place.replaceAll(' ', '')) ? place : null],
    [t('fact.task'), task || null],
    [t('fact.command'), commandOf(incident)],
    [t('fact.companions'), companions.length > 0 ? companions.join(' · ') : t('alone')],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** 反馈单: begun at the scene, submitted after the end. */
const MAY_WRITE: readonly OrderStatus[] = ['on_scene', 'cleared'];

function FormButton({ orderId }: { orderId: string }) {
  const { t } = useTranslation('field');
  return (
    <button
      type="button"
      className="small wide"
      onClick={() => open({ name: 'feedback', id: orderId })}
      data-testid="field-btn-feedback"
    >
      {t('paper.feedback.write')} ›
    </button>
  );
}

/** One order on the whole screen: how long, what, where, who, and what to press. */
export function OrderCard({ order, shown, centrePhone, ringing, needsTouch, onMute }: Props) {
  const { t } = useTranslation('field');
  const { incident } = order;
  return (
    <article className="order" data-testid={`field-order-${order.code}`}>
      {ringing && <RingingStrip needsTouch={needsTouch} onMute={onMute} />}
      <DueHeader order={order} shown={shown} />
      <div className="order-body">
        <h1>
          <Severity level={incident.severity} size={34} />
          {incident.type?.name ?? t('typeUnknown')}
          {incident.drill && <span className="drill">{t('drill')}</span>}
        </h1>
        <p className="narrative">{incident.narrative}</p>
        {order.target.placeUnknown && <p className="note near">▲ {t('placeUnknown')}</p>}
        <Facts order={order} />
        <ActionTiles order={order} centrePhone={centrePhone} />
        <StampsLine shown={shown} />
        {MAY_WRITE.includes(shown.status) && <FormButton orderId={order.id} />}
        {!isUnanswered(shown.status) && <PositionQuestion />}
      </div>
      <ReportBar order={order} shown={shown} />
    </article>
  );
}
