import { useTranslation } from 'react-i18next';
import { open } from './page';
import type { Desk } from './TabsScreen';

/** On every page but the orders: a new order has come. One tap shows it; what is being written stays as it is. */
export function NewOrderStrip({ desk: { ringing, selection } }: { desk: Desk }) {
  const { t } = useTranslation('field');
  const { order } = ringing;
  if (!order) return null;
  function show(orderId: string): void {
    selection.select(orderId);
    open({ name: 'orders' });
  }
  return (
    <div className="ringing" role="alert">
      <b>● {t('newOrder')}</b>
      <span className="one-line">
        {t('code', { code: order.code })} {order.incident.type?.name ?? t('typeUnknown')}
      </span>
      <button type="button" onClick={() => show(order.id)} data-testid="field-new-order">
        {t('paper.newOrder.open')}
      </button>
    </div>
  );
}
