/** What every row of the register has: whose it is, and since when it is not any more. */
interface Content {
  retiredAt: string | null;
}

type Happened = 'added' | 'edited' | 'retired' | 'restored';

/** What became of a row; null: it is as it was. */
export function whatHappened<C extends Content>(before: C | undefined, after: C): Happened | null {
  if (!before) return 'added';
  if (before.retiredAt === null && after.retiredAt !== null) return 'retired';
  if (before.retiredAt !== null && after.retiredAt === null) return 'restored';
  return same(before, after) ? null : 'edited';
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One field that is not what it was; values as text, null: empty. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** In which order changes are told; the log itself keeps none. Other fields follow. */
const ORDER = [
  'retiredAt',
  'code',
  'teamCode',
  'name',
  'shortName',
  'plate',
  'post',
  'phone',
  'morePhones',
  'specialty',
];
const place = (field: string): number => (ORDER.indexOf(field) + ORDER.length + 1) % (ORDER.length + 1);

/** Which fields differ between two states of a row. A row that was not there had nothing. */
export function changesBetween(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort(
    (a, b) => place(a) - place(b),
  );
  return fields
    .filter((field) => !same(before?.[field] ?? null, after?.[field] ?? null))
    .map((field) => ({ field, from: asText(before?.[field]), to: asText(after?.[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** Lists by commas, numbers with their label, points as `120.70000,28.80000`. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(asText).join(',') || null;
  if (typeof value !== 'object') return String(value);
  if ('lon' in value && 'lat' in value) return `${Number(value.lon).toFixed(5)},${Number(value.lat).toFixed(5)}`;
  if ('phone' in value) return `${value.phone}${'label' in value && value.label ? `（${value.label}）` : ''}`;
  return JSON.stringify(value);
}
