import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Problem } from '../../../platform/problem.js';
import { TakeReceipts } from '../../lines/take-receipts.js';
import { pushOf } from './push.queries.js';

/** The app on a phone says by itself that a push arrived there. */
@Injectable()
export class ConfirmPush {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly receipts: TakeReceipts,
  ) {}

  /** @throws Problem not-found when no such push went to the actor's team */
  async run(messageId: string, actor: Actor): Promise<void> {
    const attemptId = await pushOf(this.database, messageId, actor.teamCode ?? '');
    if (attemptId === null) throw new Problem('not-found', { detail: '没有这条推送' });
    const arrived = { state: 'delivered', code: null, at: this.clock.now(), parts: null } as const;
    await this.receipts.run('push-app', [{ ...arrived, attemptId, providerId: attemptId }]);
  }
}
