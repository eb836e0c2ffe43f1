import type { Me } from '@liandong/shared/auth';
import type { NoticeView } from '@liandong/shared/supervision';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { dismissAct, perhapsLater } from '../kept/acts';
import { type Act, aboutOf } from '../kept/acts.rules';
import { PaperBar } from '../PaperBar';
import { PaperDue } from '../PaperClock';
import { open } from '../page';
import { forget, readStored, store } from '../storage';
import { useLocal, useNotice } from './owed';
import { noticeStage } from './todo.rules';

const SHORTEST = 2;
const when = (at: string | null): string => `${formatDate(at)} ${formatMinute(at)}`;

/** Who did what and when, as far as the notice has come. */
function Course({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  const { issuedBy, issuedAt, receivedBy, receivedAt, answeredBy, answeredAt, closedBy, closedAt } = notice;
  return (
    <ul className="course quiet">
      <li>{t('paper.notice.issued', { by: issuedBy, time: when(issuedAt) })}</li>
      {receivedAt && <li>✓ {t('paper.notice.received', { by: receivedBy, time: when(receivedAt) })}</li>}
      {answeredAt && <li>✓ {t('paper.notice.answered', { by: answeredBy, time: when(answeredAt) })}</li>}
      {closedAt && <li>■ {t('paper.notice.closed', { by: closedBy, time: when(closedAt) })}</li>}
    </ul>
  );
}

function Text({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const what = signs(`owesLate.${notice.kind}`);
  return (
    <>
      <h2 className="title">{notice.number}</h2>
      <dl className="facts wide">
        <dt>{t('paper.notice.to')}</dt>
        <dd>{notice.addressee}</dd>
        <dt>{t('paper.notice.about')}</dt>
        <dd>
          {[notice.orderCode !== null && t('code', { code: notice.orderCode }), notice.incidentNumber]
            .filter(Boolean)
            .join(' · ')}
          <br />
          {t(notice.missedDueAt ? 'paper.notice.missed.line' : 'paper.notice.missed.untimed', {
            what,
            time: when(notice.missedDueAt),
          })}
        </dd>
        <dt>{t('paper.notice.demand')}</dt>
        <dd className="written">{notice.demand}</dd>
      </dl>
      <Course notice={notice} />
    </>
  );
}

/** The answer being written; kept on the phone, and again in the form when the server refused it. */
function useAnswer(notice: NoticeView, mine: readonly Act[]) {
  const key = `liandong.field.answer.${notice.id}`;
  const kept = mine.find((act) => act.kind === 'answer') ?? null;
  const words = kept?.kind === 'answer' ? kept.answer : null;
  const [written, setWritten] = useState<string | null>(() => readStored(key, null));
  return {
    text: written ?? words ?? '',
    /** What the centre has, or will have. */
    given: notice.answer ?? (kept?.refusal === null ? words : null),
    refusal: kept?.refusal ?? null,
    write(next: string): void {
      setWritten(next);
      store(key, next);
    },
    send(answer: string): void {
      perhapsLater({ kind: 'answer', noticeId: notice.id, answer });
      forget(key);
    },
  };
}

/** A receipt the server refused: its words, and one tap to go on. */
function RefusedReceipt({ act }: { act: Act | undefined }) {
  const { t } = useTranslation('field');
  if (!act) return null;
  return (
    <div className="notice" role="alert">
      <span>! {t('paper.notice.refused', { words: act.refusal })}</span>
      <button type="button" className="small" onClick={() => dismissAct(act.clientId)}>
        {t('understood')}
      </button>
    </div>
  );
}

/** What is missed may be made good at once. */
function FormLink({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation('field');
  const { kind, orderId } = notice;
  if (kind !== 'feedback' || orderId === null) return null;
  return (
    <button type="button" className="small" onClick={() => open({ name: 'feedback', id: orderId })}>
      {t('paper.feedback.write')} ›
    </button>
  );
}

/** Confirm the receipt, then answer; each also without a line. */
function Notice({ notice, me }: { notice: NoticeView; me: Me }) {
  const { t } = useTranslation('field');
  const { acts } = useLocal(me.username);
  const mine = acts.filter((act) => aboutOf(act) === notice.id);
  const stage = noticeStage(notice, { acts });
  const { text, given, refusal, write, send } = useAnswer(notice, mine);
  const [asked, setAsked] = useState(false);
  const short = text.trim().length < SHORTEST;
  const answerable = stage.received && !stage.answered;
  const waiting = stage.answering ? 'answering' : stage.receiving ? 'receiving' : null;
  const problem = asked && short ? t('paper.notice.need') : refusal && t('paper.notice.refused', { words: refusal });

  function answer(): void {
    setAsked(true);
    if (!short) send(text.trim());
  }
  return (
    <>
      <div className="paper-body">
        <Text notice={notice} />
        {!stage.answered && <FormLink notice={notice} />}
        {given !== null && (
          <p className="written answer">
            <b>{t('paper.notice.answer')}</b>
            {given}
          </p>
        )}
        {answerable && (
          <label className="block">
            {t('paper.notice.answer')}
            <textarea
              className="field"
              rows={5}
              maxLength={1000}
              placeholder={t('paper.notice.answerHint')}
              value={text}
              onChange={(event) => write(event.target.value)}
              data-testid="field-notice-answer"
            />
          </label>
        )}
      </div>
      <footer className="report-bar">
        <RefusedReceipt act={mine.find((act) => act.kind === 'receive' && act.refusal !== null)} />
        {waiting && (
          <p className="note near" role="status">
            … {t(`paper.notice.${waiting}`)}
          </p>
        )}
        <p className="problem" role="alert">
          {answerable && problem}
        </p>
        {!stage.received && (
          <button
            type="button"
            className="big"
            onClick={() => perhapsLater({ kind: 'receive', noticeId: notice.id })}
            data-testid="field-notice-receive"
          >
            {t('paper.notice.receive')}
          </button>
        )}
        {answerable && (
          <button type="button" className="big" onClick={answer} data-testid="field-notice-send">
            {t('paper.notice.send')}
          </button>
        )}
      </footer>
    </>
  );
}

/** One 督办 notice: its text, its course, and what the team has to do with it. */
export function NoticePage({ me, id }: { me: Me; id: string }) {
  const { t } = useTranslation('field');
  const { notice, reading } = useNotice(id);
  const running = notice && (notice.state === 'issued' || notice.state === 'received');
  return (
    <>
      <PaperBar title={t('paper.notice.heading')} fallback={{ name: 'todo' }} />
      {!notice && <p className="centred quiet">{t(reading ? 'loading' : 'paper.notice.absent')}</p>}
      {running && (
        <PaperDue
          startedAt={notice.issuedAt}
          dueAt={notice.answerDueAt}
          heading={t('paper.notice.answerBy', { time: when(notice.answerDueAt) })}
        />
      )}
      {notice && <Notice notice={notice} me={me} />}
    </>
  );
}
