import type { IncidentDetail } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OwedClock } from '../upward/OwedClock';
import { stillOwed } from './queue.rules';

const SIGNS = { submitted: '→', returned: '↩', accepted: '✓' } as const;

interface Props {
  order: OrderView;
  feedback: IncidentDetail['feedback'][number] | undefined;
}

/** How the order's 反馈单 stands, and the way to it. Nothing before it is owed. */
export function FeedbackLine({ order, feedback }: Props) {
  const { t } = useTranslation(['feedback', 'signs']);
  const clocks = order.obligations.filter((each) => each.kind === 'feedback');
  // Once returned it is owed anew: the clock that runs says until when.
  const clock = clocks.find(stillOwed) ?? clocks[0];
  if (feedback === undefined && clock === undefined) return null;
  const state = feedback?.state;
  return (
    <p className="feedback-line" data-testid={`feedback-line-${order.teamCode}`}>
      <span>
        {t('feedback:form')}{' '}
        <b>
          {state === undefined || state === 'draft'
            ? t('feedback:notSubmitted')
            : `${SIGNS[state]} ${t(`signs:feedback.${state}`)}`}
        </b>
        {feedback !== undefined && feedback.version > 0 && ` ${t('feedback:version', { version: feedback.version })}`}
      </span>
      {clock !== undefined && state !== 'accepted' && state !== 'submitted' && <OwedClock obligation={clock} />}
      <span className="spacer" />
      <Link className="btn" to={`/owed?tab=feedback&order=${order.id}`}>
        {t(state === 'submitted' ? 'feedback:review' : 'feedback:open')}
      </Link>
    </p>
  );
}
