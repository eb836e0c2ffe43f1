import type { EntityManager } from 'typeorm';

/** SQL of one obligation as JSON in the shape of the contract; `ob` is the row of `obligations`. */
export const OBLIGATION_JSON = `
  json_build_object(
    'id', ob.id, 'kind', ob.kind, 'orderId', ob.order_id, 'teamCode', ob.team_code, 'startedAt', ob.started_at,
    'dueAt', ob.due_at, 'state', ob.state, 'metAt', ob.met_at, 'waivedReason', ob.waived_reason, 'chases', ob.chases)`;

/** Is this still to be done, in time or late? */
export async function isOwing(tx: EntityManager, id: string): Promise<boolean> {
  const [row] = await tx.query(
    `SELECT 1 FROM obligations WHERE id = $1 AND met_at IS NULL AND state IN ('open', 'missed')`,
    [id],
  );
  return row !== undefined;
}
