import type { OrderView } from '@liandong/shared/order';
import { isOpen } from '@liandong/shared/order.lifecycle';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { selectOrder, showPhones } from './desk-state';
import { Ladder } from './Ladder';
import { OrderClock, ProgressLine } from './OrderClock';
import { OrderSupervision } from './OrderSupervision';
import { type Action, actions, decided } from './order.rules';
import { Stamps } from './Stamps';
import { targetShort, targetText } from './words';

interface Props {
  order: OrderView;
  /** Its number on the card and on the keyboard. */
  place: number;
  selected: boolean;
  /** Fetch and show the messages. */
  ladder: boolean;
  onAct: (order: OrderView, action: Action) => void;
}

function Buttons({ order, onAct }: Pick<Props, 'order' | 'onAct'>) {
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
        <OrderSupervision order={order} />
        <button type="button" className="btn ghost" onClick={() => showPhones(order.teamCode)}>
          {t('desk:phone')} <kbd>P</kbd>
        </button>
      </span>
    </div>
  );
}

/** One order: how long its team has left, what it has reported, which messages went out, what can be taken down. */
export const OrderCard = memo(function OrderCard({ order, place, selected, ladder, onAct }: Props) {
  const { t } = useTranslation(['desk', 'signs']);
  const ended = !isOpen(order.status);
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
      <ProgressLine order={order} />
      <Stamps order={order} />
      {(order.status === 'declined' || order.status === 'recalled' || order.endReason !== null) && (
        <p className="ending">
          □ {t(`signs:status.${order.status}`)} {order.endReason}
        </p>
      )}
      {ladder && <Ladder order={order} />}
      {selected && <Buttons order={order} onAct={onAct} />}
    </article>
  );
});
