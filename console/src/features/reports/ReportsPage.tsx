import { Button, Result, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { useSession } from '../../app/session';
import { toServerTime } from '../../ui/clock';
import { Distribution } from './Distribution';
import { Figures } from './Figures';
import { FilterBar } from './FilterBar';
import { toQuery } from './filter.rules';
import { LateHours } from './LateHours';
import { OrdersDrawer, type Selection } from './OrdersDrawer';
import { ReportTable } from './ReportTable';
import { rankRows } from './report.rules';
import { Summary } from './Summary';
import { useFilters } from './use-filters';
import './reports.css';
import './table.css';
import './print.css';

/** How fast the teams were: figures, ranking and distribution; every number opens its orders. */
export default function ReportsPage() {
  const { t } = useTranslation('reports');
  const { me } = useSession();
  const { filters, today, change } = useFilters();
  const query = useMemo(() => toQuery(filters), [filters]);
  const report = useAnswer('responseTimes', { query });
  const measured = useAnswer('measuredOrders', { query });
  const [selection, setSelection] = useState<Selection | null>(null);
  const rows = useMemo(() => rankRows(report.data?.rows ?? []), [report.data]);
  const orders = measured.data?.items;

  return (
    <main className="page reports" aria-busy={report.isFetching}>
      <p className="print-heading">{t('heading', { county: me.county })}</p>
      <h1>{t('title')}</h1>
      <Summary filters={filters} report={report.data} at={toServerTime(report.dataUpdatedAt)} />
      <FilterBar filters={filters} today={today} onChange={change} report={report.data} rows={rows} />
      {report.isPending && <Skeleton active paragraph={{ rows: 8 }} title={false} aria-label={t('loading')} />}
      {report.isError && (
        <Result
          status="warning"
          title={t('failed')}
          subTitle={report.error.message}
          extra={<Button onClick={() => void report.refetch()}>{t('retry')}</Button>}
        />
      )}
      {report.data && rows.length === 0 && (
        <Result icon={<span className="empty-sign">○</span>} title={t('empty')} subTitle={t('emptyAdvice')} />
      )}
      {report.data && rows.length > 0 && (
        <>
          <Figures total={report.data.total} onOpen={setSelection} />
          <div className="report-body">
            <ReportTable
              rows={rows}
              total={report.data.total}
              groupBy={filters.groupBy}
              interval={filters.interval}
              onOpen={setSelection}
            />
            <div className="report-side">
              <Distribution orders={orders} interval={filters.interval} failed={measured.isError} />
              <LateHours orders={orders} onOpen={setSelection} />
            </div>
          </div>
        </>
      )}
      <OrdersDrawer selection={selection} query={query} onClose={() => setSelection(null)} />
    </main>
  );
}
