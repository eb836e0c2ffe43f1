import type { ImportIssue } from '@liandong/shared/county';
import { mergeWarning, readHead, readRow } from './read-sheet.rules.js';
import type { ReadRow, ReadSheets } from './rows.js';
import { HELP_SHEET, SHEETS, sheetOf } from './sheets.js';
import { inSlices } from './slices.js';
import type { RawSheet } from './workbook.js';

export interface ReadImport {
  read: ReadSheets;
  problems: ImportIssue[];
  warnings: ImportIssue[];
}

/** Every cell of the known sheets, looked at on its own. @param onChecked told how many rows have been */
export async function readImport(
  sheets: readonly RawSheet[],
  zone: string,
  onChecked: (rows: number) => void,
): Promise<ReadImport> {
  const result: ReadImport = { read: {}, problems: [], warnings: [] };
  let checked = 0;
  for (const sheet of sheets) {
    const key = sheetOf(sheet.name);
    if (!key || result.read[key]) {
      if (sheet.name.trim() !== HELP_SHEET) result.warnings.push(unread(sheet.name, key !== undefined));
      continue;
    }
    const reading = readHead(key, sheet.rows);
    result.problems.push(...reading.problems);
    result.warnings.push(...reading.warnings, ...sheet.merges.flatMap((merge) => mergeWarning(key, reading, merge)));
    if (sheet.hidden) result.warnings.push(about(SHEETS[key].name, '这张工作表被隐藏了，仍会导入', '不要的请删除'));
    const rows: ReadRow[] = [];
    await inSlices(
      sheet.rows,
      (raw) => {
        const { row, problems, warnings } = readRow(key, reading, raw, zone);
        if (row) rows.push(row);
        result.problems.push(...problems);
        result.warnings.push(...warnings);
      },
      (done) => onChecked(checked + done),
    );
    checked += sheet.rows.length;
    if (rows.length > 0) result.read[key] = rows;
  }
  if (Object.keys(result.read).length === 0 && result.problems.length === 0) result.problems.push(nothingRead(sheets));
  return result;
}

const about = (sheet: string, wrong: string, right: string): ImportIssue => ({
  sheet,
  row: null,
  column: null,
  value: '',
  wrong,
  right,
});

const unread = (name: string, twice: boolean): ImportIssue =>
  about(name, twice ? '同一内容已有一张工作表，这一张未读' : '不认识的工作表，未读', '表名见“说明”表');

const nothingRead = (sheets: readonly RawSheet[]): ImportIssue =>
  about(
    sheets
      .map(({ name }) => name)
      .slice(0, 5)
      .join('、'),
    '没有可导入的内容',
    `工作表须叫 ${Object.values(SHEETS)
      .map(({ name }) => name)
      .join('、')} 之一，且表头下有内容`,
  );
