import type { EditPlan, PlanStep } from '@liandong/shared/plan';
import { SPECIALTY_WORDS } from '@liandong/shared/specialty';
import type { EntityManager } from 'typeorm';
import { LEAD_HEAD } from '../incidents/scene-command.rules.js';
import { Problem } from '../platform/problem.js';

type Field = { path: string; message: string };

interface Known {
  /** Code → why it cannot be sent; null: it can. */
  teams: ReadonlyMap<string, string | null>;
  townships: ReadonlySet<string>;
  posts: ReadonlySet<string>;
}

/** What a plan names must be there: teams that still take orders, specialties, townships, a post. @throws Problem bad-request with every wrong place */
export async function checkPlan(tx: EntityManager, plan: EditPlan): Promise<void> {
  const known = await whatIsKnown(tx);
  const fields = [...stepProblems(plan, known), ...scopeProblems(plan, known)];
  if (fields.length > 0) throw new Problem('bad-request', { fields });
}

async function whatIsKnown(tx: EntityManager): Promise<Known> {
  const teams: { code: string; why: string | null }[] = await tx.query(
    `SELECT code, CASE WHEN retired_at IS NOT NULL THEN '已停用' WHEN team_class = 'expert' THEN '是专家组，按人请，不派指令' END AS why
     FROM teams`,
  );
  const townships: { code: string }[] = await tx.query('SELECT code FROM townships');
  const posts: { post: string }[] = await tx.query('SELECT post FROM command_posts');
  return {
    teams: new Map(teams.map(({ code, why }) => [code, why])),
    townships: new Set(townships.map(({ code }) => code)),
    posts: new Set([LEAD_HEAD, ...posts.map(({ post }) => post)]),
  };
}

function stepProblems({ levels }: EditPlan, { teams }: Known): Field[] {
  const named = new Set<string>();
  return levels.flatMap(({ steps }, level) =>
    steps.flatMap((step, index) => {
      const message = whyWrong(step, teams, named);
      return message ? [{ path: `levels.${level}.steps.${index}`, message }] : [];
    }),
  );
}

function whyWrong(step: PlanStep, teams: Known['teams'], named: Set<string>): string | null {
  const key = JSON.stringify(step);
  // Neighbours and specialties may come again at a higher level: each time the next nearest.
  if ('team' in step || 'local' in step) {
    if (named.has(key)) return '同一队伍只写一次';
    named.add(key);
  }
  if ('nearest' in step) return step.nearest in SPECIALTY_WORDS ? null : '没有这项专长';
  if (!('team' in step)) return null;
  if (!teams.has(step.team)) return `没有编号为 ${step.team} 的队伍`;
  const why = teams.get(step.team) ?? null;
  return why && `${step.team} ${why}`;
}

function scopeProblems({ townshipCodes, sceneCommand, retired: _, ...plan }: EditPlan, known: Known): Field[] {
  const fields = townshipCodes.flatMap((code, index) =>
    known.townships.has(code) ? [] : [{ path: `townshipCodes.${index}`, message: '没有这个乡镇街道' }],
  );
  if (new Set(plan.severities).size < plan.severities.length)
    fields.push({ path: 'severities', message: '等级只写一次' });
  if (sceneCommand !== null && !known.posts.has(sceneCommand))
    fields.push({ path: 'sceneCommand', message: '没有这个现场指挥职务' });
  return fields;
}
