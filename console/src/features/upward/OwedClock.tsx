import type { ObligationView } from '@liandong/shared/obligation';
import { type Phase, readClock } from '@liandong/shared/obligation.clock';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock';
import { formatCountdown, formatSpan } from '../../ui/time';

/** How an obligation stands: the countdown, how far over, or once settled the word and the time taken. */
export function OwedClock({ obligation }: { obligation: ObligationView }) {
  const { t } = useTranslation('desk');
  const clock = readClock(obligation, useNow());
  const words: Record<Phase, string> = {
    calm: formatCountdown(clock.seconds),
    near: formatCountdown(clock.seconds),
    over: `${t('overWord')} ${formatCountdown(clock.seconds)}`,
    met: `✓ ${t('met', { span: formatSpan(clock.seconds) })}`,
    late: t('late', { span: formatSpan(clock.seconds) }),
    waived: t('waived'),
    untimed: formatSpan(clock.seconds),
  };
  return (
    <span className={`owed-clock num ${clock.phase}`} data-phase={clock.phase}>
      {words[clock.phase]}
    </span>
  );
}
