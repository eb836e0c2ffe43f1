import type { ResponsePlanView } from '@liandong/shared/plan';
import type { DataSource, EntityManager } from 'typeorm';
import { groupBy } from '../platform/group-by.js';
import { inForce } from '../targets/versions.rules.js';
import type { ResponsePlan } from './plan.entity.js';
import { type PlannedFor, planFor } from './plan.rules.js';

type Reader = EntityManager | DataSource;

const COLUMNS = `code, version, type_code AS "typeCode", name, severities, township_codes AS "townshipCodes", levels,
  task_text AS "taskText", scene_command AS "sceneCommand", basis, retired, effective_from AS "effectiveFrom",
  edited_by AS "editedBy", edited_at AS "editedAt", reason, withdrawn_at AS "withdrawnAt", client_id AS "clientId"`;

/** Every version there ever was, each plan newest first. */
export function planVersions(tx: Reader, only: { code?: string; typeCode?: string } = {}): Promise<ResponsePlan[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM response_plans
     WHERE ($1::text IS NULL OR code = $1) AND ($2::text IS NULL OR type_code = $2) ORDER BY type_code, code, version DESC`,
    [only.code ?? null, only.typeCode ?? null],
  );
}

/** Every plan that is in force at an instant. */
export async function plansInForce(tx: Reader, at: Date, only: { typeCode?: string } = {}): Promise<ResponsePlan[]> {
  const byPlan = groupBy(await planVersions(tx, only), (plan) => plan.code);
  const now = [...byPlan.values()].map((versions) => inForce(versions, at)).filter((plan) => plan !== undefined);
  return now.filter((plan) => !plan.retired);
}

/** The plan that holds for an incident at an instant; null: none does. */
export async function planInForce(tx: Reader, incident: PlannedFor, at: Date): Promise<ResponsePlan | null> {
  if (incident.typeCode === null) return null;
  return planFor(await plansInForce(tx, at, { typeCode: incident.typeCode }), incident) ?? null;
}

/** As the API shows it: what the first level says stands beside the levels as well. */
export function planView({ clientId: _, ...plan }: ResponsePlan): ResponsePlanView {
  const first = plan.levels[0]!;
  const iso = (at: Date | null): string | null => at && new Date(at).toISOString();
  return {
    ...plan,
    severities: plan.severities as ResponsePlanView['severities'],
    steps: first.steps,
    requiredStrength: first.requiredStrength,
    effectiveFrom: iso(plan.effectiveFrom)!,
    editedAt: iso(plan.editedAt),
    withdrawnAt: iso(plan.withdrawnAt),
  };
}
