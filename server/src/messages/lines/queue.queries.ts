import type { DataSource } from 'typeorm';
import { PRIORITY } from '../enqueue.js';

/** What is due and has not been handed over. Urgent: all but broadcasts. */
export interface Queue {
  waiting: number;
  waitingUrgent: number;
  oldestUrgentDueAt: Date | null;
  stuck: boolean;
}

/**
 * The queue as it stands. Stuck: an urgent message has waited longer than that since it was first due; what waits for its
 * number's share is no queue.
 */
export async function readQueue(database: DataSource, now: Date, queueAlarmSeconds: number): Promise<Queue> {
  const [row] = await database.query(
    `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE priority < $2)::int AS "waitingUrgent",
            min(first_due_at) FILTER (WHERE priority < $2 AND provider_code IS DISTINCT FROM 'over_budget') AS "oldestUrgentDueAt"
     FROM outgoing_messages WHERE state IN ('queued', 'sending') AND NOT withdrawn AND first_due_at <= $1`,
    [now, PRIORITY.broadcast],
  );
  const oldest: Date | null = row.oldestUrgentDueAt;
  return { ...row, stuck: oldest !== null && now.getTime() - oldest.getTime() > queueAlarmSeconds * 1000 };
}
