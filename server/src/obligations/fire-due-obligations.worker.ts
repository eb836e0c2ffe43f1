import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { SYSTEM } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { CommitSignal } from '../platform/commit-signal.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { readSettings } from '../settings/settings.queries.js';
import type { Settings } from '../settings/settings.table.js';
import { type Chase, chaseKind, nextChaseAt, type Owed } from './obligation.rules.js';

const BATCH = 200;
const IDLE_MS = 500;
const EVENTS: Record<Chase, string> = {
  remind: 'obligation.reminded',
  missed: 'obligation.missed',
  insist: 'obligation.insisted',
};

interface Due extends Owed {
  id: string;
  stage: string | null;
  orderId: string | null;
  incidentId: string;
  subjectId: string | null;
  teamCode: string | null;
  owedBy: string;
  chases: number;
}

/**
 * Fires what is due: the state, the next chase and the event move in one transaction, so each fires once in effect,
 * late rather than never. Several chases slept through become one.
 */
@Injectable()
export class FireDueObligations implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new WorkerLoop('fire-due-obligations', IDLE_MS, () => this.pass());

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
    const [due] = await this.database.query('SELECT 1 FROM obligations WHERE next_chase_at < $1 LIMIT 1', [
      this.clock.now(),
    ]);
    if (!due) return false;
    return this.transactions.run((tx) => this.fire(tx));
  }

  private async fire(tx: EntityManager): Promise<boolean> {
    const now = this.clock.now();
    const settings = await readSettings(tx);
    const due: Due[] = await tx.query(
      `SELECT id, kind, stage, state, started_at AS "startedAt", due_at AS "dueAt", order_id AS "orderId",
              incident_id AS "incidentId", subject_id AS "subjectId", team_code AS "teamCode", owed_by AS "owedBy", chases
       FROM obligations WHERE next_chase_at < $1 ORDER BY next_chase_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [now],
    );
    const fired = due.map((owed) => chase(owed, now, settings));
    await tx.query(
      `UPDATE obligations o SET state = f.state, next_chase_at = f.next, chases = o.chases + 1
       FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS f(id, state, next) WHERE o.id = f.id`,
      [fired.map((f) => f.id), fired.map((f) => f.state), fired.map((f) => f.next)],
    );
    await appendEvents(
      tx,
      fired.map((f) => f.event),
    );
    return due.length === BATCH;
  }
}

function chase(owed: Due, now: Date, settings: Settings) {
  const kind = chaseKind(owed, now);
  const { id, stage, orderId, incidentId, subjectId, teamCode, owedBy } = owed;
  return {
    id,
    state: kind === 'missed' ? ('missed' as const) : owed.state,
    next: nextChaseAt(owed, kind === 'remind' ? beforeLimit(owed, now) : now, settings),
    event: {
      at: now,
      type: EVENTS[kind],
      actor: SYSTEM,
      incidentId,
      teamCode,
      payload: {
        obligationId: id,
        orderId,
        subjectId,
        kind: owed.kind,
        stage,
        owedBy,
        dueAt: owed.dueAt?.toISOString() ?? null,
        chases: owed.chases + 1,
      },
    },
  };
}

/** A reminder that fires at the very instant of the limit leaves the limit still to come: the miss is a moment later, not a round. */
const beforeLimit = ({ dueAt }: Owed, now: Date): Date =>
  dueAt?.getTime() === now.getTime() ? new Date(now.getTime() - 1) : now;
