import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { holdCall } from './answer-expert-call.js';
import { sendCalls } from './call-messages.js';
import { askedAfter } from './expert.queries.js';

const IDLE_MS = 2000;
const AT_ONCE = 20;

/** Who is still owed an answer; of an incident that is over, or of yesterday, nobody is asked again. */
const DUE = `
  SELECT c.id FROM expert_calls c JOIN experts e ON e.id = c.expert_id AND e.retired_at IS NULL LEFT JOIN incidents i ON i.id = c.incident_id
  WHERE c.answer IS NULL AND c.chased_at IS NULL AND c.chase_at <= $1 AND c.asked_at > $2
    AND (c.incident_id IS NULL OR i.status = 'open')`;

/** An expert who has not answered is asked once more; after that the desk sees that he is silent. */
@Injectable()
export class ChaseExperts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('chase-experts', IDLE_MS, () => this.pass());

  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly signal: CommitSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start((wake) => this.signal.subscribe('obligations', wake));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async pass(): Promise<boolean> {
    const now = this.clock.now();
    const due: { id: string }[] = await this.database.query(`${DUE} ORDER BY c.chase_at LIMIT ${AT_ONCE}`, [
      now,
      askedAfter(now),
    ]);
    for (const { id } of due) await this.transactions.run((tx) => this.chase(tx, id, now));
    return due.length === AT_ONCE;
  }

  private async chase(tx: EntityManager, id: string, now: Date): Promise<void> {
    const call = await holdCall(tx, id);
    // Answered, or asked again by another node, since it was looked for.
    const [still] = await tx.query(`${DUE} AND c.id = $3`, [now, askedAfter(now), id]);
    if (!call || !still) return;
    await tx.query('UPDATE expert_calls SET chased_at = $2 WHERE id = $1', [id, now]);
    await sendCalls(tx, [call], 1, now);
    await appendEvent(tx, {
      at: now,
      type: 'expert.chased',
      actor: SYSTEM,
      incidentId: call.incidentId,
      payload: { callId: id, expertId: call.expertId, name: call.expertName },
    });
  }
}
