import { EditDetour } from '@liandong/shared/plan';
import { Alert, Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useSave } from '../settings/use-save';
import { basisWords } from '../settings/words';

/** 绕行系数 of the townships, changed one at a time with a reason. */
export function DetoursCard({ editable }: { editable: boolean }) {
  const { t } = useTranslation(['plans', 'settings']);
  const { data } = useAnswer('listDetours');
  const [code, setCode] = useState<string>();
  const [percent, setPercent] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { save, busy, problem } = useSave('editDetour', ['listDetours', 'tryResponsePlan'], () => setReason(''));
  const body = EditDetour.safeParse({ percent, reason }).data;
  const choose = (chosen: string): void => {
    setCode(chosen);
    setPercent(data?.items.find((one) => one.townshipCode === chosen)?.percent ?? null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code !== undefined && body !== undefined) save({ params: { code }, body });
  };
  return (
    <section className="setting-card" data-testid="detours">
      <h2>{t('plans:detours')}</h2>
      <p className="quiet">{t('plans:detoursHint')}</p>
      <ul className="detours">
        {data?.items.map((one) => (
          <li key={one.townshipCode} title={basisWords(one.basis)}>
            {one.townshipName} <b className="num">{one.percent}</b>
          </li>
        ))}
      </ul>
      {editable && (
        <form className="number-form" onSubmit={submit}>
          <Select
            aria-label={t('plans:township')}
            placeholder={t('plans:township')}
            style={{ width: 150 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={code}
            onChange={choose}
            options={data?.items.map((one) => ({ value: one.townshipCode, label: one.townshipName }))}
            data-testid="detour-township"
          />
          <InputNumber
            aria-label={t('plans:percent')}
            placeholder={t('plans:percent')}
            min={100}
            max={400}
            precision={0}
            value={percent}
            onChange={setPercent}
            data-testid="detour-percent"
          />
          <Input
            className="number-reason"
            aria-label={t('settings:reason')}
            placeholder={t('settings:reasonHint')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
            data-testid="detour-reason"
          />
          <Button
            type="primary"
            htmlType="submit"
            disabled={code === undefined || body === undefined}
            loading={busy}
            data-testid="detour-save"
          >
            {t('settings:save')}
          </Button>
          {problem !== null && <Alert type="error" showIcon title={problem} />}
        </form>
      )}
    </section>
  );
}
