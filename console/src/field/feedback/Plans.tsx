import type { FeedbackDraft } from '@liandong/shared/feedback';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './Fields';
import { Wrong } from './Lacks';
import { idOf, type Lack, type PlanPart } from './missing.rules';

type Plan = NonNullable<FeedbackDraft['followUps']>[number];
const MOST_PLANS = 20;
/** How the parts are typed, and how long they may be. */
const PARTS: readonly {
  part: PlanPart;
  most: number;
  type?: string;
  mode?: HTMLAttributes<HTMLElement>['inputMode'];
}[] = [
  { part: 'what', most: 300 },
  { part: 'unit', most: 60 },
  { part: 'person', most: 40 },
  { part: 'phone', most: 20, type: 'tel', mode: 'tel' },
  { part: 'dueDate', most: 10, type: 'date' },
];

interface PlanProps {
  plan: Plan;
  index: number;
  lacks: readonly Lack[];
  today: string;
  onChange: (patch: Plan) => void;
  onRemove: () => void;
}

function PlanFields({ plan, index, lacks, today, onChange, onRemove }: PlanProps) {
  const { t } = useTranslation('field');
  return (
    <fieldset className="plan">
      <legend>{t('paper.feedback.plan', { no: index + 1 })}</legend>
      <button type="button" className="small danger" onClick={onRemove} data-testid="field-plan-remove">
        {t('paper.feedback.removePlan')}
      </button>
      {PARTS.map(({ part, most, type = 'text', mode }) => {
        const lack = lacks.find((one) => one.part === part);
        return (
          <label key={part} className={`block ${part}`} id={idOf({ field: 'followUps', index, part })}>
            {t(`paper.feedback.${part}`)}
            <input
              className="field"
              type={type}
              inputMode={mode}
              maxLength={most}
              min={type === 'date' ? today : undefined}
              aria-invalid={lack !== undefined}
              value={plan[part] ?? ''}
              onChange={(event) => onChange({ [part]: event.target.value })}
              data-testid={`field-plan-${part}`}
            />
            <Wrong lack={lack} />
          </label>
        );
      })}
    </fieldset>
  );
}

/** 后续工作: each with its unit, its person and its date. */
export function Plans({ content, lacks, today, onChange }: FieldsProps) {
  const { t } = useTranslation('field');
  const plans = content.followUps ?? [];
  const put = (followUps: Plan[]): void => onChange({ followUps });
  return (
    <section>
      <h2>{t('paper.feedback.followUps')}</h2>
      <p className="quiet">{t('paper.feedback.followUpsHint')}</p>
      {plans.map((plan, index) => (
        <PlanFields
          key={index}
          plan={plan}
          index={index}
          lacks={lacks.filter((lack) => lack.index === index)}
          today={today}
          onChange={(patch) => put(plans.map((one, at) => (at === index ? { ...one, ...patch } : one)))}
          onRemove={() => put(plans.filter((_, at) => at !== index))}
        />
      ))}
      {plans.length < MOST_PLANS && (
        <button type="button" className="small add" onClick={() => put([...plans, {}])} data-testid="field-plan-add">
          {t('paper.feedback.addPlan')}
        </button>
      )}
    </section>
  );
}
