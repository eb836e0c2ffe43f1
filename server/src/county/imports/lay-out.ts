import { wallWords } from '@liandong/shared/local-time';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import type { County } from './rows.js';
import { BASE_WORDS, CLASS_WORDS, CONDITION_WORDS, KIND_WORDS, POST_WORDS, STRENGTH_WORDS } from './sheet-words.js';
import { type Column, HELP_SHEET, SHEET_KEYS, SHEETS, type SheetKey, SPECIALTY_LIST } from './sheets.js';
import { inSlices } from './slices.js';
import type { SheetToWrite } from './workbook.js';

type Cell = string | number | null;

/** Numbers stay numbers; everything else is text to Excel, so that no leading nought is lost. */
const NUMERIC = new Set(['lon', 'lat', 'seatRadiusMeters', 'quantity', 'seats']);

const laidOut = (key: SheetKey, rows: Cell[][], examples: number): SheetToWrite => ({
  name: SHEETS[key].name,
  columns: (SHEETS[key].columns as readonly Column[]).map(
    ({ key: column, header, required, help, choices, example }) => ({
      header,
      required: required === true,
      help,
      width: Math.max(10, header.length * 2 + 4, Math.min(30, String(example).length * 2)),
      choices: choices ? [...choices] : null,
      text: !NUMERIC.has(column),
    }),
  ),
  rows,
  examples,
});

/** The empty template: every sheet with one example, which is passed over when it is brought in. */
export const templateSheets = (): SheetToWrite[] => [
  helpSheet(),
  ...SHEET_KEYS.map((key) =>
    laidOut(key, [SHEETS[key].columns.map(({ example }) => (example === '' ? null : example))], 1),
  ),
];

/** The county in the same shape. */
export async function filledSheets(county: County): Promise<SheetToWrite[]> {
  const sheets = [helpSheet()];
  for (const key of SHEET_KEYS) {
    const columns: readonly Column[] = SHEETS[key].columns;
    const rows: Cell[][] = [];
    await inSlices(county[key] as readonly object[], (row) => {
      if ('retired' in row && row.retired === true) return;
      const values = wordsOf(key, row as Record<string, unknown>, county);
      rows.push(columns.map((column) => guarded(values[column.key])));
    });
    sheets.push(laidOut(key, rows, 0));
  }
  return sheets;
}

/** A text that begins like a formula is quoted, as a person would in Excel: nobody's name runs when the file is opened or saved as CSV. */
function guarded(value: unknown): Cell {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  return /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
}

/** The first word that stands for a value is the one that is written. */
const wordFor = (words: Readonly<Record<string, unknown>>, value: unknown): string =>
  Object.entries(words).find(([, meaning]) => meaning === value)?.[0] ?? String(value);

const specialtyWord = (code: unknown): string => SPECIALTY_WORDS[String(code)] ?? String(code);

/** Whose shifts they are, and by which clock. */
export interface Context {
  members: readonly Pick<County['members'][number], 'id' | 'phone' | 'name'>[];
  county: readonly Pick<County['county'][number], 'zone'>[];
}

/** A row of the county under the heads of its sheet, as somebody would have typed it; 停用 where it is out of use. */
export function typedRow(key: SheetKey, row: Record<string, unknown>, context: Context): Record<string, unknown> {
  const words = wordsOf(key, row, context);
  const columns: readonly Column[] = SHEETS[key].columns;
  const typed = Object.fromEntries(columns.map((column) => [column.header, words[column.key] ?? null]));
  return { ...typed, 停用: row.retired === true ? '是' : null };
}

/** How the columns say what the county's rows hold. */
function wordsOf(key: SheetKey, row: Record<string, unknown>, county: Context): Record<string, unknown> {
  const values: Record<string, unknown> = { ...row, team: row.teamCode, township: row.townshipCode };
  if (typeof row.lon === 'number') values.datum = 'WGS-84';
  if (key === 'townships')
    Object.assign(values, {
      urban: row.urban ? '是' : '否',
      strengthClass: wordFor(STRENGTH_WORDS, row.strengthClass),
    });
  if (key === 'teams') {
    Object.assign(values, {
      teamClass: wordFor(CLASS_WORDS, row.teamClass),
      base: wordFor(BASE_WORDS, row.base),
      specialties: (row.specialties as string[]).map(specialtyWord).join('、'),
    });
  }
  if (key === 'members') {
    Object.assign(values, {
      post: wordFor(POST_WORDS, row.post),
      specialty: row.specialty === null ? null : specialtyWord(row.specialty),
      morePhones: (row.morePhones as string[]).join('、'),
    });
  }
  if (key === 'equipment') values.condition = wordFor(CONDITION_WORDS, row.condition);
  if (key === 'places')
    Object.assign(values, { kind: wordFor(KIND_WORDS, row.kind), aliases: (row.aliases as string[]).join('、') });
  if (key === 'shifts') Object.assign(values, shiftWords(row, county));
  return values;
}

function shiftWords({ memberId, startsAt, endsAt }: Record<string, unknown>, { members, county }: Context) {
  const person = members.find(({ id }) => id === memberId);
  const wall = (at: unknown): string => wallWords(new Date(String(at)), county[0]!.zone);
  return { phone: person?.phone, name: person?.name, startsAt: wall(startsAt), endsAt: wall(endsAt) };
}

const HELP_COLUMNS = [
  ['工作表', 12],
  ['列', 16],
  ['必填', 8],
  ['填什么', 60],
  ['例子', 24],
] as const;

/** 说明: what each column takes, out of the same table that reads them. */
function helpSheet(): SheetToWrite {
  const rows: Cell[][] = [
    [
      '用法',
      '',
      '',
      '只留要导入的工作表也可以；带 * 的列必填；空着的格子不改原有内容；“示例”开头的行不导入；有一处错误就什么都不导入。',
      '',
    ],
    ['专长目录', '', '', SPECIALTY_LIST, ''],
  ];
  for (const key of SHEET_KEYS) {
    rows.push([SHEETS[key].name, '', '', `以“${SHEETS[key].identity}”认出已有的行`, '']);
    for (const { header, required, help, choices, example } of SHEETS[key].columns as readonly Column[]) {
      const takes = choices ? `${help}：${choices.join('、')}` : help;
      rows.push([
        SHEETS[key].name,
        header,
        required ? '是' : '',
        takes,
        guarded(example) === null ? '' : String(example),
      ]);
    }
  }
  return {
    name: HELP_SHEET,
    columns: HELP_COLUMNS.map(([header, width]) => ({
      header,
      width,
      required: false,
      help: '',
      choices: null,
      text: true,
    })),
    rows,
    examples: 0,
  };
}
