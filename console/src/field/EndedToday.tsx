import type { TeamOrder } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { Severity } from '../ui/Severity';
import { ORDER_SIGNS } from '../ui/signs';
import { formatMinute, formatSpan } from '../ui/time';
import { headline } from './headline.rules';
import { project } from './project.rules';

function Row({ order }: { order: TeamOrder }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const { phase, seconds } = headline(order, project(order, []), Date.parse(order.issuedAt));
  const what = t(`whatShort.${order.target.measure}`);
  const decided = phase === 'met' || phase === 'late';
  return (
    <li>
      <Severity level={order.incident.severity} size={30} />
      <div>
        <b>{order.incident.type?.name ?? t('typeUnknown')}</b>
        <p className="quiet one-line">{order.incident.placeText ?? order.incident.narrative}</p>
        <p className="quiet">
          {t('code', { code: order.code })} · {formatMinute(order.issuedAt)} · {ORDER_SIGNS[order.status].sign}{' '}
          {signs(`status.${order.status}`)} {order.endReason}
        </p>
        {decided && <p className={phase}>{t(`due.${phase}`, { what, span: formatSpan(seconds) })}</p>}
      </div>
    </li>
  );
}

export function EndedToday({ orders, onBack }: { orders: readonly TeamOrder[]; onBack: () => void }) {
  const { t } = useTranslation('field');
  return (
    <main className="field-app">
      <header className="top-bar">
        <button type="button" className="icon-button" onClick={onBack} aria-label={t('back')}>
          ←
        </button>
        <b>{t('today.heading')}</b>
      </header>
      {orders.length === 0 && <p className="centred quiet">{t('today.none')}</p>}
      <ul className="ended">
        {orders.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </ul>
    </main>
  );
}
