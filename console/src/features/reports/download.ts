import { toCsv } from './csv.rules';
import type { Filters } from './filter.rules';

/** Hand a table over as a file whose name says what it is. */
export function downloadCsv(rows: readonly (readonly (string | number | null)[])[], filters: Filters): void {
  const url = URL.createObjectURL(new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `response-times_${filters.groupBy}_${filters.interval}_${filters.from}_${filters.to}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
