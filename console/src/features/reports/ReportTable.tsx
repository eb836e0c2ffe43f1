import type { ResponseTimesRow } from '@liandong/shared/report';
import { useTranslation } from 'react-i18next';
import { ComplianceCell } from './ComplianceCell';
import type { Filters } from './filter.rules';
import type { Selection } from './OrdersDrawer';
import { formatTaken, isTimed, type RankedRow, type View } from './report.rules';

interface Props {
  rows: readonly RankedRow[];
  total: ResponseTimesRow;
  groupBy: Filters['groupBy'];
  interval: Filters['interval'];
  onOpen: (selection: Selection) => void;
}
type Open = (view: View, markSeconds?: number | null) => void;

interface NumberColumn {
  view: View;
  show: (row: ResponseTimesRow) => string;
  mark?: (row: ResponseTimesRow) => number | null;
}
const count = (n: number): string => (n === 0 ? '·' : String(n));
const BEFORE: NumberColumn[] = [
  { view: 'sample', show: (row) => String(row.n) },
  { view: 'missing', show: (row) => count(row.missing) },
  { view: 'waived', show: (row) => count(row.waived) },
  { view: 'running', show: (row) => count(row.running) },
];
/** Of fewer than five orders a percentile says nothing. */
const percentile = (row: ResponseTimesRow, seconds: number | null): string => (row.ranked ? formatTaken(seconds) : '—');
const AFTER: NumberColumn[] = [
  { view: 'p50', show: (row) => percentile(row, row.p50Seconds), mark: (row) => row.p50Seconds },
  { view: 'p90', show: (row) => percentile(row, row.p90Seconds), mark: (row) => row.p90Seconds },
  { view: 'worst', show: (row) => formatTaken(row.worstSeconds), mark: (row) => row.worstSeconds },
];
const EMPTY: readonly string[] = ['·', '—', '0'];

function NumberCells({ row, columns, open }: { row: ResponseTimesRow; columns: NumberColumn[]; open: Open }) {
  return columns.map(({ view, show, mark }) => {
    const text = show(row);
    return (
      <td key={view} className="num">
        {EMPTY.includes(text) ? (
          <span className="faint">{text}</span>
        ) : (
          <button type="button" className="figure-link" onClick={() => open(view, mark?.(row))}>
            {text}
          </button>
        )}
      </td>
    );
  });
}

/** The groups, best first; too small ones below, not ranked. */
export function ReportTable({ rows, total, groupBy, interval, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const name = t(`group.${groupBy}`);
  const line = (row: ResponseTimesRow, rank: string, group: string | undefined) => {
    const open: Open = (view, markSeconds) =>
      onOpen({ title: `${row.label} · ${t(`view.${view}`)}`, group, view, markSeconds });
    return (
      <>
        <td className="num faint">{rank}</td>
        <th scope="row">{row.label}</th>
        <NumberCells row={row} columns={BEFORE} open={open} />
        <ComplianceCell row={row} withBar={isTimed(interval)} onOpen={() => open('sample')} />
        <NumberCells row={row} columns={AFTER} open={open} />
      </>
    );
  };
  return (
    <section className="card">
      <header>
        <h2>{name}</h2>
        <small className="faint">{t('hint')}</small>
      </header>
      <table className="report-table" data-testid="report-table">
        <thead>
          <tr>
            <th scope="col">{t('column.rank')}</th>
            <th scope="col">{name}</th>
            <th scope="col">{t('column.sample')}</th>
            <th scope="col">{t('column.missing')}</th>
            <th scope="col">{t('column.waived')}</th>
            <th scope="col">{t('column.running')}</th>
            <th scope="col">{t('column.compliance')}</th>
            <th scope="col">{t('column.p50')}</th>
            <th scope="col">{t('column.p90')}</th>
            <th scope="col">{t('column.worst')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.group} className={row.rank === null ? 'unranked' : ''} data-testid={`report-row-${row.group}`}>
              {line(row, row.rank === null ? '' : String(row.rank), row.group)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>{line({ ...total, group: 'total', label: t('total'), ranked: true }, '', undefined)}</tr>
        </tfoot>
      </table>
    </section>
  );
}
