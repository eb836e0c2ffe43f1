import type { Channel } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { findOwner } from '../teams/phone.queries.js';
import { noteAnswered } from '../teams/verify-phone.js';
import { findExpertPhone } from './expert-phones.queries.js';
import { IncomingReply } from './message.entity.js';

/** Longest reply kept; nobody writes more by hand. */
const LONGEST = 2000;

/** As typed, without what a database or a screen cannot take: control characters, half surrogates, endless length. */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** `providerKey`: the provider's own id of it. `practice`: typed on a practice phone beside real providers; counts for drills only. */
export interface NewReply {
  phone: string;
  text: string;
  channel: Channel;
  providerKey: string;
  practice?: boolean;
}

/** A text or key press arrived: durable before it is answered, applied by whoever listens to `reply.received`. */
@Injectable()
export class ReceiveReply {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param providerKey the provider's own id of it: the same delivery twice is one reply */
  async run(came: NewReply): Promise<string> {
    const [phone, providerKey, text] = [came.phone, came.providerKey, came.text].map(cleanText) as [
      string,
      string,
      string,
    ];
    const reply = { ...came, phone, providerKey, text };
    try {
      return await this.store(reply);
    } catch (error) {
      if (!isDuplicate(error, 'incoming_replies_key')) throw error;
      const [known] = await this.database.query('SELECT id FROM incoming_replies WHERE provider_key = $1', [
        reply.providerKey,
      ]);
      return known.id;
    }
  }

  private store(reply: NewReply): Promise<string> {
    const id = newId();
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      const owner = await findOwner(tx, reply.phone);
      const senderName = owner?.ownerName ?? (await findExpertPhone(tx, reply.phone))?.ownerName;
      // A practice phone beside real lines proves nothing about the number.
      if (senderName && !reply.practice) await noteAnswered(tx, reply.phone, senderName, at);
      await insertRows(tx, IncomingReply, [
        {
          id,
          ...reply,
          receivedAt: at,
          state: 'received',
          teamCode: owner?.teamCode,
          senderName,
        },
      ]);
      const actor: Actor = {
        accountId: null,
        name: senderName ?? reply.phone,
        role: 'phone',
        teamCode: owner?.teamCode ?? null,
      };
      await appendEvent(tx, { at, type: 'reply.received', actor, teamCode: actor.teamCode, payload: { replyId: id } });
      return id;
    });
  }
}
