import { fromCountyField, toCountyField } from '../desk/county-time.rules';

/** An instant of the county in a field: what stands in it, and what it says. */
export const toField = (at: string | number): string => toCountyField(at).slice(0, 16).replace(' ', 'T');
export const fromField = fromCountyField;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
  testid?: string;
}

/** Day and minute of the county; the browser's own zone is not asked. */
export function CountyTime({ label, value, onChange, disabled = false, testid }: Props) {
  return (
    <label>
      {label}
      <input
        type="datetime-local"
        className="field num"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testid}
      />
    </label>
  );
}
