import { INCIDENT_TYPES } from '@liandong/shared/defaults/incident-types';
import { DEFAULT_PLANS } from '@liandong/shared/defaults/plans';
import { RESPONSE_RULES } from '@liandong/shared/defaults/response-rules';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows.js';
import { IncidentType } from '../../incidents/incident.entity.js';
import { ResponsePlan } from '../../plans/plan.entity.js';
import { Setting } from '../../settings/setting.entity.js';
import { SETTINGS } from '../../settings/settings.table.js';
import { ResponseRule } from '../../targets/response-rule.entity.js';

const isEmpty = async (tx: EntityManager, table: string): Promise<boolean> =>
  (await tx.query(`SELECT 1 FROM ${table} LIMIT 1`)).length === 0;

/** Rules, numbers, types and plans a county begins with; each kind only where the county has none of its own. */
export async function loadDefaultRules(tx: EntityManager, since: Date): Promise<void> {
  if (await isEmpty(tx, 'response_rules'))
    await insertRows(
      tx,
      ResponseRule,
      RESPONSE_RULES.map((rule) => ({ ...rule, version: 1, effectiveFrom: since })),
    );
  if (await isEmpty(tx, 'settings'))
    await insertRows(
      tx,
      Setting,
      Object.entries(SETTINGS).map(([key, { value, unit, basis }]) => ({ key, value, unit, basis })),
    );
  if (await isEmpty(tx, 'incident_types'))
    await insertRows(
      tx,
      IncidentType,
      INCIDENT_TYPES.map(({ keywords, specialties, ...type }, sortOrder) => ({
        ...type,
        keywords: [...keywords],
        specialties: [...specialties],
        sortOrder,
      })),
    );
  if (await isEmpty(tx, 'response_plans')) await insertRows(tx, ResponsePlan, plans(since));
}

/** No team's code is known yet: the township's own team is called, and of each specialty the nearest. */
function plans(effectiveFrom: Date): Partial<ResponsePlan>[] {
  const names = new Map(INCIDENT_TYPES.map(({ code, name }) => [code, name]));
  const step = (word: string) => (word === 'local' ? { local: 'township' as const } : { nearest: word });
  return DEFAULT_PLANS.map(({ typeCode, steps, taskText, requiredStrength }) => ({
    code: typeCode,
    version: 1,
    typeCode,
    name: `${names.get(typeCode)}处置预案`,
    levels: [{ steps: steps.map(step), requiredStrength }],
    taskText,
    effectiveFrom,
  }));
}
