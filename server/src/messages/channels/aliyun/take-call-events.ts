import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { toLocal } from '../../../platform/phone.rules.js';
import { type ReceiptOf, TakeReceipts } from '../../lines/take-receipts.js';
import { ReceiveReply } from '../../receive-reply.js';
import { LATEST_MS } from './aliyun.hook.rules.js';
import { plainCallId, receiptOfCall } from './aliyun.rules.js';
import { type CallEvent, timeOfCall } from './aliyun.schemas.js';

/** Our reference of a call is the end of the attempt's id. It is looked for among what a push may still tell of. */
const CALL = `SELECT a.id AS "attemptId", a.phone, m.order_code AS "orderCode"
  FROM message_attempts a JOIN outgoing_messages m ON m.id = a.message_id
  WHERE a.line = 'aliyun-voice' AND a.at > $3 AND (a.provider_id = $1 OR right(a.id::text, 12) = $2)
  ORDER BY a.provider_id = $1 DESC NULLS LAST, a.at DESC LIMIT 1`;

interface Called {
  attemptId: string;
  phone: string;
  orderCode: number | null;
}

/** What Aliyun tells of calls: how they went, and which keys were pressed. */
@Injectable()
export class TakeCallEvents {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly receipts: TakeReceipts,
    private readonly replies: ReceiveReply,
  ) {}

  /** @returns how many told of keys nobody knows who pressed */
  async run(events: readonly CallEvent[]): Promise<number> {
    const receipts: ReceiptOf[] = [];
    let unplaced = 0;
    for (const event of events) {
      const call = await this.find(event);
      if (event.status_code) receipts.push(receiptOf(event, event.status_code, call));
      const keys = /\d/.test(pressed(event));
      const phone = call?.phone ?? event.callee ?? event.called_num;
      if (keys && phone) await this.reply(event, phone, call?.orderCode ?? null);
      else if (keys) unplaced += 1;
    }
    await this.receipts.run('aliyun-voice', receipts);
    return unplaced;
  }

  private async find({ call_id, out_id }: CallEvent): Promise<Called | null> {
    const since = new Date(this.clock.now().getTime() - 2 * LATEST_MS);
    const [call] = await this.database.query(CALL, [plainCallId(call_id), out_id ?? null, since]);
    return call ?? null;
  }

  /** Each key once in a call, whether it is told of as it is pressed or when the call is over. */
  private async reply(event: CallEvent, phone: string, orderCode: number | null): Promise<void> {
    for (const digit of new Set(pressed(event).match(/\d/g)))
      await this.replies.run({
        phone: toLocal(phone),
        text: orderCode === null ? digit : `${digit} ${orderCode}`,
        channel: 'voice',
        providerKey: `aliyun-${plainCallId(event.call_id)}-${digit}`,
      });
  }
}

const pressed = ({ dtmf, digits }: CallEvent): string => dtmf || digits || '';

const receiptOf = (event: CallEvent, status: string, call: Called | null): ReceiptOf => ({
  ...receiptOfCall(plainCallId(event.call_id), status, timeOfCall(event)),
  attemptId: call?.attemptId ?? null,
});
