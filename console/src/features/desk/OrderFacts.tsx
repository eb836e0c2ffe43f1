import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../ui/time';
import { replacementOf } from './alarms.rules';
import { openDispatch } from './desk-state';
import { targetText } from './words';
import './order-facts.css';

/** 增援, or in whose place: why this team was called later than the first. */
export function CallKind({ order }: { order: OrderView }) {
  const { t } = useTranslation(['signs', 'acts']);
  if (order.callKind === 'first') return null;
  const replaces = order.replaces;
  return (
    <p className="call-kind" data-testid={`call-kind-${order.teamCode}`}>
      <span className="tag">{t(`signs:callKind.${order.callKind}`)}</span>{' '}
      {replaces !== null && t('acts:replaces', { code: replaces.code, team: replaces.teamShortName })}
    </p>
  );
}

/** 下达时值班: who answered for the team when it was ordered. */
export function DutyAtIssue({ order }: { order: OrderView }) {
  const { t } = useTranslation(['duty', 'signs']);
  const { duty, teamCode } = order;
  return (
    <p className="duty-at-issue" data-testid={`order-duty-${teamCode}`}>
      <span className="quiet">{t('duty:orderDuty')}</span>{' '}
      {duty === null ? (
        <span className="over">{t('duty:nobody')}</span>
      ) : (
        <>
          {duty.name} <span className="quiet">{t(`signs:post.${duty.post}`)}</span>{' '}
          <span className="num">{duty.phone}</span>
        </>
      )}
    </p>
  );
}

/** 更正 and 改换时限 in words: what was, what is, by whom and why. */
export function Amendments({ order }: { order: OrderView }) {
  const { t } = useTranslation(['desk', 'signs', 'acts']);
  const { rebased } = order;
  return (
    <>
      {order.corrections.map((correction) => (
        <p key={correction.kind} className="amendment" data-testid={`correction-${order.teamCode}-${correction.kind}`}>
          ✎{' '}
          {t('acts:correction', {
            step: t(`signs:step.${correction.kind}`),
            was: formatInstant(correction.was),
            at: formatInstant(correction.at),
          })}{' '}
          <span className="quiet">
            {correction.by}：{correction.reason}
          </span>
        </p>
      ))}
      {rebased !== null && (
        <p className="amendment" data-testid={`rebased-${order.teamCode}`}>
          ✎ {t('acts:rebased', { before: targetText(rebased.before, t, '·'), after: targetText(order.target, t, '·') })}{' '}
          <span className="quiet">
            {rebased.by}：{rebased.reason}
          </span>
        </p>
      )}
    </>
  );
}

interface EndingProps {
  order: OrderView;
  orders: readonly OrderView[];
  /** May another team be sent in its place? */
  replaceable: boolean;
}

/** How an order ended without its team coming, and who goes instead. */
export function Ending({ order, orders, replaceable }: EndingProps) {
  const { t } = useTranslation(['signs', 'acts']);
  if (order.status !== 'declined' && order.status !== 'recalled' && order.endReason === null) return null;
  const instead = replacementOf(order, orders);
  return (
    <p className="ending" data-testid={`ending-${order.teamCode}`}>
      <span>
        □ {t(`signs:status.${order.status}`)} {order.endReason}
        {instead !== null && ` · ${t('acts:replacedBy', { code: instead.code, team: instead.teamShortName })}`}
      </span>
      {replaceable && (
        <button
          type="button"
          className={order.status === 'declined' ? 'btn primary' : 'btn ghost'}
          data-testid={`replace-${order.teamCode}`}
          onClick={() => openDispatch(null, order)}
        >
          {t('acts:orderAct.replace')} <kbd>D</kbd>
        </button>
      )}
    </p>
  );
}
