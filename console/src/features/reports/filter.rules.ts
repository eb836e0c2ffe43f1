import { GROUPS, INTERVALS } from '@liandong/shared/report';
import { isDay, type Period, periodInstants, presetPeriod } from './period.rules';

export const GROUP_CHOICES = ['team', 'rule', 'township', 'type', 'daytime', 'team_class'] as const;
export const BASES = ['all', 'verified'] as const;
export const DRILLS = ['exclude', 'only'] as const;

/** What the report is asked for. It lives in the address, so that a view can be sent. */
export interface Filters extends Period {
  groupBy: (typeof GROUPS)[number];
  interval: (typeof INTERVALS)[number];
  basis: (typeof BASES)[number];
  drill: (typeof DRILLS)[number];
}

const oneOf = <T extends string>(choices: readonly T[], text: string | null, fallback: T): T =>
  choices.find((choice) => choice === text) ?? fallback;

/** Read the address; what is missing or makes no sense becomes this half-year, by team, all stamps, no drills. */
export function readFilters(search: URLSearchParams, today: string): Filters {
  const half = presetPeriod('half', today);
  const from = search.get('from');
  const to = search.get('to');
  const period = isDay(from) && isDay(to) && from <= to ? { from, to } : half;
  return {
    ...period,
    groupBy: oneOf(GROUPS, search.get('groupBy'), 'team'),
    interval: oneOf(INTERVALS, search.get('interval'), 'target'),
    basis: oneOf(BASES, search.get('basis'), 'all'),
    drill: oneOf(DRILLS, search.get('drill'), 'exclude'),
  };
}

/** The whole view as an address, dates included: the link shows the same tomorrow. */
export const writeFilters = (filters: Filters): URLSearchParams => new URLSearchParams({ ...filters });

/** The filters as the server wants them. */
export function toQuery({ from, to, ...rest }: Filters) {
  return { ...rest, ...periodInstants({ from, to }) };
}

/** What a table of this view is called as a file. */
export const fileName = ({ groupBy, interval, from, to }: Filters): string =>
  `response-times_${groupBy}_${interval}_${from}_${to}`;
