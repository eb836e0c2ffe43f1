import type { BroadcastPreview, BroadcastView, NewBroadcast } from '@liandong/shared/broadcast';
import { smsParts } from '@liandong/shared/sms-parts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows.js';
import { isDuplicate, Transactions } from '../../database/transaction.js';
import { appendEvent } from '../../events/append-event.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { phoneKind } from '../../platform/phone.rules.js';
import { Problem } from '../../platform/problem.js';
import { readSettings } from '../../settings/settings.queries.js';
import { enqueueMessages } from '../enqueue.js';
import { compose } from '../templates/compose.rules.js';
import { readTemplates } from '../templates/template.queries.js';
import { Broadcast } from './broadcast.entity.js';
import { readBroadcast } from './broadcast.queries.js';
import { findRecipients, groupsText, type Recipient } from './group.queries.js';

/** 短信群呼: one text to many numbers, each a message of its own with its receipt; orders always go first. */
@Injectable()
export class SendBroadcast {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What it would be; nothing is sent. */
  preview({ groups, text, drill }: Pick<NewBroadcast, 'groups' | 'text' | 'drill'>): Promise<BroadcastPreview> {
    return this.transactions.run(async (tx) => {
      const people = await findRecipients(tx, groups, this.clock.now());
      const whole = compose(await readTemplates(tx), { template: 'broadcast', params: { text } }, drill).text;
      const without = await unreachable(tx, people);
      const parts = smsParts(whole);
      const { smsPartPriceFen } = await readSettings(tx);
      const costFen = (people.length - without) * parts * smsPartPriceFen;
      return { numbers: people.length, unreachable: without, text: whole, parts, costFen };
    });
  }

  /** @throws Problem bad-request when nobody belongs to the groups. The same clientId twice is one broadcast. */
  async run(wanted: NewBroadcast, actor: Actor): Promise<BroadcastView> {
    try {
      return await this.transactions.run((tx) => this.send(tx, wanted, actor));
    } catch (error) {
      if (!isDuplicate(error, 'broadcasts_client')) throw error;
      return this.transactions.run((tx) => this.send(tx, wanted, actor));
    }
  }

  private async send(tx: EntityManager, wanted: NewBroadcast, actor: Actor): Promise<BroadcastView> {
    const [known] = await tx.query('SELECT id FROM broadcasts WHERE client_id = $1', [wanted.clientId]);
    if (known) return readBroadcast(tx, known.id);
    const at = this.clock.now();
    const people = await findRecipients(tx, wanted.groups, at);
    if (people.length === 0) throw Problem.field('groups', '所选范围内没有号码');
    const { text, groups, drill, clientId } = wanted;
    const words = { template: 'broadcast' as const, params: { text } };
    const broadcast = {
      id: newId(),
      text,
      groups,
      groupsText: await groupsText(tx, groups),
      drill,
      numbers: people.length,
      createdAt: at,
      createdBy: actor.name,
      clientId,
    };
    await insertRows(tx, Broadcast, [broadcast]);
    await enqueueMessages(
      tx,
      people.map(({ phone, name, post, teamCode }) => ({
        purpose: 'broadcast',
        step: 0,
        channel: 'sms',
        recipientName: name,
        recipientPost: post,
        phone,
        words,
        drill,
        dueAt: at,
        teamCode,
        broadcastId: broadcast.id,
      })),
    );
    const payload = { broadcastId: broadcast.id, text, groups: broadcast.groupsText, numbers: people.length };
    await appendEvent(tx, { at, type: 'broadcast.sent', actor, payload });
    return readBroadcast(tx, broadcast.id);
  }
}

/** Numbers a text will not reach: landlines, and those known to take none. */
async function unreachable(tx: EntityManager, people: readonly Recipient[]): Promise<number> {
  const rows: { phone: string }[] = await tx.query(
    `SELECT DISTINCT phone FROM phone_flags WHERE phone = ANY($1) AND flag IN ('unsubscribed', 'unreachable')`,
    [people.map(({ phone }) => phone)],
  );
  const flagged = new Set(rows.map(({ phone }) => phone));
  return people.filter(({ phone }) => flagged.has(phone) || ['landline', 'short'].includes(phoneKind(phone))).length;
}
