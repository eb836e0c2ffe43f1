import { CHANNELS, LINES, MESSAGE_PURPOSES, MESSAGE_STATES } from '@liandong/shared/message';
import { isDay, periodInstants } from '../reports/period.rules.js';

/** The tabs of the page, as they stand in its address. */
export const TABS = ['messages', 'broadcasts', 'costs', 'numbers'] as const;
export type Tab = (typeof TABS)[number];
export const readTab = (text: string | null): Tab => TABS.find((tab) => tab === text) ?? 'messages';

/** What the list of messages is asked for. It stands in the address, so that a view can be sent. Days are the county's. */
export interface Filters {
  q: string;
  state: (typeof MESSAGE_STATES)[number] | undefined;
  purpose: (typeof MESSAGE_PURPOSES)[number] | undefined;
  channel: (typeof CHANNELS)[number] | undefined;
  line: (typeof LINES)[number] | undefined;
  team: string | undefined;
  broadcast: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const oneOf = <T extends string>(choices: readonly T[], text: string | null): T | undefined =>
  choices.find((choice) => choice === text);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Read the address; what makes no sense is left out. */
export function readFilters(search: URLSearchParams): Filters {
  const [from, to] = [search.get('from'), search.get('to')];
  const matching = (name: string, pattern: RegExp): string | undefined => {
    const text = search.get(name);
    return text !== null && pattern.test(text) ? text : undefined;
  };
  return {
    q: (search.get('q') ?? '').slice(0, 100),
    state: oneOf(MESSAGE_STATES, search.get('state')),
    purpose: oneOf(MESSAGE_PURPOSES, search.get('purpose')),
    channel: oneOf(CHANNELS, search.get('channel')),
    line: oneOf(LINES, search.get('line')),
    team: matching('team', /^[A-Z][0-9]{2,3}$/),
    broadcast: matching('broadcast', UUID),
    ...(isDay(from) && isDay(to) && from <= to ? { from, to } : {}),
  };
}

/** The view as an address. */
export const writeFilters = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));

/** The filters as the server wants them. */
export function toQuery({ q, team, broadcast, from, to, ...rest }: Filters) {
  const period = from !== undefined && to !== undefined ? periodInstants({ from, to }) : {};
  const words = q.trim();
  return { ...rest, ...period, q: words === '' ? undefined : words, teamCode: team, broadcastId: broadcast };
}
