import type { Form } from './twilio-checks.js';

/** A text or a call as Twilio keeps it. `body`: the text, or what the call says as TwiML. */
export interface Resource {
  sid: string;
  to: string;
  from: string;
  body: string;
  direction: string;
  status: string;
  created: Date;
  updated: Date;
  /** When it was sent or began. */
  sent: Date | null;
  errorCode?: number | null;
  parts?: number;
}

const PAGE_SIZE = 50;
const rfc2822 = (at: Date | null): string | null => at?.toUTCString().replace('GMT', '+0000') ?? null;
const isCall = ({ sid }: Resource): boolean => sid.startsWith('CA');

/** As Twilio answers it. */
export function shown(resource: Resource, account: string): Record<string, unknown> {
  const kind = isCall(resource) ? 'Calls' : 'Messages';
  const common = {
    sid: resource.sid,
    account_sid: account,
    api_version: '2010-04-01',
    to: resource.to,
    from: resource.from,
    status: resource.status,
    direction: resource.direction,
    date_created: rfc2822(resource.created),
    date_updated: rfc2822(resource.updated),
    price: null,
    price_unit: null,
    uri: `/2010-04-01/Accounts/${account}/${kind}/${resource.sid}.json`,
    subresource_uris: {},
  };
  if (isCall(resource)) return { ...common, start_time: rfc2822(resource.sent), end_time: null, duration: null };
  const errors = { error_code: resource.errorCode ?? null, error_message: null };
  const text = { body: resource.body, num_segments: String(resource.parts ?? 0), num_media: '0' };
  return { ...common, ...text, ...errors, date_sent: rfc2822(resource.sent), messaging_service_sid: null };
}

/** Filters by number and by when it was sent or began: what has not been yet is in none of these. */
export function listed(all: readonly Resource[], query: Form): Resource[] {
  const since = query['DateSent>'] ?? query['StartTime>'];
  return all
    .filter(({ to }) => !query.To || to === query.To)
    .filter(({ from }) => !query.From || from === query.From)
    .filter(({ sent }) => !since || (sent !== null && sent >= new Date(String(since))))
    .toReversed();
}

/** One page of a list, the newest first. */
export function page(kind: string, all: readonly Resource[], query: Form, account: string): Record<string, unknown> {
  const size = Number(query.PageSize ?? PAGE_SIZE);
  const number = Number(query.Page ?? 0);
  const start = number * size;
  const uri = (index: number) => `/2010-04-01/Accounts/${account}/${kind}.json?PageSize=${size}&Page=${index}`;
  return {
    [kind.toLowerCase()]: all.slice(start, start + size).map((one) => shown(one, account)),
    page: number,
    page_size: size,
    start,
    end: Math.min(start + size, all.length) - 1,
    uri: uri(number),
    first_page_uri: uri(0),
    next_page_uri: start + size < all.length ? uri(number + 1) : null,
    previous_page_uri: number > 0 ? uri(number - 1) : null,
  };
}
