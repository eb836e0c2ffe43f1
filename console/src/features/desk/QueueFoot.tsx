import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { useRows } from '../../live/store';
import { useNow } from '../../ui/clock';
import { formatDate } from '../../ui/time';
import { startOfDay } from './county-time.rules';

/** Today's figure is asked for anew this often. */
const EVERY_MS = 60_000;

/** What stands in one line under the queue: without a team, and today's compliance. */
export function QueueFoot() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const rows = useRows();
  const today = formatDate(useNow());
  const from = new Date(startOfDay(today)).toISOString();
  const { data } = useAnswer(
    'responseTimes',
    { query: { from, groupBy: 'all', interval: 'target' } },
    { enabled: may('report.read'), refetchInterval: EVERY_MS },
  );
  const total = data?.total;
  const none = [...rows.values()].filter((row) => row.orders.length === 0).length;
  return (
    <footer className="queue-foot">
      <span>{t('footUnassigned', { count: none })}</span>
      {total !== undefined && (
        <span>
          {t('footDecided', { count: total.n })} · {t('footCompliance')}{' '}
          <b className="num">{total.compliance === null ? '—' : `${(total.compliance * 100).toFixed(1)}%`}</b>
        </span>
      )}
    </footer>
  );
}
