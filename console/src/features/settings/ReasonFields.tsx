import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { ReasonField } from './ReasonField';

/** What a county decides for itself. */
export const COUNTY_BASIS = '本县约定';
const BASES = ['文件依据', COUNTY_BASIS];

interface Props {
  basis: string;
  reason: string;
  onChange: (part: { basis?: string; reason?: string }) => void;
}

/** What a change rests on, and why it is made. */
export function ReasonFields({ basis, reason, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Field label={t('basis')}>
        {(id) => (
          <AutoComplete
            id={id}
            value={basis}
            options={BASES.map((value) => ({ value }))}
            onChange={(value) => onChange({ basis: value })}
            maxLength={100}
            data-testid="setting-basis"
          />
        )}
      </Field>
      <ReasonField reason={reason} onChange={(value) => onChange({ reason: value })} />
    </>
  );
}
