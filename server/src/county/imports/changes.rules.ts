import type { Plan, SheetPlan } from './plan.js';
import type { County } from './rows.js';
import { SHEET_KEYS, type SheetKey } from './sheets.js';

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
