import type { PhoneFlag } from '@liandong/shared/message';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { appendEvent } from '../../events/append-event.js';
import { SYSTEM } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { flagPhone } from '../lines/flag-phones.js';
import type { LockedReply } from '../reply.queries.js';
import type { PhoneWord } from './phone-words.rules.js';

/** What is noted of the number, and what the dispatcher reads. */
const FLAGS: Record<Exclude<PhoneWord, 'subscribe'>, { flag: PhoneFlag; why: string }> = {
  unsubscribe: { flag: 'unsubscribed', why: '对方退订短信，此后改打电话' },
  wrong_person: { flag: 'wrong_person', why: '对方称不是本人，请核对号码' },
};

/** A phone says something of itself: no more texts, texts again, or that somebody else answers it. */
@Injectable()
export class HearPhoneWord {
  constructor(private readonly clock: Clock) {}

  /** @returns what the dispatcher reads */
  async run(tx: EntityManager, reply: LockedReply, word: PhoneWord): Promise<string> {
    const at = this.clock.now();
    if (word !== 'subscribe') {
      const { flag, why } = FLAGS[word];
      await flagPhone(tx, { phone: reply.phone, flag, because: reply.text.slice(0, 100) }, at);
      return why;
    }
    await tx.query(`DELETE FROM phone_flags WHERE phone = $1 AND flag = 'unsubscribed'`, [reply.phone]);
    const payload = { phone: reply.phone, flag: 'unsubscribed', reason: reply.text.slice(0, 100) };
    await appendEvent(tx, { at, type: 'phone.cleared', actor: SYSTEM, payload });
    return '对方恢复接收短信';
  }
}
