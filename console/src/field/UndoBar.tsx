import type { TeamOrder } from '@liandong/shared/order';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../ui/time';
import { undoReport, useOutbox } from './outbox';
import { tappedAt } from './project.rules';

/** How often the seconds left for undoing are looked at: finer than a second, or the last one would be cut short. */
const TICK_MS = 200;

/** The last report of this order while it can still be taken back. */
export function UndoBar({ order }: { order: TeamOrder }) {
  const { t } = useTranslation('field');
  const held = useOutbox((s) => s.queue.findLast((w) => w.orderId === order.id && w.refusal === null)) ?? null;
  const [now, setNow] = useState(Date.now());
  const heldUntil = held?.heldUntil ?? 0;
  useEffect(() => {
    setNow(Date.now());
    if (heldUntil <= Date.now()) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= heldUntil) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [heldUntil]);

  if (!held || heldUntil <= now) return null;
  const what = t(`button.${held.body.kind}`);
  return (
    <div className="undo" role="status">
      <span>
        {t('undo.done', { what, time: formatInstant(tappedAt(held)) })}
        {held.body.location && ` · ${t('undo.withPosition')}`}
      </span>
      <button type="button" onClick={() => undoReport(held.body.clientId)} data-testid="field-undo">
        {t('undo.action')} <span className="num">{Math.ceil((heldUntil - now) / 1000)}</span>
      </button>
    </div>
  );
}
