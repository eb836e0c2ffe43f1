import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { readDue } from './span.rules';

interface Due {
  startedAt: string;
  dueAt: string | null;
}

/** The clock of something written, in words: how long is left, or over by how much. */
export function usePaperClock({ startedAt, dueAt }: Due): { phase: string; words: string } | null {
  const { t } = useTranslation('field');
  const due = readDue(startedAt, dueAt, useNow());
  if (due === null) return null;
  const { unit, ...parts } = due.span;
  const span = t(`paper.span.${unit}`, parts);
  return { phase: due.phase, words: t(due.phase === 'over' ? 'paper.span.over' : 'paper.span.left', { span }) };
}

/** In a row: small, coloured and with a sign once it matters. */
export function PaperClock(due: Due) {
  const clock = usePaperClock(due);
  if (clock === null) return null;
  const sign = clock.phase === 'over' ? '!! ' : clock.phase === 'near' ? '▲ ' : '';
  return (
    <span className={`clock ${clock.phase}`}>
      {sign}
      {clock.words}
    </span>
  );
}

/** On top of a page: large. */
export function PaperDue({ heading, aside, ...due }: Due & { heading: string; aside?: string }) {
  const clock = usePaperClock(due);
  return (
    <div className={`due paper-due ${clock?.phase ?? ''}`}>
      {clock && (
        <span className="due-large worded" role="timer" data-testid="field-paper-clock">
          {clock.words}
        </span>
      )}
      <div className="due-line">
        <span>{heading}</span>
        {aside && <span data-testid="field-paper-state">{aside}</span>}
      </div>
    </div>
  );
}
