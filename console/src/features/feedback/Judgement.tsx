import type { FeedbackView } from '@liandong/shared/feedback';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { mayJudge } from './feedback.rules';

/** 采纳 or 退回: the centre's word on what was handed in. */
export function Judgement({ view }: { view: FeedbackView }) {
  const { t } = useTranslation('feedback');
  const { may } = useSession();
  const [asking, setAsking] = useState<'accept' | 'return' | null>(null);
  if (!may('feedback.judge') || !mayJudge(view.state)) return null;
  return (
    <div className="judgement">
      <button type="button" className="btn primary" onClick={() => setAsking('accept')} data-testid="feedback-accept">
        ✓ {t('accept')}
      </button>
      <button type="button" className="btn" onClick={() => setAsking('return')} data-testid="feedback-return">
        ↩ {t('return')}
      </button>
      {asking !== null && <Words key={asking} view={view} verdict={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

interface Props {
  view: FeedbackView;
  verdict: 'accept' | 'return';
  onClose: () => void;
}

function Words({ view, verdict, onClose }: Props) {
  const { t } = useTranslation('feedback');
  const [comment, setComment] = useState('');
  const { busy, problem, run } = useWrite(view.incidentId);
  const accepting = verdict === 'accept';
  const words = comment.trim();
  const submit = async (): Promise<void> => {
    const params = { id: view.orderId };
    // What is judged is what was read: written anew meanwhile, it is refused.
    const { version } = view;
    const done = accepting
      ? await run(
          'acceptFeedback',
          { params, body: { comment: words === '' ? undefined : words, version } },
          t('accepted'),
        )
      : await run('returnFeedback', { params, body: { comment: words, version } }, t('returned'));
    if (done) onClose();
  };
  return (
    <ActForm
      title={`${t(verdict)} · ${view.teamShortName} #${view.orderCode}`}
      submit={t(verdict)}
      ready={accepting || words.length >= 2}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t(accepting ? 'acceptComment' : 'returnComment')}
        <textarea
          className="field"
          rows={3}
          maxLength={500}
          data-first-focus
          value={comment}
          data-testid="feedback-comment"
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
    </ActForm>
  );
}
