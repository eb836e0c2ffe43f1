import type { BoardRow } from '@liandong/shared/board';

/** So many incidents, those taken last, are asked for; the ones that still run among them are left out. */
export const LAST_TAKEN = 200;

type Ended = Pick<BoardRow, 'status' | 'closedAt' | 'receivedAt'>;

/** The instant it ended, ISO 8601. */
export const endedAt = ({ closedAt, receivedAt }: Ended): string => closedAt ?? receivedAt;

/** The incidents that are over, the one that ended last first. */
export const endedRows = <R extends Ended>(rows: readonly R[]): R[] =>
  rows.filter((row) => row.status !== 'open').sort((a, b) => Date.parse(endedAt(b)) - Date.parse(endedAt(a)));

/** There may be earlier ones that were not asked for. */
export const mayReachFurther = (asked: readonly unknown[]): boolean => asked.length >= LAST_TAKEN;
