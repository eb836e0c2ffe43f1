import type { IncidentView } from '@liandong/shared/incident';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';

/** 分流: whose business it is. With a phone he gets a text. */
export function TransferDialog({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useTranslation('acts');
  const [unit, setUnit] = useState('');
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useWrite(incident.id);
  const submit = async (): Promise<void> => {
    const body = { unit: unit.trim(), phone: phone.trim() === '' ? undefined : phone.trim(), reason: reason.trim() };
    if (await run('transferIncident', { params: { id: incident.id }, body }, t('transfer.done', { unit }))) onClose();
  };
  return (
    <ActForm
      title={t('title.transfer')}
      submit={t('transfer.submit')}
      ready={unit.trim().length >= 2 && reason.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="row">
        <label>
          {t('transfer.unit')}
          <input
            className="field"
            data-first-focus
            value={unit}
            maxLength={60}
            data-testid="transfer-unit"
            onChange={(event) => setUnit(event.target.value)}
          />
        </label>
        <label>
          {t('transfer.phone')}
          <input
            className="field num"
            inputMode="tel"
            value={phone}
            maxLength={20}
            data-testid="transfer-phone"
            onChange={(event) => setPhone(event.target.value)}
          />
        </label>
      </div>
      <label>
        {t('reason')}
        <input
          className="field"
          value={reason}
          maxLength={500}
          data-testid="transfer-reason"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="hint">{t('transfer.hint')}</p>
    </ActForm>
  );
}
