import type { TeamOrder } from '@liandong/shared/order';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../ui/clock';
import { formatSpan } from '../ui/time';
import { DeclineSheet } from './DeclineSheet';
import { stepSecondsLeft } from './headline.rules';
import { tap } from './outbox';
import { mayDecline, offeredSteps, type Projection, type Step } from './project.rules';
import { NOTHING_SAID, type Strength, StrengthSheet } from './StrengthSheet';
import { UndoBar } from './UndoBar';

/** The next step takes the place of the one just pressed: a double tap must not report both. */
const SETTLING_MS = 600;

/** True for a moment after each call of the second. */
function useSettling(): [boolean, () => void] {
  const [settling, setSettling] = useState(false);
  useEffect(() => {
    if (!settling) return;
    const timer = setTimeout(() => setSettling(false), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [settling]);
  return [settling, () => setSettling(true)];
}

interface Props {
  order: TeamOrder;
  shown: Projection;
}

function StepDue({ shown, step }: { shown: Projection; step: Step }) {
  const { t } = useTranslation('field');
  const left = stepSecondsLeft(shown, step, useNow());
  if (left === null) return null;
  return (
    <small className="num">{t(left < 0 ? 'buttonOver' : 'buttonDue', { span: formatSpan(Math.ceil(left)) })}</small>
  );
}

/** What can be reported now: the natural next step large, the others beside it; each one tap, undone within five seconds. */
export function ReportBar({ order, shown }: Props) {
  const { t } = useTranslation('field');
  const [sheet, setSheet] = useState<'strength' | 'decline' | null>(null);
  const [strength, setStrength] = useState<Strength>(NOTHING_SAID);
  const [settling, settle] = useSettling();
  const { primary, others } = offeredSteps(order, shown.status);

  function report(step: Step): void {
    tap(order, { kind: step, ...strength });
    settle();
    setStrength(NOTHING_SAID);
  }
  const waiting = [...shown.pending].reverse();
  const people =
    strength.headcount ?? waiting.find((w) => w.body.headcount !== undefined)?.body.headcount ?? order.headcount;
  const minutes =
    strength.etaMinutes ?? waiting.find((w) => w.body.etaMinutes !== undefined)?.body.etaMinutes ?? order.etaMinutes;
  const said = [
    people !== null && t('strength.peopleShort', { count: people }),
    minutes !== null && t('strength.etaShort', { count: minutes }),
  ].filter(Boolean);

  return (
    <footer className="report-bar">
      <UndoBar order={order} />
      {primary && (
        <button
          type="button"
          className={primary === 'cleared' ? 'big finish' : 'big'}
          disabled={settling}
          onClick={() => report(primary)}
          data-testid={`field-btn-${primary}`}
        >
          {t(`button.${primary}`)}
          <StepDue shown={shown} step={primary} />
        </button>
      )}
      {others.length > 0 && (
        <div className="row">
          {others.map((step) => (
            <button
              key={step}
              type="button"
              className="small"
              disabled={settling}
              onClick={() => report(step)}
              data-testid={`field-btn-${step}`}
            >
              {t(`button.${step}`)}
            </button>
          ))}
        </div>
      )}
      {primary && (
        <div className="row">
          <button type="button" className="small" onClick={() => setSheet('strength')} data-testid="field-strength">
            {said.length > 0 ? said.join(' · ') : t('strength.button')}
          </button>
          {mayDecline(shown.status) && (
            <button
              type="button"
              className="small"
              onClick={() => setSheet('decline')}
              data-testid="field-btn-declined"
            >
              {t('button.declined')}
            </button>
          )}
        </div>
      )}
      {sheet === 'decline' && <DeclineSheet order={order} onClose={() => setSheet(null)} />}
      {sheet === 'strength' && primary && (
        <StrengthSheet
          order={order}
          step={primary}
          value={{ headcount: people ?? undefined, etaMinutes: minutes ?? undefined }}
          onKeep={setStrength}
          onClose={() => setSheet(null)}
        />
      )}
    </footer>
  );
}
