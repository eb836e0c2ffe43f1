import { WAIVER_CODES } from '@liandong/shared/obligation';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { rebase, recall, type WaiverCode, waive } from './actions';
import { BackfillDialog } from './acts/BackfillDialog';
import { CorrectDialog } from './acts/CorrectDialog';
import type { Shown } from './Detail';
import { type Asking, ask } from './desk-state';

/** What is asked about one order: each with a reason on the record. */
export function OrderDialogs({ shown, asking }: { shown: Shown; asking: Extract<Asking, { of: 'order' }> }) {
  const { t } = useTranslation(['acts', 'desk', 'signs']);
  const order = shown.orders.find((each) => each.id === asking.orderId);
  const close = (): void => ask(null);
  if (order === undefined) return null;
  const title = `${order.teamShortName} #${order.code} · ${t(`acts:orderAct.${asking.act}`)}`;
  if (asking.act === 'correct') return <CorrectDialog order={order} title={title} onClose={close} />;
  if (asking.act === 'backfill') return <BackfillDialog order={order} title={title} onClose={close} />;
  if (asking.act === 'waive') {
    return (
      <ReasonDialog
        title={title}
        label={t('desk:reason')}
        codes={WAIVER_CODES.map((code) => [code, t(`signs:waiver.${code}`)] as const)}
        onDone={(reason, code) => void waive(order, reason, code as WaiverCode)}
        onClose={close}
      />
    );
  }
  const write = asking.act === 'rebase' ? rebase : recall;
  return (
    <ReasonDialog
      title={title}
      label={t('desk:reason')}
      phrases={asking.act === 'rebase' ? [t('acts:rebase.placeFound')] : undefined}
      onDone={(reason) => void write(order, reason)}
      onClose={close}
    />
  );
}
