import { useTranslation } from 'react-i18next';
import type { Step } from '../order.rules';

interface Props<K extends Step> {
  /** Test ids begin with it. */
  name: string;
  steps: readonly K[];
  step: K;
  onStep: (step: K) => void;
  /** What the instant is called. */
  label: string;
  at: string;
  wrong: boolean;
  onAt: (at: string) => void;
}

/** A step of an order, and the instant it happened at by the county's clock. */
export function StepInstant<K extends Step>({ name, steps, step, onStep, label, at, wrong, onAt }: Props<K>) {
  const { t } = useTranslation(['acts', 'signs']);
  return (
    <div className="row">
      <label>
        {t('acts:correct.step')}
        <select
          className="field"
          value={step}
          data-testid={`${name}-kind`}
          onChange={(event) => onStep(event.target.value as K)}
        >
          {steps.map((each) => (
            <option key={each} value={each}>
              {t(`signs:button.${each as Step}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {label}
        <input
          className="field num"
          data-first-focus
          maxLength={19}
          aria-invalid={wrong}
          placeholder="2026-07-14 13:58:00"
          value={at}
          data-testid={`${name}-at`}
          onChange={(event) => onAt(event.target.value)}
        />
      </label>
    </div>
  );
}
