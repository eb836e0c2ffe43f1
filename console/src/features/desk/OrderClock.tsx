import { type ClockReading, type Phase, readClock } from '@liandong/shared/obligation.clock';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { formatCountdown, formatSpan } from '../../ui/time';
import { acknowledgeObligation, targetClock } from './order.rules';

/** An order that ended before its target was met: the clock no longer runs. */
const stopped = (order: OrderView, clock: ClockReading): boolean =>
  !isOpen(order.status) && !['met', 'late', 'waived'].includes(clock.phase);

/** The target's countdown; once decided, the word and the time taken. */
export function OrderClock({ order }: { order: OrderView }) {
  const { t } = useTranslation('desk');
  const now = useNow();
  const clock = targetClock(order, now);
  const shown: Record<Phase, string> = {
    calm: formatCountdown(clock.seconds),
    near: formatCountdown(clock.seconds),
    over: `${t('overWord')} ${formatCountdown(clock.seconds)}`,
    met: t('met', { span: formatSpan(clock.seconds) }),
    late: t('late', { span: formatSpan(clock.seconds) }),
    waived: t('waived'),
    untimed: '—',
  };
  const phase = stopped(order, clock) ? 'stopped' : clock.phase;
  return (
    <span className={`countdown num ${phase}`} data-testid={`order-countdown-${order.teamCode}`} data-phase={phase}>
      {phase === 'stopped' ? '—' : shown[clock.phase]}
    </span>
  );
}

/** How much of the time is used. Drawn by a transform: no layout every second. */
export function ProgressLine({ order }: { order: OrderView }) {
  const clock = targetClock(order, useNow());
  const phase = stopped(order, clock) ? 'stopped' : clock.phase;
  return (
    <div className={`progress ${phase}`} aria-hidden="true">
      <i style={{ transform: `scaleX(${clock.fraction})` }} />
    </div>
  );
}

/** What is left to acknowledge, while nobody has. */
export function AcknowledgeClock({ order }: { order: OrderView }) {
  const now = useNow();
  const obligation = acknowledgeObligation(order);
  if (obligation === null || obligation.dueAt === null || obligation.metAt !== null) return null;
  const clock = readClock(obligation, now);
  if (clock.phase === 'waived') return null;
  return <em className={`num ${clock.phase}`}>{formatCountdown(clock.seconds)}</em>;
}
