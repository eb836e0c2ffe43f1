import type { TeamOrder } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { formatCountdown, formatMinute, formatSpan } from '../ui/time';
import { type Headline, headline } from './headline.rules';
import type { Projection } from './project.rules';

interface Words {
  /** Stands before the digits, smaller. */
  lead?: string;
  large: string;
  small: string;
}

/** The words of the headline: large what counts, small what is owed. */
function useWords(order: TeamOrder, { phase, seconds, next, pending }: Headline): Words {
  const { t } = useTranslation('field');
  const { measure, daytime, seconds: allowed, dueAt } = order.target;
  const what = t(`what.${measure}`);
  const whatShort = t(`whatShort.${measure}`);
  const limit = t(daytime ? 'limit.day' : 'limit.night', { minutes: Math.round(allowed / 60) });
  const span = formatSpan(seconds);
  const running = next === 'target' ? t('due.asked', { what }) : t(`after.${next}`);
  const after = pending ? `${running} · ${t('after.waiting')}` : running;
  const before = t('due.before', { time: formatMinute(dueAt), what, minutes: Math.round(allowed / 60) });
  const within = t('due.within', { what, limit });
  const table: Record<Headline['phase'], Words> = {
    calm: { large: formatCountdown(seconds), small: within },
    near: { large: formatCountdown(seconds), small: within },
    over: { lead: t('due.over'), large: span, small: before },
    met: { large: t('due.met', { what: whatShort, span }), small: after },
    late: {
      large: t('due.late', { what: whatShort, span }),
      small: `${t('due.lateBy', { span: formatSpan(seconds - allowed) })} · ${after}`,
    },
    waived: { large: t('due.waived'), small: running },
    untimed: { large: span, small: running },
  };
  return table[phase];
}

/** While time runs the digits alone are large; afterwards a word says how it went. */
const DIGITS: readonly Headline['phase'][] = ['calm', 'near', 'over', 'untimed'];

/** The countdown, the biggest thing on the screen. */
export function DueHeader({ order, shown }: { order: TeamOrder; shown: Projection }) {
  const { t } = useTranslation('field');
  const reading = headline(order, shown, useNow());
  const { lead, large, small } = useWords(order, reading);
  const digits = DIGITS.includes(reading.phase);
  return (
    <header className={`due ${reading.phase}`}>
      <div className="due-line">
        <span className={digits ? 'due-large num' : 'due-large num worded'} role="timer" data-testid="field-countdown">
          {lead && <small>{lead} </small>}
          {large}
        </span>
        {reading.phase === 'near' && <span className="due-word">▲ {t('due.near')}</span>}
        {reading.phase === 'over' && <span className="due-word">!!</span>}
      </div>
      <div className="due-line">
        <span>{small}</span>
        <b className="due-code">{t('code', { code: order.code })}</b>
      </div>
      {digits && (
        <div className="due-bar" aria-hidden="true">
          <i style={{ width: `${reading.fraction * 100}%` }} />
        </div>
      )}
    </header>
  );
}
