import type { AttemptState, Channel, LineName, PhoneFlag } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { Clock } from '../platform/clock.js';
import { groupBy } from '../platform/group-by.js';
import { newId } from '../platform/ids.js';
import { type Choice, chooseLine, type Earlier, type LineNow } from './lines/choose-line.rules.js';
import { MessageAttempt } from './lines/line.entity.js';
import type { Asked, Line, Sendable } from './lines/line.js';
import { LineBook } from './lines/line-book.js';
import { moveTo } from './move.rules.js';
import { MoveMessage } from './move-message.js';
import { LEASE_SECONDS } from './sending.rules.js';

/** A message as it is claimed. */
export interface Claimed extends Omit<Sendable, 'attemptId'> {
  incidentId: string | null;
  attempts: number;
  drill: boolean;
  recipientName: string;
  recipientPost: string;
  step: number;
  movedFromId: string | null;
  firstDueAt: Date;
  providerCode: string | null;
}

/** One hand-over to be made. `doubts`: earlier ones nobody answered for; the provider is asked about them first. */
export interface HandOver {
  message: Claimed & Sendable;
  line: Line;
  doubts: (Asked & { line: LineName })[];
}

type EarlierRow = Earlier & Asked & { messageId: string };

/** Which part of the outbox: the urgent share, or broadcasts, which never take an order's place. */
export interface Share {
  channel: Channel;
  priorities: readonly [from: number, to: number];
  room: number;
}

/** Takes what is due, decides which line each goes by, and writes the attempts: all durable before any provider is called. */
@Injectable()
export class ClaimMessages {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: LineBook,
    private readonly move: MoveMessage,
  ) {}

  /** @returns what is to be handed over, and how many were claimed */
  run(share: Share): Promise<{ handOvers: HandOver[]; claimed: number }> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const claimed = await claim(tx, share, now);
      if (claimed.length === 0) return { handOvers: [], claimed: 0 };
      const chosen = await this.choose(tx, claimed, now);
      await interrupted(tx, chosen);
      const handOvers = await this.begin(tx, chosen, now);
      await this.wait(tx, chosen, now);
      for (const { message, choice } of chosen) if ('never' in choice) await this.move.run(tx, message, choice.never);
      return { handOvers, claimed: claimed.length };
    });
  }

  private async choose(tx: EntityManager, claimed: readonly Claimed[], now: Date) {
    const health = await this.book.health(tx);
    const phones = [...new Set(claimed.map(({ phone }) => phone))];
    const earlier = await readEarlier(tx, phones, now);
    const flags = await readFlags(tx, phones);
    return claimed.map((message) => {
      const lines = this.book.now(this.book.allowed(message.drill), health);
      const before = (earlier.get(message.phone) ?? []).map((one) => ({
        ...one,
        own: one.messageId === message.id,
        same: one.text === message.text,
      }));
      const facts = {
        ...message,
        flags: flags.get(message.phone) ?? [],
        earlier: before,
        waitedMs: now.getTime() - message.firstDueAt.getTime(),
        movable: isMovable(message, lines),
      };
      const choice = chooseLine(lines, facts, now);
      if ('go' in choice) this.book.take(choice.go);
      return { message, choice, before };
    });
  }

  private async begin(tx: EntityManager, chosen: readonly Chosen[], now: Date): Promise<HandOver[]> {
    const handOvers = chosen.flatMap(({ message, choice, before }): HandOver[] => {
      if (!('go' in choice)) return [];
      const line = this.book.find(choice.go)!;
      const own = before.filter((one) => one.own);
      // Before a second hand-over one asks what became of the first. Where the first line kept silent, a line that never saw
      // this message does not wait for that; where we broke off, the first line will answer, and is asked in any case.
      const fresh = !own.some((one) => one.line === line.name);
      const doubts = own.filter(({ state, code }) => wasInterrupted(state, code) || (state === 'unsure' && !fresh));
      return [{ message: { ...message, attemptId: newId() }, line, doubts }];
    });
    if (handOvers.length === 0) return [];
    await insertRows(
      tx,
      MessageAttempt,
      handOvers.map(({ message, line }) => ({
        id: message.attemptId,
        messageId: message.id,
        line: line.name,
        phone: message.phone,
        at: now,
        state: 'under_way' as const,
      })),
    );
    await tx.query(
      `UPDATE outgoing_messages m SET attempts = LEAST(attempts + 1, 1000), line = r.line
       FROM unnest($1::uuid[], $2::text[]) AS r(id, line) WHERE m.id = r.id`,
      [handOvers.map(({ message }) => message.id), handOvers.map(({ line }) => line.name)],
    );
    return handOvers;
  }

  private async wait(tx: EntityManager, chosen: readonly Chosen[], now: Date): Promise<void> {
    const waiting = chosen.flatMap(({ message, choice }) => ('waitMs' in choice ? [{ message, choice }] : []));
    if (waiting.length === 0) return;
    await tx.query(
      `UPDATE outgoing_messages m SET state = 'queued', lease_until = NULL, due_at = r.due_at, provider_code = r.code
       FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS r(id, due_at, code) WHERE m.id = r.id`,
      [
        waiting.map(({ message }) => message.id),
        waiting.map(({ choice }) => new Date(now.getTime() + choice.waitMs)),
        waiting.map(({ choice }) => choice.code),
      ],
    );
  }
}

