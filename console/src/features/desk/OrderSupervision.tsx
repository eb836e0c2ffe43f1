import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { presentSecond, useNow } from '../../ui/clock';
import { useKeys } from '../../ui/keys';
import { ask, openDispatch } from './desk-state';
import { ORDER_ACT_KEYS, type OrderAct, type OrderActFacts, possibleOrderActs } from './order-acts.rules';

type About = Pick<OrderActFacts, 'order' | 'orders' | 'incident'>;

export function doOrderAct(order: OrderView, act: OrderAct): void {
  if (act === 'replace') openDispatch(null, order);
  else ask({ of: 'order', act, orderId: order.id });
}

/** What the person signed in can do about an order, asked at any instant. */
export function usePossibleOrderActs(): (about: About, now: number) => OrderAct[] {
  const { may } = useSession();
  return (about, now) =>
    possibleOrderActs({
      ...about,
      now,
      issue: may('order.issue'),
      report: may('order.report'),
      supervise: may('order.supervise'),
    });
}

/** Keys for what can be done about the chosen order besides its steps. */
export function useOrderActKeys(about: {
  incident: IncidentView;
  orders: readonly OrderView[];
  current: OrderView | null;
}) {
  const possible = usePossibleOrderActs();
  const { incident, orders, current } = about;
  const press = (act: OrderAct) => (): void => {
    if (current === null) return;
    if (possible({ order: current, orders, incident }, presentSecond()).includes(act)) doOrderAct(current, act);
  };
  const keys = Object.entries(ORDER_ACT_KEYS) as [OrderAct, string][];
  useKeys(Object.fromEntries(keys.map(([act, key]) => [key.toLowerCase(), press(act)])));
}

/** Replacing, writing down afterwards, correcting, changing the target, waiving, recalling: each only while possible. */
export function OrderSupervision(about: About) {
  const { t } = useTranslation('acts');
  const possible = usePossibleOrderActs()(about, useNow());
  return possible
    .filter((act) => act !== 'replace')
    .map((act) => (
      <button
        key={act}
        type="button"
        className="btn ghost"
        onClick={() => doOrderAct(about.order, act)}
        data-testid={`btn-${act}`}
      >
        {t(`orderAct.${act}`)}
        {ORDER_ACT_KEYS[act] !== undefined && <kbd>{ORDER_ACT_KEYS[act]}</kbd>}
      </button>
    ));
}
