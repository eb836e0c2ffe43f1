import type { Plan, SheetPlan } from './plan.js';
import type { County } from './rows.js';
import { type Column, SHEET_KEYS, SHEETS, type SheetKey } from './sheets.js';

/** One row that an import writes: as it was, as it will be. */
export interface RowChange {
  sheet: SheetKey;
  what: 'added' | 'changed' | 'retired';
  /** What the row is called. */
  subject: string;
  before: object | null;
  after: object | null;
}

type Naming = { [K in SheetKey]: (row: County[K][number]) => string };

const SUBJECT: Naming = {
  county: ({ name }) => name,
  townships: ({ name }) => name,
  teams: ({ shortName }) => shortName,
  members: ({ teamCode, name }) => `${teamCode} ${name}`,
  vehicles: ({ teamCode, plate }) => `${teamCode} ${plate}`,
  equipment: ({ teamCode, name }) => (teamCode ? `${teamCode} ${name}` : name),
  experts: ({ name }) => name,
  places: ({ name }) => name,
  shifts: ({ teamCode }) => teamCode,
};

/** Every row a plan writes, sheet by sheet. */
export function changesOf(plan: Plan): RowChange[] {
  return SHEET_KEYS.flatMap((key) => {
    const sheet = plan[key] as SheetPlan<object> | undefined;
    if (!sheet) return [];
    const of = (what: RowChange['what'], before: object | null, after: object | null): RowChange => ({
      sheet: key,
      what,
      subject: SUBJECT[key]((after ?? before) as never),
      before,
      after,
    });
    return [
      ...sheet.added.map((row) => of('added', null, row)),
      ...sheet.changed.map((row, at) => of('changed', sheet.was[at]!, row)),
      ...sheet.retired.map((row) => of('retired', row, null)),
    ];
  });
}

/** Where a row's field is not called like its column. */
const COLUMN_OF: Readonly<Record<string, string>> = { teamCode: 'team', townshipCode: 'township' };

/** Of the house's own making: nobody typed it, nobody reads it. */
const INNER = new Set(['id', 'memberId', 'sortOrder', 'retired']);

/** A field as its column is headed; null: it is not shown. */
export function headerOf(key: SheetKey, field: string): string | null {
  if (INNER.has(field)) return null;
  const column = COLUMN_OF[field] ?? field;
  const found = (SHEETS[key].columns as readonly Column[]).find((each) => each.key === column);
  return found?.header ?? (field === 'seatGrade' ? '驻地精度' : field);
}
