import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leaveWork, Transactions } from '../database/transaction.js';
import { EventConsumer } from '../events/event-consumer.js';
import type { SealedEvent } from '../events/event-log.queries.js';
import { EventRelay } from '../events/event-relay.worker.js';
import { Clock } from '../platform/clock.js';
import { lockDuty, voidSwaps } from './roster.queries.js';

/**
 * Whoever leaves a team leaves its roster at that instant: what he had stood stays his for good, what was to come is a gap.
 * So the past does not change when he comes back.
 */
@Injectable()
export class SettleDepartures implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly consumer: EventConsumer;

  constructor(
    private readonly relay: EventRelay,
    transactions: Transactions,
    clock: Clock,
  ) {
    const settle = (tx: EntityManager, event: SealedEvent) => this.settle(tx, event);
    this.consumer = new EventConsumer(
      'duty',
      { 'team.member_left': settle, 'team.member_retired': settle },
      // Whoever left is nobody on duty all the same: every question about duty asks the register too.
      { transactions, clock, giveUp: async () => {} },
    );
  }

  onApplicationBootstrap(): void {
    this.consumer.start(this.relay);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer.stop();
  }

  private async settle(tx: EntityManager, { at, teamCode, payload }: SealedEvent): Promise<void> {
    await lockDuty(tx);
    const his = [payload.memberId, teamCode, at];
    const [removed]: [{ id: string }[]] = await tx.query(
      'DELETE FROM duty_shifts WHERE member_id = $1 AND team_code = $2 AND starts_at >= $3 RETURNING id',
      his,
    );
    await voidSwaps(
      tx,
      removed.map(({ id }) => id),
      new Date(at),
    );
    await tx.query(
      `UPDATE duty_shifts SET left_at = $3, ends_at = least(ends_at, $3)
       WHERE member_id = $1 AND team_code = $2 AND left_at IS NULL AND starts_at < $3`,
      his,
    );
    leaveWork(tx, 'duty');
  }
}
