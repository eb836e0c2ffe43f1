import type { ReportBody } from '@liandong/shared/order';

/** A report tapped on this phone that the server does not have yet. Instants in ms by the device's clock. */
export interface Waiting {
  /** Who tapped: a queue left by one account is never sent by the next. */
  owner: string;
  orderId: string;
  orderCode: number;
  body: ReportBody;
  /** Until then it can be undone, and is not sent. */
  heldUntil: number;
  /** Not before this instant is it tried again after a failure. */
  notBefore: number;
  attempts: number;
  /** The server's words; a refused report stays to be read and is not sent again. */
  refusal: string | null;
}

export type Queue = readonly Waiting[];

/** How one attempt ended. `later`: no signal or the server is unwell, the report keeps its place. */
export type Outcome = { kind: 'accepted' } | { kind: 'refused'; words: string } | { kind: 'later' };

/** How long a tap can be undone. */
export const HOLD_MS = 5_000;

/** Pause before each further attempt, in ms; the last one repeats. */
export const BACKOFF_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

/** 4xx that say nothing about the report itself: sign in again, slow down, too early. */
const RETRIED_STATUSES: readonly number[] = [401, 408, 425, 429];

const isSameReport = (a: Waiting, b: Waiting): boolean =>
  a.body.clientId === b.body.clientId ||
  (a.orderId === b.orderId && a.body.kind === b.body.kind && a.body.kind !== 'situation' && a.refusal === null);

/** Append a report; a second tap on the same step of the same order is dropped. */
export function add(queue: Queue, report: Waiting): Queue {
  return queue.some((w) => isSameReport(w, report)) ? queue : [...queue, report];
}

/** Take a report back while it is still held; afterwards the queue is unchanged. */
export function undo(queue: Queue, clientId: string, now: number): Queue {
  return queue.filter((w) => w.body.clientId !== clientId || w.heldUntil <= now || w.attempts > 0);
}

/** Put away a refused report that has been read. */
export function dismiss(queue: Queue, clientId: string): Queue {
  return queue.filter((w) => w.body.clientId !== clientId || w.refusal === null);
}

/** End every hold: the person put the phone away, which confirms the tap. */
export function releaseHolds(queue: Queue, now: number): Queue {
  return queue.map((w) => (w.heldUntil > now ? { ...w, heldUntil: now } : w));
}

/** Signal is back: what failed may be tried at once. */
export function retryNow(queue: Queue): Queue {
  return queue.map((w) => (w.notBefore > 0 ? { ...w, notBefore: 0 } : w));
}

/** Attach the position to a report that has not left yet. */
export function locate(queue: Queue, clientId: string, location: NonNullable<ReportBody['location']>): Queue {
  return queue.map((w) =>
    w.body.clientId === clientId && w.attempts === 0 ? { ...w, body: { ...w.body, location } } : w,
  );
}

/** The oldest unsent report of each order: reports of one order keep their order, orders do not block each other. */
function heads(queue: Queue, owner: string): Waiting[] {
  const first = new Map<string, Waiting>();
  for (const w of queue) {
    if (w.owner === owner && w.refusal === null && !first.has(w.orderId)) first.set(w.orderId, w);
  }
  return [...first.values()];
}

/** An instant further away than it can have been set means the device's clock was put back: it counts as reached. */
export const sane = (at: number, now: number, longest: number): number => (at - now > longest ? now : at);

/** The pause after so many attempts, in ms. */
export const pauseAfter = (attempts: number): number =>
  BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0];

const readyAt = (w: Waiting, now: number): number =>
  Math.max(sane(w.heldUntil, now, HOLD_MS), sane(w.notBefore, now, Math.max(...BACKOFF_MS)));

/** The report to send now, or null. */
export function nextToSend(queue: Queue, owner: string, now: number): Waiting | null {
  return heads(queue, owner).find((w) => readyAt(w, now) <= now) ?? null;
}

/** When the next report becomes ready, ms by the device's clock; null when nothing waits. */
export function wakeAt(queue: Queue, owner: string, now: number): number | null {
  const instants = heads(queue, owner).map((w) => readyAt(w, now));
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Note the attempt before the call, so that an undo can no longer race with it. */
export function begin(queue: Queue, clientId: string): Queue {
  return queue.map((w) => (w.body.clientId === clientId ? { ...w, attempts: w.attempts + 1 } : w));
}

/** What an answer means for the report. `status` null: no answer at all. */
export function judge(status: number | null, words: string): Outcome {
  if (status === null || status >= 500 || RETRIED_STATUSES.includes(status)) return { kind: 'later' };
  return { kind: 'refused', words };
}

/** The queue after an attempt. */
export function settle(queue: Queue, clientId: string, outcome: Outcome, now: number): Queue {
  if (outcome.kind === 'accepted') return queue.filter((w) => w.body.clientId !== clientId);
  return queue.map((w) => {
    if (w.body.clientId !== clientId) return w;
    if (outcome.kind === 'refused') return { ...w, refusal: outcome.words };
    return { ...w, notBefore: now + pauseAfter(w.attempts) };
  });
}
