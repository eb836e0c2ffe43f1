import type { PlanStep } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { REGISTER, useAnswer } from '../../api/query';
import { listed } from '../../i18n/punctuation';
import { Field } from '../settings/Field';
import { readSteps } from './plan-draft.rules';

export const LEVELS = ['one', 'two', 'three'] as const;
/** One level as it is typed. */
export interface LevelDraft {
  text: string;
  people: number | null;
}

/** A step in words. */
export function useStepWords(): (step: PlanStep) => string {
  const { t } = useTranslation('plans');
  const { data } = useAnswer('listTeams', undefined, REGISTER);
  const names = new Map(data?.items.map(({ code, shortName }) => [code, shortName]));
  return (step) => {
    if ('team' in step) return `${step.team} ${names.get(step.team) ?? '?'}`;
    if ('local' in step) return t('local');
    if ('neighbours' in step) return t('neighbours', { count: step.neighbours });
    return t('nearest', { word: SPECIALTY_WORDS[step.nearest] ?? step.nearest });
  };
}

/** Whom each level calls, typed in one line and read back in words. An empty line: there is no such level. */
export function LevelFields({ levels, onChange }: { levels: LevelDraft[]; onChange: (levels: LevelDraft[]) => void }) {
  const { t } = useTranslation('plans');
  const words = useStepWords();
  const change = (at: number, part: Partial<LevelDraft>): void =>
    onChange(levels.map((level, index) => (index === at ? { ...level, ...part } : level)));
  return (
    <section className="setting-card">
      <small className="faint">{t('stepsHint')}</small>
      {levels.map((level, index) => {
        const name = LEVELS[index]!;
        const { steps, unknown } = readSteps(level.text);
        return (
          <div key={name} className="plan-level">
            <Field label={t(`level.${name}`)}>
              {(id) => (
                <Input
                  id={id}
                  value={level.text}
                  status={unknown.length > 0 ? 'error' : ''}
                  onChange={(event) => change(index, { text: event.target.value })}
                  data-testid={`plan-level-${index + 1}`}
                />
              )}
            </Field>
            <Field label={t('people')}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={1}
                  max={10_000}
                  precision={0}
                  value={level.people}
                  onChange={(people) => change(index, { people })}
                  data-testid={`plan-people-${index + 1}`}
                />
              )}
            </Field>
            <small className={unknown.length > 0 ? 'lacking' : 'quiet'} aria-live="polite">
              {unknown.length > 0 ? `! ${t('unknown', { words: listed(unknown) })}` : steps.map(words).join(' → ')}
            </small>
          </div>
        );
      })}
    </section>
  );
}
