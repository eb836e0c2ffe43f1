import type { MeasuredOrder } from '@liandong/shared/report';
import { Button, Drawer, Result, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/query';
import { formatDate, formatInstant, formatSpan } from '../../ui/time';
import { useOpenOnDesk } from '../owed/use-open-on-desk';
import type { toQuery } from './filter.rules';
import { ASKED, formatTaken, isTimed, MOST_LISTED, ordersBehind, resultOf, type View } from './report.rules';

/** Which number was pressed. `group` absent: all groups; `only`: a further choice, such as one hour of the week. */
export interface Selection {
  title: string;
  group?: string;
  view: View;
  /** The order that a percentile stands for is marked. */
  markSeconds?: number | null;
  only?: (order: MeasuredOrder) => boolean;
}
interface Props {
  selection: Selection | null;
  query: ReturnType<typeof toQuery>;
  onClose: () => void;
}

/** Known evidence in words; an unknown one as it is, never hidden. */
function useEvidenceWord(): (evidence: string | null) => string {
  const { t, i18n } = useTranslation('signs');
  return (evidence) => {
    if (evidence === null) return '—';
    return i18n.exists(`evidence.${evidence}`, { ns: 'signs' }) ? t(`evidence.${evidence as 'app'}`) : evidence;
  };
}

/** The limit belongs to the target alone; an interval without fixed minutes is neither met nor late. */
function useColumns(interval: Props['query']['interval']): TableColumnsType<MeasuredOrder> {
  const { t } = useTranslation('reports');
  const evidenceWord = useEvidenceWord();
  const open = useOpenOnDesk();
  const limits: TableColumnsType<MeasuredOrder> = [
    { title: t('drawer.rule'), className: 'num', dataIndex: 'ruleNo' },
    { title: t('drawer.target'), className: 'num', render: (_, o) => formatSpan(o.targetSeconds) },
  ];
  const late: TableColumnsType<MeasuredOrder> = [
    { title: t('drawer.late'), className: 'num', render: (_, o) => (o.lateSeconds ? formatSpan(o.lateSeconds) : '—') },
  ];
  const word = (o: MeasuredOrder): string =>
    t(resultOf(o) === 'met' && !isTimed(interval) ? 'result.measured' : `result.${resultOf(o)}`);
  return [
    { title: t('drawer.code'), render: (_, o) => <b className="num">{o.code}</b> },
    {
      title: t('drawer.incident'),
      render: (_, o) => (
        <>
          <button
            type="button"
            className="open-incident"
            title={t('drawer.open')}
            data-testid={`open-${o.code}`}
            onClick={() => open(o.incidentId, o.orderId)}
          >
            {o.typeName}
          </button>
          <small className="sub">
            {o.placeText ?? t('drawer.noPlace')} <span className="num">{o.incidentNumber}</span>
          </small>
        </>
      ),
    },
    { title: t('drawer.team'), dataIndex: 'teamShortName' },
    {
      title: t('drawer.issued'),
      className: 'num',
      render: (_, o) => (
        <>
          {formatDate(o.issuedAt)}
          <small className="sub">{formatInstant(o.issuedAt)}</small>
        </>
      ),
      sorter: (a, b) => a.issuedAt.localeCompare(b.issuedAt),
    },
    ...(interval === 'target' ? limits : []),
    {
      title: t('drawer.taken'),
      className: 'num',
      render: (_, o) => formatTaken(o.takenSeconds),
      sorter: (a, b) => (a.takenSeconds ?? Infinity) - (b.takenSeconds ?? Infinity),
    },
    ...(isTimed(interval) ? late : []),
    {
      title: t('drawer.result'),
      render: (_, o) => <span className={`result ${resultOf(o)}`}>{word(o)}</span>,
    },
    { title: t('drawer.evidence'), render: (_, o) => evidenceWord(o.evidence) },
  ];
}

function Orders({ selection, query }: { selection: Selection; query: Props['query'] }) {
  const { t } = useTranslation('reports');
  const { group, view, only, markSeconds } = selection;
  const { data, isPending, isError, refetch } = useAnswer('measuredOrders', {
    query: { ...query, group, result: ASKED[view] },
  });
  const columns = useColumns(query.interval);
  const orders = useMemo(() => {
    const behind = ordersBehind(view, data?.items ?? []);
    return only ? behind.filter(only) : behind;
  }, [data, view, only]);
  if (isError)
    return (
      <Result
        status="warning"
        title={t('failed')}
        extra={<Button onClick={() => void refetch()}>{t('retry')}</Button>}
      />
    );
  return (
    <>
      <p className="quiet">
        {t('drawer.count', { n: orders.length })}
        {data?.items.length === MOST_LISTED && ` · ${t('newest', { n: MOST_LISTED })}`}
      </p>
      <Table
        size="small"
        rowKey="orderId"
        loading={isPending}
        columns={columns}
        dataSource={orders}
        pagination={orders.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        rowClassName={(o) => (markSeconds !== null && o.takenSeconds === markSeconds ? 'marked' : '')}
      />
    </>
  );
}

/** The orders behind the number that was pressed. */
export function OrdersDrawer({ selection, query, onClose }: Props) {
  return (
    <Drawer
      open={selection !== null}
      onClose={onClose}
      title={selection?.title}
      size="min(980px, 96vw)"
      rootClassName="orders-drawer"
    >
      {selection && <Orders selection={selection} query={query} />}
    </Drawer>
  );
}
