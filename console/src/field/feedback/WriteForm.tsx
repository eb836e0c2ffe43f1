import type { FeedbackDraft, FeedbackView } from '@liandong/shared/feedback';
import type { OrderStatus } from '@liandong/shared/order.lifecycle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../ui/clock';
import { formatDate } from '../../ui/time';
import { useIsPreparing, usePhotos } from '../kept/photos';
import { formSubject, refusedOf, waitingOf } from '../kept/photos.rules';
import { Content } from './Content';
import { Fields } from './Fields';
import type { Form, FormOf } from './form.rules';
import { beginForm, goOnWriting, submitForm, write } from './forms';
import { Lacks } from './Lacks';
import { idOf, type Lack, lacksOf } from './missing.rules';

interface Props {
  of: FormOf;
  view: FeedbackView | null;
  form: Form | null;
  /** Of the order while it is open; null: it is over. */
  status: OrderStatus | null;
}

/** The place may be far up the page. */
function showFirst([first]: readonly Lack[]): void {
  if (first) document.getElementById(idOf(first))?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** Submitted on this phone, not with the server yet: can be looked at, or taken back. */
function Waiting({ form }: { form: Form }) {
  const { t } = useTranslation('field');
  const left = waitingOf(
    usePhotos((s) => s.photos),
    formSubject(form.orderId),
  );
  return (
    <>
      <div className="paper-body">
        <Content content={form.content} subject={formSubject(form.orderId)} />
      </div>
      <footer className="report-bar">
        <p className="note near" role="status" data-testid="field-form-waiting">
          … {t('paper.feedback.submitting')}
          {left > 0 && ` · ${t('paper.feedback.photosLeft', { count: left })}`}
        </p>
        <button type="button" className="small" onClick={() => goOnWriting(form)}>
          {t('paper.feedback.goOn')}
        </button>
      </footer>
    </>
  );
}

function Comment({ view }: { view: FeedbackView }) {
  const { t } = useTranslation('field');
  return (
    <div className="note returned" role="note" data-testid="field-form-comment">
      <b>! {t('paper.feedback.returnedBy', { by: view.decidedBy })}</b>
      <p className="written">{view.comment}</p>
    </div>
  );
}

/** What the form lacks once the person has asked to submit it, and the asking. */
function useSubmit({ of, view, form }: Props, content: FeedbackDraft) {
  const { t } = useTranslation('field');
  const [asked, setAsked] = useState(false);
  const subject = formSubject(of.orderId);
  const hasRefusedPhoto =
    refusedOf(
      usePhotos((s) => s.photos),
      subject,
    ).length > 0;
  const today = formatDate(serverNow());
  const missing = asked ? lacksOf(content, today) : [];
  const problems = [
    form?.refusal && `! ${t('paper.feedback.refused', { words: form.refusal.words })}`,
    asked && hasRefusedPhoto && `! ${t('paper.feedback.photosRefused')}`,
  ];
  return {
    today,
    lacks: missing.length > 0 ? missing : (form?.refusal?.lacks ?? []),
    problem: problems.filter((problem) => typeof problem === 'string').join(' '),
    isPreparing: useIsPreparing(subject),
    submit(): void {
      setAsked(true);
      const found = lacksOf(content, today);
      if (found.length > 0) showFirst(found);
      else if (!hasRefusedPhoto) submitForm(of, view);
    },
  };
}

interface FootProps {
  submission: ReturnType<typeof useSubmit>;
  isReturned: boolean;
  isOver: boolean;
}

function Foot({ submission, isReturned, isOver }: FootProps) {
  const { t } = useTranslation('field');
  const { lacks, problem, isPreparing, submit } = submission;
  const name = t(isReturned ? 'paper.feedback.submitAgain' : 'paper.feedback.submit');
  return (
    <footer className="report-bar">
      <p className="problem" role="alert" data-testid="field-form-refusal">
        {problem}
      </p>
      <Lacks lacks={lacks} />
      {isOver ? (
        <button type="button" className="big" disabled={isPreparing} onClick={submit} data-testid="field-form-submit">
          {isPreparing ? t('paper.photos.preparing') : name}
        </button>
      ) : (
        <p className="note">{t('paper.feedback.tooEarly')}</p>
      )}
    </footer>
  );
}

/** The form being written: every keystroke is kept; submit says exactly what is missing. */
export function WriteForm(props: Props) {
  const { of, view, form, status } = props;
  const { t } = useTranslation('field');
  const content = form?.content ?? view?.content ?? {};
  const submission = useSubmit(props, content);
  if (form && form.submitId !== null) return <Waiting form={form} />;
  return (
    <>
      <div className="paper-body" data-testid="field-form">
        {view?.state === 'returned' && <Comment view={view} />}
        {view === null && form === null && <p className="note near">{t('paper.feedback.notRead')}</p>}
        <Fields
          content={content}
          lacks={submission.lacks}
          orderId={of.orderId}
          today={submission.today}
          onChange={(patch) => write(of, view, patch)}
          onPhoto={() => beginForm(of, view)}
        />
      </div>
      <Foot
        submission={submission}
        isReturned={view?.state === 'returned'}
        isOver={status === null || status === 'cleared'}
      />
    </>
  );
}
