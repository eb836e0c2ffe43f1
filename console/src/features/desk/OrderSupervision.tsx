import { WAIVER_CODES } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { recall, type WaiverCode, waive } from './actions';

/** Recall and waiver: the shift supervisor's alone, each with a reason on the record. */
export function OrderSupervision({ order }: { order: OrderView }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { may } = useSession();
  const [asking, setAsking] = useState<'recall' | 'waive' | null>(null);
  if (!may('order.supervise')) return null;
  const waivable = order.obligations.some(
    (each) => each.kind !== 'clear' && (each.state === 'open' || each.state === 'missed'),
  );
  return (
    <>
      {isOpen(order.status) && (
        <button type="button" className="btn ghost" onClick={() => setAsking('recall')} data-testid="btn-recall">
          {t('desk:recall')}
        </button>
      )}
      {waivable && (
        <button type="button" className="btn ghost" onClick={() => setAsking('waive')} data-testid="btn-waive">
          {t('desk:waive')}
        </button>
      )}
      {asking === 'recall' && (
        <ReasonDialog
          title={`${order.teamShortName} · ${t('desk:recall')}`}
          label={t('desk:reason')}
          onDone={(reason) => void recall(order, reason)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'waive' && (
        <ReasonDialog
          title={`${order.teamShortName} · ${t('desk:waive')}`}
          label={t('desk:reason')}
          codes={WAIVER_CODES.map((code) => [code, t(`signs:waiver.${code}`)] as const)}
          onDone={(reason, code) => void waive(order, reason, code as WaiverCode)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
