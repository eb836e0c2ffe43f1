import type { Channel } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leaveWork } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Claimed } from './claim-messages.js';
import { LineBook } from './lines/line-book.js';
import { moveTo } from './move.rules.js';

type Stranded = Pick<
  Claimed,
  | 'id'
  | 'channel'
  | 'purpose'
  | 'phone'
  | 'orderId'
  | 'incidentId'
  | 'teamCode'
  | 'movedFromId'
  | 'recipientName'
  | 'drill'
>;

/** A channel cannot reach a number: the message ends there in plain words, and another channel takes over where there is one. */
@Injectable()
export class MoveMessage {
  constructor(
    private readonly clock: Clock,
    private readonly book: LineBook,
  ) {}

  /** @param code why this channel is over for it */
  async run(
    tx: EntityManager,
    message: Stranded,
    code: string,
    state: 'failed' | 'undelivered' = 'failed',
  ): Promise<void> {
    const able = (channel: Channel) => this.book.allowed(message.drill).some((line) => line.channel === channel);
    // What nobody wants any more goes nowhere else.
    const to = (await isWanted(tx, message.id)) ? moveTo(message, able, await siblings(tx, message)) : null;
    await tx.query(
      `UPDATE outgoing_messages SET state = $2, provider_code = $3, moved_to = $4, lease_until = NULL WHERE id = $1`,
      [message.id, state, code, to],
    );
    const at = this.clock.now();
    if (to) await takeOver(tx, message.id, to, at);
    const { orderId, incidentId, teamCode, channel, recipientName } = message;
    if (incidentId === null) return;
    await appendEvent(tx, {
      at,
      type: to ? 'message.moved' : 'messages.progressed',
      actor: SYSTEM,
      incidentId,
      teamCode,
      payload: { orderId, messageId: message.id, channel, to, code, name: recipientName, delivered: false },
    });
  }
}

async function isWanted(tx: EntityManager, id: string): Promise<boolean> {
  const [row] = await tx.query('SELECT NOT withdrawn AS wanted FROM outgoing_messages WHERE id = $1', [id]);
  return row?.wanted === true;
}

/** The channels by which the same person gets the same word of the same round. */
async function siblings(tx: EntityManager, { id, orderId, phone }: Stranded): Promise<Channel[]> {
  if (orderId === null) return [];
  const rows: { channel: Channel }[] = await tx.query(
    `SELECT DISTINCT s.channel FROM outgoing_messages m JOIN outgoing_messages s
       ON s.order_id = m.order_id AND s.phone = m.phone AND s.purpose = m.purpose AND s.step = m.step AND s.id <> m.id
      AND (m.purpose IN ('order', 'recall') OR s.text = m.text) AND s.state NOT IN ('failed', 'undelivered', 'cancelled')
     WHERE m.id = $1 AND m.phone = $2`,
    [id, phone],
  );
  return rows.map(({ channel }) => channel);
}

async function takeOver(tx: EntityManager, id: string, to: Channel, at: Date): Promise<void> {
  leaveWork(tx, 'messages');
  await tx.query(
    `INSERT INTO outgoing_messages (id, order_id, incident_id, team_code, order_code, purpose, step, priority, channel,
       recipient_name, recipient_post, phone, text, template, params, state, due_at, first_due_at, subject_id, personal, drill, moved_from_id)
     SELECT $2, order_id, incident_id, team_code, order_code, purpose, step, priority, $3,
       recipient_name, recipient_post, phone, text, template, params, 'queued', $4, $4, subject_id, personal, drill, id
     FROM outgoing_messages WHERE id = $1`,
    [id, newId(), to, at],
  );
}
