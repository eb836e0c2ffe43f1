import type { Me } from '@liandong/shared/auth';
import type { NoticeView } from '@liandong/shared/supervision';
import { useTranslation } from 'react-i18next';
import { dismissAct } from '../kept/acts';
import type { Act } from '../kept/acts.rules';
import { PaperBar } from '../PaperBar';
import { PaperDue } from '../PaperClock';
import { open } from '../page';
import { NoticeText, when } from './NoticeText';
import { useNotice } from './owed';
import { useNoticeWork } from './use-notice-work';

type Work = ReturnType<typeof useNoticeWork>;

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

function Body({ notice, work }: { notice: NoticeView; work: Work }) {
  const { t } = useTranslation('field');
  return (
    <div className="paper-body">
      <NoticeText notice={notice} />
      {!work.stage.answered && <FormLink notice={notice} />}
      {work.given !== null && (
        <p className="written answer">
          <b>{t('paper.notice.answer')}</b>
          {work.given}
        </p>
      )}
      {work.isAnswerable && (
        <label className="block">
          {t('paper.notice.answer')}
          <textarea
            className="field"
            rows={5}
            maxLength={1000}
            placeholder={t('paper.notice.answerHint')}
            value={work.text}
            onChange={(event) => work.write(event.target.value)}
            data-testid="field-notice-answer"
          />
        </label>
      )}
    </div>
  );
}

/** Confirm the receipt, then answer; what waits for a line says so. */
function Foot({ work }: { work: Work }) {
  const { t } = useTranslation('field');
  return (
    <footer className="report-bar">
      <RefusedReceipt act={work.refusedReceipt} />
      {work.waiting && (
        <p className="note near" role="status">
          … {t(`paper.notice.${work.waiting}`)}
        </p>
      )}
      <p className="problem" role="alert">
        {work.isAnswerable && work.problem}
      </p>
      {!work.stage.received && (
        <button type="button" className="big" onClick={work.receive} data-testid="field-notice-receive">
          {t('paper.notice.receive')}
        </button>
      )}
      {work.isAnswerable && (
        <button type="button" className="big" onClick={work.answer} data-testid="field-notice-send">
          {t('paper.notice.send')}
        </button>
      )}
    </footer>
  );
}

function Notice({ notice, me }: { notice: NoticeView; me: Me }) {
  const work = useNoticeWork(notice, me);
  return (
    <>
      <Body notice={notice} work={work} />
      <Foot work={work} />
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
