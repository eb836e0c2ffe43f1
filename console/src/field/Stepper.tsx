import { useTranslation } from 'react-i18next';

const MOST = 100_000;

interface Props {
  id?: string;
  label: string;
  value: number | undefined;
  /** Unknown is possible: below zero the figure is left out. Without it the least is zero. */
  unknown?: string;
  onChange: (value: number | undefined) => void;
  testId?: string;
}

/** A figure: one more, one less, or typed. */
export function Stepper({ id, label, value, unknown, onChange, testId }: Props) {
  const { t } = useTranslation('field');
  const none = unknown === undefined ? 0 : undefined;
  const less = (): void => onChange(value === undefined ? 0 : value === 0 ? none : value - 1);
  const more = (): void => onChange(Math.min(MOST, (value ?? 0) + 1));
  function type(text: string): void {
    const digits = text.replace(/\D/g, '');
    onChange(digits === '' ? none : Math.min(MOST, Number(digits)));
  }
  return (
    <div className="figure" id={id}>
      <span className="figure-name">{label}</span>
      <div className="figure-steps">
        <button type="button" className="small" onClick={less} aria-label={t('paper.feedback.less', { name: label })}>
          −
        </button>
        <input
          className="num"
          inputMode="numeric"
          aria-label={label}
          placeholder={unknown}
          value={value ?? (unknown === undefined ? '0' : '')}
          onChange={(event) => type(event.target.value)}
          onFocus={(event) => event.target.select()}
          data-testid={testId}
        />
        <button type="button" className="small" onClick={more} aria-label={t('paper.feedback.more', { name: label })}>
          +
        </button>
      </div>
    </div>
  );
}
