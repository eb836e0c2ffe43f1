import type { Recommendation, Recommendations } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { strengthOf } from './dispatch.rules';
import { levelWord } from './level-word';

interface Props {
  plan: Recommendations['plan'];
  /** The level these orders raise. */
  level: number;
  teams: readonly Recommendation[];
  ticks: ReadonlySet<string>;
  /** Null: the plan has no further level. */
  next: number | null;
  onRaise: () => void;
}

/** Which plan proposes, how far it is raised, the people it wants against those promised; one key raises the next level. */
export function PlanLine({ plan, level, teams, ticks, next, onRaise }: Props) {
  const { t } = useTranslation('intake');
  if (plan === null) return <p className="plan-line quiet">{t('noPlan')}</p>;
  const required = plan.levels.find((one) => one.level === level)?.requiredStrength ?? null;
  const count = strengthOf(teams, ticks);
  return (
    <div className="plan-line" data-testid="dispatch-plan">
      <span className="plan-words">
        <b>{t('planName', { name: plan.name, version: plan.version })}</b>
        {level > 1 && <span className="tag">{t('levelNow', { level: levelWord(level) })}</span>}
        <span className="quiet" data-testid="dispatch-strength">
          {[
            required !== null && t('wanted', { required }),
            plan.level > 0 && t('promised', { promised: plan.promised }),
            count > 0 && t('tickedStrength', { count }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {next !== null && (
        <button type="button" className="btn" onClick={onRaise} data-testid="dispatch-raise">
          {t('raise', { level: levelWord(next) })} <kbd>F7</kbd>
        </button>
      )}
    </div>
  );
}
