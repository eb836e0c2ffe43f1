import type { OwedRow } from '@liandong/shared/obligation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { i18next } from '../../i18n';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { owesLateWord, shortNumber } from '../desk/words';

/** 督办: the demand goes on the county's paper, so it is proposed in Chinese whatever the desk speaks. */
export function NoticeDialog({ row, onClose }: { row: OwedRow; onClose: () => void }) {
  const { t } = useTranslation(['owed', 'app']);
  const [demand, setDemand] = useState(() => i18next.t(`owed:demand.${row.kind}`, { lng: 'zh' }));
  const { busy, problem, clientId, run } = useWrite(row.incidentId);
  const submit = async (): Promise<void> => {
    const body = { demand: demand.trim(), clientId: clientId.current };
    if (await run('issueNotice', { params: { id: row.id }, body }, t('owed:noticeSent'))) onClose();
  };
  return (
    <ActForm
      title={t('owed:noticeTitle', { who: row.owedBy })}
      submit={t('owed:noticeSend')}
      ready
      busy={busy}
      problem={problem}
      width={540}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        {shortNumber(row.incident.number)} {row.incident.typeName} {row.incident.placeText} · {row.owedBy}{' '}
        {owesLateWord(row)}
      </p>
      <label>
        {t('owed:noticeDemand')}
        <textarea
          className="field"
          rows={4}
          maxLength={500}
          data-first-focus
          value={demand}
          data-testid="notice-demand"
          onChange={(event) => setDemand(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
