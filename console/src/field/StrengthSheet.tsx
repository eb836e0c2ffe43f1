import type { ReportBody, TeamOrder } from '@liandong/shared/order';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tap } from './outbox';
import type { Step } from './project.rules';
import { Sheet } from './Sheet';

export type Strength = Pick<ReportBody, 'headcount' | 'etaMinutes'>;
export const NOTHING_SAID: Strength = {};

const CHOICES = { headcount: [4, 6, 8, 10, 12, 15, 20, 30], etaMinutes: [5, 8, 10, 15, 20, 30, 45, 60] } as const;
const MOST = { headcount: 999, etaMinutes: 600 } as const;

interface NumberProps {
  name: keyof Strength;
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** A number by chips or by one more, one less; a second press on the chip takes it back. */
function NumberChoice({ name, label, value, onChange }: NumberProps) {
  const { t } = useTranslation('field');
  const step = (by: number): void => onChange(Math.min(MOST[name], Math.max(0, (value ?? 0) + by)));
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="stepper">
        <button type="button" className="small" aria-label={`${label} ${t('strength.less')}`} onClick={() => step(-1)}>
          −
        </button>
        <output className="num">{value ?? t('strength.none')}</output>
        <button type="button" className="small" aria-label={`${label} ${t('strength.more')}`} onClick={() => step(1)}>
          +
        </button>
      </div>
      <div className="chips even">
        {CHOICES[name].map((choice) => (
          <button
            key={choice}
            type="button"
            className="chip num"
            aria-pressed={choice === value}
            onClick={() => onChange(choice === value ? undefined : choice)}
          >
            {choice}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface Props {
  order: TeamOrder;
  /** The step that will carry the numbers. */
  step: Step;
  value: Strength;
  onKeep: (value: Strength) => void;
  onClose: () => void;
}

/** How many go and when they arrive: said with the next step, or on its own. */
export function StrengthSheet({ order, step, value, onKeep, onClose }: Props) {
  const { t } = useTranslation('field');
  const [said, setSaid] = useState(value);
  const nothing = said.headcount === undefined && said.etaMinutes === undefined;
  return (
    <Sheet title={t('strength.heading')} onClose={onClose}>
      <NumberChoice
        name="headcount"
        label={t('strength.people')}
        value={said.headcount}
        onChange={(headcount) => setSaid({ ...said, headcount })}
      />
      <NumberChoice
        name="etaMinutes"
        label={t('strength.eta')}
        value={said.etaMinutes}
        onChange={(etaMinutes) => setSaid({ ...said, etaMinutes })}
      />
      <button
        type="button"
        className="big"
        onClick={() => {
          onKeep(said);
          onClose();
        }}
        data-testid="field-strength-keep"
      >
        {t('strength.keep', { step: t(`button.${step}`) })}
      </button>
      <button
        type="button"
        className="small"
        disabled={nothing}
        onClick={() => {
          tap(order, { kind: 'situation', ...said });
          onKeep(NOTHING_SAID);
          onClose();
        }}
        data-testid="field-strength-now"
      >
        {t('strength.now')}
      </button>
    </Sheet>
  );
}
