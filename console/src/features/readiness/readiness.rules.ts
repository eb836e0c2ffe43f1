import { READINESS_STATES, type ReadinessRow, type ReadinessState } from '@liandong/shared/readiness';
import { TEAM_CLASSES } from '@liandong/shared/team';
import { addDays, startOfDay, toCountyField } from '../desk/county-time.rules.js';

/** A sign beside the colour and the word, to be told apart from across the hall. */
export const READINESS_SIGNS: Readonly<Record<ReadinessState, string>> = {
  available: '✓',
  committed: '→',
  short: '▽',
  off: '✕',
};

export type Filter = ReadinessState | 'all';
/** In the order of the number keys. */
export const FILTERS: readonly Filter[] = ['all', ...READINESS_STATES];

const wordsOf = (row: ReadinessRow): string =>
  [
    row.teamCode,
    row.teamName,
    row.teamShortName,
    row.onDuty?.name,
    row.onDuty?.phone,
    ...row.words,
    ...row.orders.flatMap(({ incidentNumber, what }) => [incidentNumber, what]),
  ]
    .join(' ')
    .toLowerCase();

/** The teams of a filter, those that hold the words. */
export const shownOf = (rows: readonly ReadinessRow[], filter: Filter, words: string): ReadinessRow[] =>
  rows.filter((row) => (filter === 'all' || row.state === filter) && wordsOf(row).includes(words.trim().toLowerCase()));

/** By class of team, in the document's order; classes of which nothing is shown are left out. */
export const byClass = (rows: readonly ReadinessRow[]) =>
  TEAM_CLASSES.map((teamClass) => ({ teamClass, rows: rows.filter((row) => row.teamClass === teamClass) })).filter(
    (group) => group.rows.length > 0,
  );

const HOUR_MS = 3_600_000;

/** Ends people usually mean when a team is set aside at `now` (ms): in two hours, at the county's midnight, at eight tomorrow. */
export function outageEnds(now: number): readonly { key: 'twoHours' | 'midnight' | 'morning'; at: number }[] {
  const tomorrow = startOfDay(addDays(toCountyField(now).slice(0, 10), 1));
  return [
    { key: 'twoHours', at: now + 2 * HOUR_MS },
    { key: 'midnight', at: tomorrow },
    { key: 'morning', at: tomorrow + 8 * HOUR_MS },
  ];
}
