import { toCsv } from './csv.rules';

/** Hand a table over as a file; `name`, without an ending, says what it is. */
export function downloadCsv(rows: readonly (readonly (string | number | null)[])[], name: string): void {
  const url = URL.createObjectURL(new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
