import type { AttemptState, LineName } from '@liandong/shared/message';
import type { Providers } from './providers.js';
import type { Sql } from './sql.js';

/** An attempt as it is recorded. */
interface Attempt {
  id: string;
  messageId: string;
  line: LineName;
  state: AttemptState;
  code: string | null;
}

/**
 * What the providers took more than once, by our own reference and by number and text.
 * `why`: what the record says of the hand-over before: line, then its code, then the line it went by again.
 */
export interface Duplicates {
  taken: number;
  byReference: number;
  byText: number;
  why: Record<string, number>;
  /** The same line again, which knows a hand-over by our reference or by its text. A call has neither. */
  sameLine: string[];
  /** Taken by a provider, though no attempt of it is on record. */
  unrecorded: string[];
}

/** Our reference of everything the providers took, in the order they took it. */
function takes({ gateway, twilio }: Providers): { reference: string; line: LineName }[] {
  const texts = [...gateway.texts.keys()].map((reference) => ({ reference, line: 'gateway-sms' as const }));
  const known = new Map<string, string>();
  for (const { path, form } of twilio.hooks.told) {
    const reference = /^\/hooks\/twilio\/status\?attempt=([\w-]+)/.exec(path)?.[1];
    const sid = form.CallSid ?? form.MessageSid;
    if (reference && sid) known.set(sid, reference);
  }
  const sent = [...known].map(([sid, reference]) => ({
    reference,
    line: sid.startsWith('CA') ? ('twilio-voice' as const) : ('twilio-sms' as const),
  }));
  return [...texts, ...sent];
}

export async function countDuplicates(sql: Sql, providers: Providers): Promise<Duplicates> {
  const attempts = await sql.rows<Attempt>(
    `SELECT id, message_id AS "messageId", line, state, code FROM message_attempts ORDER BY at, id`,
  );
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const all = takes(providers);
  const found: Duplicates = {
    taken: all.length,
    byReference: 0,
    byText: await moreThanWritten(sql, providers),
    why: {},
    sameLine: [],
    unrecorded: all
      .filter(({ reference }) => !byId.has(reference))
      .map(({ reference, line }) => `${line} ${reference}`),
  };
  const taken = new Set(all.map(({ reference }) => reference));
  const before = new Map<string, Attempt>();
  for (const attempt of attempts.filter(({ id }) => taken.has(id))) {
    const { messageId, line } = attempt;
    const first = before.get(messageId);
    before.set(messageId, attempt);
    if (!first) continue;
    found.byReference += 1;
    const why = `${first.line} ${first.code ?? first.state}, then ${line}`;
    found.why[why] = (found.why[why] ?? 0) + 1;
    if (first.line === line && line !== 'twilio-voice') found.sameLine.push(`message ${messageId}: ${why}`);
  }
  return found;
}

/** Texts the providers took beyond those that were written, told apart by number and text. */
async function moreThanWritten(sql: Sql, { gateway, twilio }: Providers): Promise<number> {
  const rows = await sql.rows<{ phone: string; text: string; n: number }>(
    `SELECT phone, text, count(*)::int AS n FROM outgoing_messages WHERE channel = 'sms' GROUP BY 1, 2`,
  );
  const left = new Map(rows.map(({ phone, text, n }) => [`+86${phone} ${text}`, n]));
  const taken = [
    ...[...gateway.texts.values()].map(({ to, text }) => `+86${to} ${text}`),
    ...twilio.messages.filter(({ direction }) => direction !== 'inbound').map(({ to, body }) => `${to} ${body}`),
  ];
  let more = 0;
  for (const key of taken) {
    const n = left.get(key) ?? 0;
    if (n === 0) more += 1;
    else left.set(key, n - 1);
  }
  return more;
}
