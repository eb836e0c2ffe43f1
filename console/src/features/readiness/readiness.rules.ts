import { READINESS_STATES, type ReadinessRow, type ReadinessState } from '@liandong/shared/readiness';
import { TEAM_CLASSES } from '@liandong/shared/team';

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
