import type { IncidentDetail } from '@liandong/shared/board';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { presentSecond } from '../../ui/clock';
import { selectOrder, showPhones } from './desk-state';
import { FeedbackLine } from './FeedbackLine';
import { Ladder } from './Ladder';
import { OrderClock, ProgressLine } from './OrderClock';
import { Amendments, CallKind, DutyAtIssue, Ending } from './OrderFacts';
import { OrderSupervision, usePossibleOrderActs } from './OrderSupervision';
import { type Action, actions, decided } from './order.rules';
import { Stamps } from './Stamps';
import { targetShort, targetText } from './words';

interface Props {
  order: OrderView;
  /** All orders of its incident. */
  orders: readonly OrderView[];
  incident: IncidentView;
  feedback: IncidentDetail['feedback'][number] | undefined;
  /** Its number on the card and on the keyboard. */
  place: number;
  selected: boolean;
  /** Fetch and show the messages. */
  ladder: boolean;
  onAct: (order: OrderView, action: Action) => void;
}

function Buttons({ order, orders, incident, onAct }: Pick<Props, 'order' | 'orders' | 'incident' | 'onAct'>) {
  const { t } = useTranslation(['desk', 'signs']);
  const { may } = useSession();
  const possible = may('order.report') ? actions(order) : [];
  return (
    <div className="buttons">
      {possible.map((action, index) => (
        <button
          key={action.kind}
          type="button"
          className={index === 0 ? 'btn primary' : 'btn'}
          data-testid={`btn-${action.kind}`}
          onClick={() => onAct(order, action)}
        >
          {t(action.kind === 'cleared' && action.reason ? 'desk:clearEarly' : `signs:step.${action.kind}`)}{' '}
          <kbd>{action.key}</kbd>
        </button>
      ))}
      <span className="aside">
        <OrderSupervision order={order} orders={orders} incident={incident} />
        <button type="button" className="btn ghost" onClick={() => showPhones(order.teamCode)}>
          {t('desk:phone')} <kbd>P</kbd>
        </button>
      </span>
    </div>
  );
}

/** One order: how long its team has left, what it has reported, which messages went out, what can be taken down. */
export const OrderCard = memo(function OrderCard(props: Props) {
  const { order, orders, incident, feedback, place, selected, ladder, onAct } = props;
  const { t } = useTranslation(['desk', 'signs']);
  const ended = !isOpen(order.status);
  const replaceable = usePossibleOrderActs()({ order, orders, incident }, presentSecond()).includes('replace');
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same by the card's number key; the heading button is focusable
    <article
      ref={card}
      className={`order${selected ? ' selected' : ''}${ended ? ' ended' : ''}`}
      data-testid={`order-card-${order.teamCode}`}
      data-status={order.status}
      aria-label={`${order.teamName} ${t(`signs:status.${order.status}`)}`}
      onClick={() => selectOrder(order.id)}
    >
      <header>
        <kbd>{place}</kbd>
        <button type="button" className="name" aria-pressed={selected} title={order.teamName}>
          {order.teamName}
        </button>
        <span className="num faint">#{order.code}</span>
        <span
          className="target"
          title={[targetText(order.target, t), order.target.why, order.target.basis].join(' · ')}
        >
          {decided(order) ? targetShort(order.target, t) : targetText(order.target, t, '·')}
        </span>
        <OrderClock order={order} />
      </header>
      <CallKind order={order} />
      {selected && <DutyAtIssue order={order} />}
      <ProgressLine order={order} />
      <Stamps order={order} />
      <Amendments order={order} />
      <Ending order={order} orders={orders} replaceable={replaceable} />
      <FeedbackLine order={order} feedback={feedback} />
      {ladder && <Ladder order={order} selected={selected} />}
      {selected && <Buttons order={order} orders={orders} incident={incident} onAct={onAct} />}
    </article>
  );
});
