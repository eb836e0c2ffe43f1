import { INVALID_CODES } from '@liandong/shared/incident';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../ui/notice';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { CallForIncident } from '../forces/CallExpertsDialog';
import { SituationDialog } from '../upward/SituationDialog';
import { UpwardDrawer } from '../upward/UpwardDrawer';
import { nextStage, stageLines } from '../upward/upward.rules';
import { closeIncident, type InvalidCode, invalidate, reopen, unmerge } from './actions';
import { ChangeDialog } from './acts/ChangeDialog';
import { CommandDialog } from './acts/CommandDialog';
import { JoinCallDialog } from './acts/JoinCallDialog';
import { MergeDialog } from './acts/MergeDialog';
import { NoteDialog } from './acts/NoteDialog';
import { ReceiptDialog } from './acts/ReceiptDialog';
import { TransferDialog } from './acts/TransferDialog';
import type { Shown } from './Detail';
import { type Asking, ask, useDesk } from './desk-state';
import { OrderDialogs } from './OrderDialogs';
import { usePossibleActs } from './use-possible-acts';

type OfIncident = Extract<Asking, { of: 'incident' }>;
const done = (): void => ask(null);

/** The sheet that asks for what an act needs. */
function IncidentDialog({ shown, asking }: { shown: Shown; asking: OfIncident }) {
  const { t } = useTranslation(['acts', 'desk', 'signs']);
  const { incident, orders, detail } = shown;
  const { act, text = '' } = asking;
  const close = done;
  switch (act) {
    case 'situation':
      return <SituationDialog incident={incident} text={text} onClose={close} />;
    case 'upward': {
      const lines = stageLines(detail?.obligations ?? shown.owed, detail?.upwardReports ?? []);
      const stage = asking.stage ?? nextStage(lines, incident.status === 'closed');
      return <UpwardDrawer incident={incident} stage={stage} onClose={close} />;
    }
    case 'note':
      return <NoteDialog incident={incident} text={text} onClose={close} />;
    case 'call':
      return <JoinCallDialog incident={incident} text={text} onClose={close} />;
    case 'change':
      return <ChangeDialog incident={incident} onClose={close} />;
    case 'command':
      return <CommandDialog incident={incident} orders={orders} onClose={close} />;
    case 'merge':
      return <MergeDialog incident={incident} dispatched={orders.length > 0} onClose={close} />;
    case 'transfer':
      return <TransferDialog incident={incident} onClose={close} />;
    case 'receipt': {
      const referral = detail?.referrals.find((each) => each.receivedAt === null);
      return referral === undefined ? null : (
        <ReceiptDialog incidentId={incident.id} referral={referral} onClose={close} />
      );
    }
    case 'experts':
      return <CallForIncident incident={incident} onClose={close} />;
    case 'takeCommand':
      return null;
    case 'unmerge':
    case 'reopen':
      return (
        <ReasonDialog
          title={t(`acts:act.${act}`)}
          label={t('desk:reason')}
          onDone={(reason) => void (act === 'unmerge' ? unmerge : reopen)(incident.id, reason)}
          onClose={close}
        />
      );
    case 'close':
      return (
        <ReasonDialog
          title={t('desk:closeWaived')}
          label={t('desk:closeReason')}
          onDone={(reason) => void closeIncident(incident.id, reason)}
          onClose={close}
        />
      );
    case 'invalid':
      return (
        <ReasonDialog
          title={t('desk:invalid')}
          label={t('desk:reason')}
          codes={INVALID_CODES.map((code) => [code, t(`signs:invalid.${code}`)] as const)}
          onDone={(reason, code) => void invalidate(incident.id, reason, code as InvalidCode)}
          onClose={close}
        />
      );
  }
}

/** Whatever the desk asks about the selected incident; what is not possible now is said, not shown. */
export function DeskDialogs({ shown }: { shown: Shown }) {
  const { t } = useTranslation('acts');
  const asking = useDesk((desk) => desk.asking);
  const acts = usePossibleActs(shown);
  const refused = asking?.of === 'incident' && !acts.includes(asking.act) ? asking.act : null;
  useEffect(() => {
    if (refused === null) return;
    ask(null);
    notify(t('notNow', { act: t(`act.${refused}`) }), true);
  }, [refused, t]);
  if (asking === null || refused !== null) return null;
  if (asking.of === 'order') return <OrderDialogs shown={shown} asking={asking} />;
  return <IncidentDialog key={asking.act} shown={shown} asking={asking} />;
}
