import { EditSetting, type SettingView } from '@liandong/shared/response-rule';
import { Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowEnd } from './RowEnd';
import { useSave } from './use-save';
import { numberName, unitWords } from './words';

/** A new value of one number, in its row. */
export function NumberForm({ setting, onClose }: { setting: SettingView; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [value, setValue] = useState<number | null>(setting.value);
  const [basis, setBasis] = useState(setting.basis);
  const [reason, setReason] = useState('');
  const { save, busy, problem } = useSave('editSetting', ['listSettings', 'previewTargets'], onClose);
  const body = EditSetting.safeParse({ value, basis, reason }).data;
  const ready = body !== undefined && (value !== setting.value || basis !== setting.basis);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) save({ params: { key: setting.key }, body });
  };
  return (
    <form className="number-form" onSubmit={submit} data-testid="number-form">
      <InputNumber
        autoFocus
        aria-label={numberName(setting.key, setting.title)}
        min={setting.min}
        max={setting.max}
        precision={0}
        value={value}
        onChange={setValue}
        suffix={unitWords(setting.unit)}
        data-testid="number-value"
      />
      <Input
        className="number-basis"
        aria-label={t('basis')}
        value={basis}
        maxLength={100}
        onChange={(event) => setBasis(event.target.value)}
      />
      <RowEnd reason={reason} onReason={setReason} ready={ready} busy={busy} problem={problem} onClose={onClose} />
    </form>
  );
}
