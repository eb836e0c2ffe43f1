import type { Me } from '@liandong/shared/auth';
import type { FollowUpView } from '@liandong/shared/feedback';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMinute } from '../../ui/time';
import { perhapsLater } from '../kept/acts';
import { useIsPreparing, usePhotos } from '../kept/photos';
import { proofSubject, refusedOf, uploadedIds, waitingOf } from '../kept/photos.rules';
import { PaperBar } from '../PaperBar';
import { PaperDue } from '../PaperClock';
import { PhotoGrid } from '../photos/PhotoGrid';
import { PhotoPicker } from '../photos/PhotoPicker';
import { forget, readStored, store } from '../storage';
import { useFollowUp, useLocal } from './owed';
import { startOf } from './todo.rules';

const SHORTEST = 2;

function Facts({ task }: { task: FollowUpView }) {
  const { t } = useTranslation('field');
  return (
    <>
      <h2 className="title">{task.what}</h2>
      <dl className="facts wide">
        <dt>{t('paper.followUp.unit')}</dt>
        <dd>{task.unit}</dd>
        <dt>{t('paper.followUp.person')}</dt>
        <dd>{task.person}</dd>
        <dt>{t('paper.followUp.about')}</dt>
        <dd>
          {t('code', { code: task.orderCode })} · {task.incidentNumber}
        </dd>
      </dl>
      {task.phone && (
        <a className="small tel" href={`tel:${task.phone}`}>
          {t('paper.followUp.phone')} {task.phone}
        </a>
      )}
    </>
  );
}

function Done({ task }: { task: FollowUpView }) {
  const { t } = useTranslation('field');
  return (
    <>
      <p className="met">
        ✓{' '}
        {t('paper.followUp.done', { by: task.doneBy, time: `${formatDate(task.doneAt)} ${formatMinute(task.doneAt)}` })}
      </p>
      <p className="written">{task.proof}</p>
      <PhotoGrid subject={proofSubject(task.id)} ids={task.attachments.map(({ id }) => id)} />
    </>
  );
}

/** 完成情况: words and photos, kept on the phone until they can be sent. */
function useProof(task: FollowUpView, me: Me) {
  const { t } = useTranslation('field');
  const key = `liandong.field.proof.${task.id}`;
  const subject = proofSubject(task.id);
  const { acts } = useLocal(me.username);
  const act = acts.find((one) => one.kind === 'complete' && one.followUpId === task.id);
  const photos = usePhotos((s) => s.photos);
  const [written, setWritten] = useState<string | null>(() => readStored(key, null));
  const [asked, setAsked] = useState(false);
  const text = written ?? (act?.kind === 'complete' ? act.proof : '');
  const isShort = text.trim().length < SHORTEST;
  const hasRefused = refusedOf(photos, subject).length > 0;
  const problems = [
    asked && isShort && t('paper.followUp.need'),
    asked && hasRefused && t('paper.feedback.photosRefused'),
    act?.refusal && t('paper.feedback.refused', { words: act.refusal }),
  ];
  return {
    text,
    ids: uploadedIds(photos, subject),
    left: waitingOf(photos, subject),
    isPreparing: useIsPreparing(subject),
    isWaiting: act !== undefined && act.refusal === null,
    problem: problems.filter((problem) => typeof problem === 'string').join(' '),
    write(words: string): void {
      setWritten(words);
      store(key, words);
    },
    send(): void {
      setAsked(true);
      if (isShort || hasRefused) return;
      perhapsLater({ kind: 'complete', followUpId: task.id, proof: text.trim() });
      forget(key);
    },
  };
}
type Proof = ReturnType<typeof useProof>;

function Foot({ proof }: { proof: Proof }) {
  const { t } = useTranslation('field');
  return (
    <footer className="report-bar">
      <p className="problem" role="alert">
        {proof.problem}
      </p>
      {proof.isWaiting ? (
        <p className="note near" role="status">
          … {t('paper.followUp.waiting')}
          {proof.left > 0 && ` · ${t('paper.feedback.photosLeft', { count: proof.left })}`}
        </p>
      ) : (
        <button
          type="button"
          className="big finish"
          disabled={proof.isPreparing}
          onClick={proof.send}
          data-testid="field-proof-send"
        >
          {t(proof.isPreparing ? 'paper.photos.preparing' : 'paper.followUp.send')}
        </button>
      )}
    </footer>
  );
}

/** Still to be done: its proof is written here. */
function Open({ task, me }: { task: FollowUpView; me: Me }) {
  const { t } = useTranslation('field');
  const proof = useProof(task, me);
  const subject = proofSubject(task.id);
  return (
    <>
      <div className="paper-body">
        <Facts task={task} />
        <label className="block">
          {t('paper.followUp.proof')}
          <textarea
            className="field"
            rows={4}
            maxLength={1000}
            disabled={proof.isWaiting}
            placeholder={t('paper.followUp.proofHint')}
            value={proof.text}
            onChange={(event) => proof.write(event.target.value)}
            data-testid="field-proof"
          />
        </label>
        <PhotoGrid subject={subject} ids={proof.ids} removable={!proof.isWaiting} />
        {!proof.isWaiting && <PhotoPicker subject={subject} orderId={task.orderId} count={0} />}
      </div>
      <Foot proof={proof} />
    </>
  );
}

/** One follow-up task of the team: what, by whom, until when; done with words and photos. */
export function FollowUpPage({ me, id }: { me: Me; id: string }) {
  const { t } = useTranslation('field');
  const { task, reading } = useFollowUp(id);
  return (
    <>
      <PaperBar title={t('paper.followUp.heading')} fallback={{ name: 'todo' }} />
      {!task && <p className="centred quiet">{t(reading ? 'loading' : 'paper.followUp.absent')}</p>}
      {task?.state === 'open' && (
        <>
          <PaperDue
            startedAt={startOf('followUp', task.dueAt)}
            dueAt={task.dueAt}
            heading={`${t('paper.followUp.due')} ${formatDate(task.dueAt)}`}
          />
          <Open task={task} me={me} />
        </>
      )}
      {task?.state === 'done' && (
        <div className="paper-body">
          <Facts task={task} />
          <Done task={task} />
        </div>
      )}
    </>
  );
}
