import type { OrderView } from '@liandong/shared/order';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { useKeys } from '../../ui/keys';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { reportVerbally } from './actions';
import type { Shown } from './Detail';
import { selectOrder, showPhones, useDesk } from './desk-state';
import { Escalation } from './Escalation';
import { OrderCard } from './OrderCard';
import { useOrderActKeys } from './OrderSupervision';
import { type Action, actions, pressingOrder } from './order.rules';
import './order.css';

/** With more orders than this, only the chosen one's ladder is asked for. */
const LADDERS_AT_ONCE = 12;

/** The orders of the incident, and the keys that take a team's words down. */
export function OrderList({ shown: { incident, orders, detail, strength } }: { shown: Shown }) {
  const { t } = useTranslation(['desk', 'signs']);
  const { may } = useSession();
  const chosen = useDesk((desk) => desk.orderId);
  const [asked, setAsked] = useState<{ order: OrderView; kind: Action['kind'] } | null>(null);
  const current = orders.find((order) => order.id === chosen) ?? pressingOrder(orders);

  // The keys stay with this order until another is chosen: a clock running out elsewhere must not move them.
  const currentId = current?.id ?? null;
  useEffect(() => {
    if (chosen === null && currentId !== null) selectOrder(currentId);
  }, [chosen, currentId]);

  const act = (order: OrderView, action: Action): void => {
    if (action.reason) setAsked({ order, kind: action.kind });
    else void reportVerbally(order, action.kind);
  };
  const steps = current === null || !may('order.report') ? [] : actions(current);
  const byKey = Object.fromEntries(
    steps.map((action) => [action.key.toLowerCase(), () => current !== null && act(current, action)]),
  );
  const byNumber = Object.fromEntries(
    orders.slice(0, 9).map((order, index) => [String(index + 1), () => selectOrder(order.id)]),
  );
  useOrderActKeys({ incident, orders, current });
  useKeys({ ...byNumber, ...byKey, p: () => current !== null && showPhones(current.teamCode) });

  if (orders.length === 0) {
    return (
      <p className="empty">
        {incident.status === 'open' ? t('desk:noOrders') : t('desk:neverIssued')}{' '}
        {incident.status === 'open' && <kbd>F4</kbd>}
      </p>
    );
  }
  return (
    <div className="orders">
      <Escalation incidentId={incident.id} open={incident.status === 'open'} orders={orders} strength={strength} />
      {orders.map((order, index) => (
        <OrderCard
          key={order.id}
          order={order}
          orders={orders}
          incident={incident}
          feedback={detail?.feedback.find((each) => each.orderId === order.id)}
          place={index + 1}
          selected={order.id === current?.id}
          ladder={orders.length <= LADDERS_AT_ONCE || order.id === current?.id}
          onAct={act}
        />
      ))}
      {asked !== null && (
        <ReasonDialog
          title={`${asked.order.teamShortName} · ${t(`signs:button.${asked.kind}`)}`}
          label={t(asked.kind === 'declined' ? 'desk:whyDeclined' : 'desk:whyNoArrival')}
          phrases={
            asked.kind === 'declined' ? PHRASES.declined.map((key) => t(key)) : PHRASES.cleared.map((key) => t(key))
          }
          onDone={(reason) => void reportVerbally(asked.order, asked.kind, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

/** Reasons often given, one click each. */
const PHRASES = {
  declined: ['desk:phrase.otherTask', 'desk:phrase.roadCut', 'desk:phrase.vehicle'],
  cleared: ['desk:phrase.notNeeded', 'desk:phrase.turnedBack', 'desk:phrase.falseAlarm'],
} as const;
