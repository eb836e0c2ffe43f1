import type { ImportIssue } from '@liandong/shared/county';
import { type Raw, shown, textOf } from './cells.rules.js';
import type { ReadRow } from './rows.js';
import { type Column, SHEETS, type SheetKey } from './sheets.js';

export interface Reading {
  /** Column of the table by column of the sheet. */
  columns: (Column | null)[];
  headRow: number;
  problems: ImportIssue[];
  warnings: ImportIssue[];
}

type RawRow = readonly [number: number, hidden: boolean, values: readonly Raw[]];

/** The head of a table stands in one of the first rows: titles may stand above it. */
const HEAD_WITHIN = 10;

const headText = (raw: Raw): string =>
  textOf(raw)
    .normalize('NFKC')
    .replace(/[\s*＊:：]/g, '')
    .replace(/\((必填|选填|可空)\)$/, '');

const named = (column: Column, head: string): boolean =>
  [column.header, ...(column.aliases ?? [])].some((name) => headText(name) === head);

/** Find the head and say which columns it lacks and which nobody knows. */
export function readHead(key: SheetKey, rows: readonly RawRow[]): Reading {
  const { columns, name }: { columns: readonly Column[]; name: string } = SHEETS[key];
  let best: { row: RawRow; found: (Column | null)[]; count: number } | null = null;
  for (const row of rows.slice(0, HEAD_WITHIN)) {
    const found = row[2].map((cell) => columns.find((column) => named(column, headText(cell))) ?? null);
    const count = new Set(found.filter((column) => column !== null)).size;
    if (count > (best?.count ?? 0)) best = { row, found, count };
  }
  const issue = { sheet: name, row: null, column: null, value: '' };
  if (!best || best.count < Math.min(2, columns.length)) {
    const wrong = rows.length === 0 ? '工作表是空的' : '找不到表头';
    const right = `前十行里要有一行表头：${columns.map((column) => column.header).join('、')}`;
    const empty = { columns: [], headRow: 0 };
    return rows.length === 0
      ? { ...empty, problems: [], warnings: [{ ...issue, wrong, right: '没有内容可导入' }] }
      : { ...empty, problems: [{ ...issue, wrong, right }], warnings: [] };
  }
  return { columns: best.found, headRow: best.row[0], ...judgeHead(best.found, best.row, columns, issue) };
}

function judgeHead(
  found: readonly (Column | null)[],
  [row, , heads]: RawRow,
  columns: readonly Column[],
  issue: Omit<ImportIssue, 'wrong' | 'right'>,
): Pick<Reading, 'problems' | 'warnings'> {
  const problems: ImportIssue[] = [];
  const warnings: ImportIssue[] = [];
  for (const column of columns) {
    const times = found.filter((each) => each === column).length;
    if (column.required && times === 0)
      problems.push({
        ...issue,
        row,
        column: column.header,
        wrong: '缺少这一列',
        right: `表头里加上“${column.header}”`,
      });
    if (times > 1)
      problems.push({ ...issue, row, column: column.header, wrong: `这一列出现了 ${times} 次`, right: '只留一列' });
  }
  heads.forEach((head, index) => {
    if (found[index] || textOf(head) === '') return;
    warnings.push({ ...issue, row, value: shown(head), wrong: '不认识的列，未读', right: '列名见“说明”表' });
  });
  return { problems, warnings };
}

/** What one row says: null for an empty row, the head itself, a title above it or an example. */
export function readRow(
  key: SheetKey,
  reading: Reading,
  [number, hidden, cells]: RawRow,
  zone: string,
): { row: ReadRow | null; problems: ImportIssue[]; warnings: ImportIssue[] } {
  const nothing = { row: null, problems: [], warnings: [] };
  if (number <= reading.headRow || reading.columns.length === 0) return nothing;
  const filled = cells.flatMap((raw, index) => {
    const column = reading.columns[index];
    return column && textOf(raw) !== '' ? [{ column, raw: raw as Exclude<Raw, null> }] : [];
  });
  if (filled.length === 0 || filled.some(({ raw }) => textOf(raw).startsWith('示例'))) return nothing;
  const sheet = SHEETS[key].name;
  const row: ReadRow = { row: number, typed: {}, values: {} };
  const problems: ImportIssue[] = [];
  for (const { column, raw } of filled) {
    const value = shown(raw);
    row.typed[column.key] = value;
    const parsed = parseCell(column, raw, zone);
    if ('wrong' in parsed) problems.push({ sheet, row: number, column: column.header, value, ...parsed });
    else row.values[column.key] = parsed.value;
  }
  for (const column of SHEETS[key].columns as readonly Column[]) {
    if (!column.required || row.typed[column.key] !== undefined || !reading.columns.includes(column)) continue;
    problems.push({ sheet, row: number, column: column.header, value: '', wrong: '没有填写', right: column.help });
  }
  const warning = {
    sheet,
    row: number,
    column: null,
    value: '',
    wrong: '这一行被隐藏了，仍会导入',
    right: '不要的行请删除',
  };
  return { row, problems, warnings: hidden ? [warning] : [] };
}

function parseCell(column: Column, raw: Exclude<Raw, null>, zone: string) {
  if (typeof raw === 'object' && 'error' in raw)
    return { wrong: `公式出错（${raw.error}）`, right: '改正公式，或直接填写内容' };
  if (textOf(raw).includes('\0') || !textOf(raw).isWellFormed())
    return { wrong: '含有无法保存的字符', right: '重新输入这一格' };
  return column.parse(raw, zone);
}

/** Merged cells below the head: each row takes the value, and is told so. @param merge `A3:A7` */
export function mergeWarning(key: SheetKey, reading: Reading, merge: string): ImportIssue[] {
  const [from, to] = merge.split(':').map((cell) => Number(/\d+/.exec(cell)?.[0] ?? 0));
  if (from === undefined || reading.columns.length === 0 || (to ?? from) <= reading.headRow) return [];
  const wrong = `${merge} 是合并的单元格`;
  return [
    { sheet: SHEETS[key].name, row: from, column: null, value: '', wrong, right: '按左上角的内容填入同列各行；请核对' },
  ];
}
