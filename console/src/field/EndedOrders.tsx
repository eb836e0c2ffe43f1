import type { FeedbackRow } from '@liandong/shared/feedback';
import type { TeamOrder } from '@liandong/shared/order';
import { useTranslation } from 'react-i18next';
import { Severity } from '../ui/Severity';
import { ORDER_SIGNS } from '../ui/signs';
import { formatDate, formatMinute, formatSpan } from '../ui/time';
import { headline } from './headline.rules';
import { isOfToday, useEnded } from './orders';
import { PaperBar } from './PaperBar';
import { open } from './page';
import { project } from './project.rules';
import { useFeedbackRows } from './todo/owed';

/** The way to the form of a finished order, with how far it is. */
function FormLink({ order, form }: { order: TeamOrder; form: FeedbackRow | undefined }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  return (
    <button
      type="button"
      className="small form-link"
      onClick={() => open({ name: 'feedback', id: order.id })}
      data-testid={`field-form-${order.code}`}
    >
      {t('paper.ended.feedback')}
      <small>{form ? signs(`feedback.${form.state}`) : t('paper.feedback.state.empty')}</small>
    </button>
  );
}

function Row({ order, form }: { order: TeamOrder; form: FeedbackRow | undefined }) {
  const { t } = useTranslation('field');
  const { t: signs } = useTranslation('signs');
  const { phase, seconds } = headline(order, project(order, []), Date.parse(order.issuedAt));
  const what = t(`whatShort.${order.target.measure}`);
  const decided = phase === 'met' || phase === 'late';
  const issued = isOfToday(order) ? formatMinute(order.issuedAt) : formatDate(order.issuedAt);
  return (
    <li>
      <Severity level={order.incident.severity} size={30} />
      <div>
        <b>{order.incident.type?.name ?? t('typeUnknown')}</b>
        <p className="quiet one-line">{order.incident.placeText ?? order.incident.narrative}</p>
        <p className="quiet">
          {t('code', { code: order.code })} · {issued} · {ORDER_SIGNS[order.status].sign}{' '}
          {signs(`status.${order.status}`)} {order.endReason}
        </p>
        {decided && <p className={phase}>{t(`due.${phase}`, { what, span: formatSpan(seconds) })}</p>}
      </div>
      {order.status === 'cleared' && <FormLink order={order} form={form} />}
    </li>
  );
}

/** What ended today and before, each with its feedback form. */
export function EndedOrders() {
  const { t } = useTranslation('field');
  const orders = useEnded();
  const forms = useFeedbackRows();
  const groups = [
    ['today', orders.filter(isOfToday)],
    ['earlier', orders.filter((order) => !isOfToday(order))],
  ] as const;
  return (
    <>
      <PaperBar title={t('paper.ended.heading')} fallback={{ name: 'todo' }} />
      <div className="paper-body flush">
        {orders.length === 0 && <p className="centred quiet">{t('today.none')}</p>}
        {groups.map(
          ([name, group]) =>
            group.length > 0 && (
              <section key={name}>
                <h2 className="group">{t(`paper.ended.${name}`)}</h2>
                <ul className="ended">
                  {group.map((order) => (
                    <Row key={order.id} order={order} form={forms.find((form) => form.orderId === order.id)} />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </>
  );
}
