import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from './Field';

/** Why a change is made; it goes on the record. */
export function ReasonField({ reason, onChange }: { reason: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation('settings');
  return (
    <Field label={t('reason')}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 4 }}
          value={reason}
          maxLength={500}
          placeholder={t('reasonHint')}
          onChange={(event) => onChange(event.target.value)}
          data-testid="setting-reason"
        />
      )}
    </Field>
  );
}
