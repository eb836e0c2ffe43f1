import type { HandOver } from './claim-messages.js';
import type { Asked, Line, Receipt, Rival, SendOutcome } from './lines/line.js';
import { SEND_TIMEOUT_SECONDS } from './sending.rules.js';

/** What came of a hand-over. `attemptId`: the attempt it is about; an earlier one, with its line, when that was taken after all. */
export interface HandedOver {
  handOver: HandOver;
  attemptId: string;
  outcome: SendOutcome;
}

/** What a hand-over has to look up: the line of an earlier attempt, and what else went to its number about then. */
export interface LookUp {
  lineOf: (name: Line['name']) => Line | undefined;
  rivalsOf: (attemptId: string) => Promise<Rival[]>;
}

/** One hand-over to a provider, outside every transaction. Never throws. */
export async function handOver(task: HandOver, { lineOf, rivalsOf }: LookUp): Promise<HandedOver> {
  // All at once: asking and sending together stay within the lease.
  const answers = await Promise.all(
    task.doubts.map(async (doubt) => {
      const asked = { ...doubt, rivals: () => rivalsOf(doubt.id) };
      return { doubt, found: await ask(lineOf(doubt.line), asked) };
    }),
  );
  // One that never arrived is no reason not to send once more.
  for (const { doubt, found } of answers)
    if (found && found.state !== 'undelivered')
      return { handOver: { ...task, line: lineOf(doubt.line)! }, attemptId: doubt.id, outcome: asOutcome(found) };
  const { message, line } = task;
  const outcome = await within((signal) => line.send(message, signal)).catch(
    (error: unknown): SendOutcome => ({ outcome: 'refused', code: faultCode(error) }),
  );
  return { handOver: task, attemptId: message.attemptId, outcome: withId(outcome) };
}

/** An answer cut short can look like "taken" without saying as what: then nobody knows. */
const withId = (outcome: SendOutcome): SendOutcome =>
  outcome.outcome === 'accepted' && !outcome.providerId ? { outcome: 'refused', code: 'channel_error' } : outcome;

/** Was the earlier one taken after all? One that cannot be asked, or does not answer, is no reason not to send. */
async function ask(line: Line | undefined, asked: Asked): Promise<Receipt | null> {
  if (!line?.ask) return null;
  return within((signal) => line.ask!(asked, signal)).catch(() => null);
}

const asOutcome = ({ state, providerId, parts }: Receipt): SendOutcome => ({
  outcome: 'accepted',
  providerId,
  delivered: state === 'delivered',
  ...(parts === null ? {} : { parts }),
});

class TimedOut extends Error {}

/** A call to a provider that ends in time: its signal is given, and it is not waited for longer. @throws TimedOut */
export async function within<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      fail(new TimedOut());
      control.abort();
    }, SEND_TIMEOUT_SECONDS * 1000);
  });
  try {
    return await Promise.race([call(control.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Errors of connections that were never made: certainly not taken. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** A fault without a provider's answer, as one of our own codes. */
export function faultCode(error: unknown): string {
  if (error instanceof TimedOut) return 'timeout';
  for (let cause = error as { code?: string; cause?: unknown } | undefined; cause; cause = cause.cause as typeof cause)
    if (cause.code && NEVER_CONNECTED.includes(cause.code)) return 'no_connection';
  return 'channel_error';
}
