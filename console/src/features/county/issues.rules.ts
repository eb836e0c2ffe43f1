import type { ImportIssue } from '@liandong/shared/county';

/** The issues that have these words somewhere. */
export function filtered(issues: readonly ImportIssue[], words: string): ImportIssue[] {
  const wanted = words.trim().toLowerCase();
  return issues.filter((issue) =>
    Object.values(issue).some((value) =>
      String(value ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  );
}

/** As a table that can be pasted into Excel or a mail. */
export const asLines = (issues: readonly ImportIssue[], heads: readonly string[]): string =>
  [
    heads,
    ...issues.map(({ sheet, row, column, value, wrong, right }) => [
      sheet,
      row ?? '',
      column ?? '',
      value,
      wrong,
      right,
    ]),
  ]
    .map((cells) => cells.map((cell) => plain(String(cell))).join('\t'))
    .join('\n');

/** No tab, no new line, nothing a spreadsheet would run. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/^(?=[=+@-])/, "'");

/** With the mark Excel needs to see Chinese. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map((cell) => `"${plain(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}`;
