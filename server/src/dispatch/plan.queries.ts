import type { ResponsePlanView } from '@liandong/shared/response-rule';
import type { DataSource, EntityManager } from 'typeorm';

/** The task a plan gives its teams; empty without a plan. */
export async function planTask(tx: EntityManager, typeCode: string | null): Promise<string> {
  const [plan] = await tx.query('SELECT task_text FROM response_plans WHERE type_code = $1', [typeCode]);
  return plan?.task_text ?? '';
}

export function listPlans(database: DataSource): Promise<ResponsePlanView[]> {
  return database.query(
    'SELECT type_code AS "typeCode", name, steps, task_text AS "taskText", required_strength AS "requiredStrength" FROM response_plans ORDER BY type_code',
  );
}