interface Chosen {
  message: Claimed;
  choice: Choice;
  before: (EarlierRow & { own: boolean; same: boolean })[];
}

async function claim(tx: EntityManager, { channel, priorities, room }: Share, now: Date): Promise<Claimed[]> {
  const [rows] = await tx.query(
    `WITH dropped AS (
       UPDATE outgoing_messages SET state = 'cancelled'
       WHERE channel = $4 AND state = 'sending' AND withdrawn AND lease_until < $1 RETURNING id),
     doubted AS (
       UPDATE message_attempts SET state = 'unsure', code = 'interrupted'
       WHERE message_id = ANY(ARRAY(SELECT id FROM dropped)) AND state = 'under_way')
     UPDATE outgoing_messages SET state = 'sending', lease_until = $2
     WHERE id IN (
       SELECT id FROM outgoing_messages
       WHERE channel = $4 AND priority BETWEEN $5 AND $6
         AND ((state = 'queued' AND due_at <= $1) OR (state = 'sending' AND lease_until < $1 AND NOT withdrawn))
       ORDER BY priority, due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, channel, purpose, phone, text, template, params, attempts, step, drill, team_code AS "teamCode",
               order_id AS "orderId", order_code AS "orderCode", incident_id AS "incidentId",
               recipient_name AS "recipientName", recipient_post AS "recipientPost", moved_from_id AS "movedFromId",
               first_due_at AS "firstDueAt", provider_code AS "providerCode"`,
    [now, new Date(now.getTime() + LEASE_SECONDS * 1000), room, channel, ...priorities],
  );
  return rows;
}

/** Could another channel take it over now, by a line that works? Whether that says the same already is asked when it comes to it. */
function isMovable(message: Claimed, lines: readonly LineNow[]): boolean {
  const works = (channel: Channel) =>
    lines.some((line) => line.channel === channel && (line.state === 'well' || line.state === 'slow'));
  return moveTo(message, works, []) !== null;
}

const wasInterrupted = (state: AttemptState, code: string | null): boolean =>
  state === 'under_way' || (state === 'unsure' && code === 'interrupted');

/** What is claimed while an attempt of it is under way was left by a worker that died: nobody knows what became of that one. */
async function interrupted(tx: EntityManager, chosen: readonly Chosen[]): Promise<void> {
  const left = chosen.flatMap(({ before }) => before.filter(({ own, state }) => own && state === 'under_way'));
  if (left.length === 0) return;
  await tx.query(
    `UPDATE message_attempts SET state = 'unsure', code = 'interrupted' WHERE id = ANY($1) AND state = 'under_way'`,
    [left.map(({ id }) => id)],
  );
}

const DAY_MS = 86_400_000;

/** What went to these numbers within a day: limits are kept over it, and a message knows what was tried for it. */
async function readEarlier(
  tx: EntityManager,
  phones: readonly string[],
  now: Date,
): Promise<Map<string, (EarlierRow & { text: string })[]>> {
  const rows: (EarlierRow & { text: string })[] = await tx.query(
    `SELECT a.id, a.message_id AS "messageId", a.line, a.phone, a.at, a.state, a.code, a.provider_id AS "providerId", m.text
     FROM message_attempts a JOIN outgoing_messages m ON m.id = a.message_id
     WHERE a.phone = ANY($1) AND a.at > $2 ORDER BY a.at, a.id`,
    [phones, new Date(now.getTime() - DAY_MS)],
  );
  return groupBy(rows, (row) => row.phone);
}

async function readFlags(tx: EntityManager, phones: readonly string[]): Promise<Map<string, PhoneFlag[]>> {
  const rows: { phone: string; flag: PhoneFlag }[] = await tx.query(
    'SELECT phone, flag FROM phone_flags WHERE phone = ANY($1)',
    [phones],
  );
  return new Map([...groupBy(rows, ({ phone }) => phone)].map(([phone, all]) => [phone, all.map(({ flag }) => flag)]));
}
