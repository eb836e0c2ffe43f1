import type { NoticeView } from '@liandong/shared/supervision';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { complain } from '../desk/actions';
import { ActForm } from '../desk/acts/ActForm';
import { touchIncident, useWrite } from '../desk/use-write';
import { noticeSteps } from './owed.rules';

/** What the supervisor can do with a notice next; receipt and answer are taken down for whoever has no account. */
export function NoticeActs({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('owed');
  const [answering, setAnswering] = useState(false);
  const [busy, setBusy] = useState(false);
  const step = async (name: 'receiveNotice' | 'closeNotice', said: string): Promise<void> => {
    setBusy(true);
    try {
      await call(name, { params: { id: notice.id }, body: { clientId: uuid() } });
      touchIncident(notice.incidentId);
      notify(said);
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
  };
  const steps = noticeSteps(notice);
  return (
    <>
      {steps.includes('receive') && (
        <button
          type="button"
          className="btn ghost"
          disabled={busy}
          data-testid="receive-notice"
          onClick={() => void step('receiveNotice', t('notices.received'))}
        >
          {t('notices.receive')}
        </button>
      )}
      {steps.includes('answer') && (
        <button type="button" className="btn ghost" onClick={() => setAnswering(true)} data-testid="answer-notice">
          {t('notices.answerFor')}
        </button>
      )}
      {steps.includes('close') && (
        <button
          type="button"
          className="btn primary"
          disabled={busy}
          data-testid="close-notice"
          onClick={() => void step('closeNotice', t('notices.closed', { number: notice.number }))}
        >
          {t('notices.close')}
        </button>
      )}
      {answering && <AnswerDialog notice={notice} onClose={() => setAnswering(false)} />}
    </>
  );
}

/** 代记答复: what the addressee answered by phone or on paper. */
function AnswerDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const { t } = useTranslation(['owed', 'acts']);
  const [answer, setAnswer] = useState('');
  const { busy, problem, clientId, run } = useWrite(notice.incidentId);
  const submit = async (): Promise<void> => {
    const body = { answer: answer.trim(), clientId: clientId.current };
    if (await run('answerNotice', { params: { id: notice.id }, body }, t('owed:notices.answered'))) onClose();
  };
  return (
    <ActForm
      title={`${t('owed:notices.answerFor')} · ${notice.number}`}
      submit={t('acts:save')}
      ready={answer.trim().length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="quiet">
        {notice.addressee}：{notice.demand}
      </p>
      <label>
        {t('owed:notices.answerText')}
        <textarea
          className="field"
          rows={4}
          maxLength={1000}
          data-first-focus
          value={answer}
          data-testid="notice-answer"
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
