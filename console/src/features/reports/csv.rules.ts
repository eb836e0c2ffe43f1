/** First characters that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: a text that a spreadsheet would run is made plain by an apostrophe; quotes where the format needs them. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as CSV with a byte order mark, without which Excel reads Chinese as noise. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
