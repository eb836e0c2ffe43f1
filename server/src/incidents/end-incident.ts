import type { EntityManager } from 'typeorm';

/** The incident is over: closed, or judged invalid. Whoever calls has made sure that nothing is owed any more. */
export async function endIncident(
  tx: EntityManager,
  id: string,
  end: { status: 'closed' | 'invalid'; at: Date; reason: string | null },
): Promise<void> {
  await tx.query('UPDATE incidents SET status = $2, closed_at = $3, end_reason = $4 WHERE id = $1', [
    id,
    end.status,
    end.at,
    end.reason,
  ]);
}

/** Orders went out: the end of call handling (received → issued). Written once. */
export async function markIssued(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('UPDATE incidents SET first_issued_at = $2 WHERE id = $1 AND first_issued_at IS NULL', [id, at]);
}
