import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { Severity } from '../ui/Severity';
import { formatCountdown } from '../ui/time';
import { headline } from './headline.rules';
import { isUnanswered } from './project.rules';
import type { Entry } from './queue.rules';

interface Props {
  entries: readonly Entry[];
  selected: string;
  onSelect: (id: string) => void;
}

/** One tab per open order: number, severity and what is left of its time. */
export function Switcher({ entries, selected, onSelect }: Props) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const now = useNow();
  return (
    <nav className="switcher" aria-label={t('orders')}>
      {entries.map(({ order, shown }) => {
        const { phase, seconds } = headline(order, shown, now);
        const running = phase === 'calm' || phase === 'near' || phase === 'over';
        return (
          <button
            key={order.id}
            type="button"
            aria-current={order.id === selected}
            onClick={() => onSelect(order.id)}
            data-testid={`field-tab-${order.code}`}
          >
            <Severity level={order.incident.severity} size={22} />
            <span>
              <b className="num">{order.code}</b>
              <small className={`num ${phase}`}>
                {isUnanswered(shown.status) && '● '}
                {running ? formatCountdown(seconds) : signs(`status.${shown.status}`)}
              </small>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
