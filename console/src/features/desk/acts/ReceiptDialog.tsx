import type { ReferralView } from '@liandong/shared/incident.acts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../use-write';
import { ActForm } from './ActForm';

interface Props {
  incidentId: string;
  referral: ReferralView;
  onClose: () => void;
}

/** 回执: who of the unit took it over. */
export function ReceiptDialog({ incidentId, referral, onClose }: Props) {
  const { t } = useTranslation('acts');
  const [receivedBy, setReceivedBy] = useState('');
  const [note, setNote] = useState('');
  const { busy, problem, run } = useWrite(incidentId);
  const submit = async (): Promise<void> => {
    const body = { receivedBy: receivedBy.trim(), note: note.trim() === '' ? undefined : note.trim() };
    if (await run('confirmTransfer', { params: { id: referral.id }, body }, t('receipt.done'))) onClose();
  };
  return (
    <ActForm
      title={`${t('title.receipt')} · ${referral.unit}`}
      submit={t('save')}
      ready={receivedBy.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('receipt.by')}
        <input
          className="field"
          data-first-focus
          value={receivedBy}
          maxLength={40}
          data-testid="receipt-by"
          onChange={(event) => setReceivedBy(event.target.value)}
        />
      </label>
      <label>
        {t('receipt.note')}
        <input
          className="field"
          value={note}
          maxLength={300}
          data-testid="receipt-note"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
