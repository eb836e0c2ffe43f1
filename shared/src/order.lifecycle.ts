/**
 * Life of an order as a table, used by the server to enforce and by the screens to offer what is possible next.
 * Source: 双反馈 (arrival and clearing are always owed) is 文件依据; the steps between are 本县约定.
 */
export const ORDER_STATUSES = [
  'issued',
  'delivered',
  'acknowledged',
  'mustered',
  'en_route',
  'on_scene',
  'cleared',
  'declined',
  'recalled',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What a team (or a dispatcher for it) can report. `situation` changes no status. */
export const REPORT_KINDS = [
  'acknowledged',
  'mustered',
  'en_route',
  'on_scene',
  'cleared',
  'declined',
  'situation',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const ENDED: readonly OrderStatus[] = ['cleared', 'declined', 'recalled'];

/** An order still commands the team: neither cleared, declined nor recalled. */
export const isOpen = (status: OrderStatus): boolean => !ENDED.includes(status);

/** From which statuses each step may be reported. Steps may be skipped: a skipped stamp stays empty, never invented. */
export const TRANSITIONS: Record<Exclude<ReportKind, 'situation'> | 'delivered' | 'recalled', readonly OrderStatus[]> =
  {
    delivered: ['issued'],
    acknowledged: ['issued', 'delivered'],
    mustered: ['issued', 'delivered', 'acknowledged'],
    en_route: ['issued', 'delivered', 'acknowledged', 'mustered'],
    on_scene: ['issued', 'delivered', 'acknowledged', 'mustered', 'en_route'],
    cleared: ['on_scene'],
    declined: ['issued', 'delivered', 'acknowledged', 'mustered'],
    recalled: ['issued', 'delivered', 'acknowledged', 'mustered', 'en_route', 'on_scene'],
  };

/** Cleared without arrival needs a dispatcher's stated reason (not needed, turned back). */
export const CLEARED_WITHOUT_ARRIVAL: readonly OrderStatus[] = [
  'issued',
  'delivered',
  'acknowledged',
  'mustered',
  'en_route',
];

/** The steps a team can report next, in the order the buttons stand. */
export function nextSteps(status: OrderStatus): Exclude<ReportKind, 'situation'>[] {
  const steps = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined'] as const;
  return steps.filter((step) => TRANSITIONS[step].includes(status));
}

export type Transition =
  | { outcome: 'step'; status: OrderStatus }
  | { outcome: 'repeat' }
  | { outcome: 'refused'; why: 'ended' | 'out_of_order' };

/**
 * What a report does to an order.
 * @param stamped kinds already stamped: the same kind again (two phones of one team) is a repeat, on record, without effect
 * @param reasonGiven a dispatcher states why, which alone allows clearing without arrival
 */
export function transition(
  status: OrderStatus,
  kind: ReportKind,
  stamped: readonly string[],
  reasonGiven = false,
): Transition {
  if (stamped.includes(kind)) return { outcome: 'repeat' };
  if (!isOpen(status)) return { outcome: 'refused', why: 'ended' };
  if (kind === 'situation') return { outcome: 'step', status };
  if (TRANSITIONS[kind].includes(status)) return { outcome: 'step', status: kind };
  if (kind === 'cleared' && reasonGiven && CLEARED_WITHOUT_ARRIVAL.includes(status)) {
    return { outcome: 'step', status: 'cleared' };
  }
  return { outcome: 'refused', why: 'out_of_order' };
}
