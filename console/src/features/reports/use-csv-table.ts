import type { ResponseTimesRow } from '@liandong/shared/report';
import { useTranslation } from 'react-i18next';
import type { Filters } from './filter.rules';
import { formatPercent, type RankedRow } from './report.rules';

type Cells = (string | number | null)[];

/** The table of the page as cells: the same order and words, spans in plain seconds to count with. */
export function useCsvTable(): (filters: Filters, rows: readonly RankedRow[], total: ResponseTimesRow) => Cells[] {
  const { t } = useTranslation('reports');
  const cells = (row: ResponseTimesRow, rank: number | null): Cells => [
    rank ?? (row.ranked ? null : t('unranked')),
    row.label,
    row.n,
    row.missing,
    row.waived,
    row.running,
    row.met,
    row.compliance === null ? null : Number(formatPercent(row.compliance)),
    row.p50Seconds,
    row.p90Seconds,
    row.worstSeconds,
  ];
  return (filters, rows, total) => [
    [
      t('column.rank'),
      t(`group.${filters.groupBy}`),
      t('column.sample'),
      t('column.missing'),
      t('column.waived'),
      t('column.running'),
      t('csvColumn.met'),
      t('csvColumn.compliance'),
      t('csvColumn.p50'),
      t('csvColumn.p90'),
      t('csvColumn.worst'),
    ],
    ...rows.map((row) => cells(row, row.rank)),
    cells({ ...total, label: t('total'), ranked: true }, null),
  ];
}
