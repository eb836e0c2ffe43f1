import type { ChosenTarget } from '../targets/target.rules.js';

/** What is known of a team for one incident. `distanceKm` null: the place is unknown. `matched`: specialties in Chinese that fit. */
export interface Candidate {
  teamCode: string;
  planStep: number | null;
  matched: readonly string[];
  local: boolean;
  onDuty: string | null;
  committed: number;
  distanceKm: number | null;
  alreadyOrdered: boolean;
  target: ChosenTarget;
}

/** What each argument weighs; one step of a plan outweighs everything else. 本县约定 */
const WEIGHT = {
  plan: 20_000,
  planStep: 1_000,
  specialty: 600,
  local: 500,
  onDuty: 200,
  committed: -250,
  km: -4,
} as const;

const score = (c: Candidate): number =>
  (c.matched.length > 0 ? WEIGHT.specialty : 0) +
  (c.local ? WEIGHT.local : 0) +
  (c.onDuty === null ? 0 : WEIGHT.onDuty) +
  c.committed * WEIGHT.committed +
  (c.distanceKm ?? 0) * WEIGHT.km;

/** The plan's own order outweighs everything else; a team outside it comes after its last step. */
const planOrder = (c: Candidate): number => c.planStep ?? Number.MAX_SAFE_INTEGER;

const MEASURE_WORDS = { mustered: '集结', on_scene: '到场' } as const;

/** Why this team, in a dispatcher's words, best argument first. */
export function reasonsFor(c: Candidate): string[] {
  const { target } = c;
  return [
    c.planStep === null ? null : `预案第 ${c.planStep} 位`,
    c.matched.length > 0 ? `专长：${c.matched.join('、')}` : null,
    c.local ? '属地队伍' : null,
    c.distanceKm === null ? '距离未知（地点未明）' : `直线 ${c.distanceKm.toFixed(1)} 公里`,
    c.onDuty === null ? '当前无人值班' : `值班：${c.onDuty}`,
    c.committed > 0 ? `另有 ${c.committed} 条指令在办` : '待命',
    `${MEASURE_WORDS[target.measure]} ${Math.round(target.seconds / 60)} 分钟（${target.why}）`,
  ].filter((reason) => reason !== null);
}

/** Best team first; equal ones by code, so that the list never jumps. A team already ordered comes last and is not ticked. */
export function rank<T extends Candidate>(
  candidates: readonly T[],
): (T & { rank: number; ticked: boolean; reasons: string[] })[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      Number(a.alreadyOrdered) - Number(b.alreadyOrdered) ||
      planOrder(a) - planOrder(b) ||
      score(b) - score(a) ||
      (a.teamCode < b.teamCode ? -1 : 1),
  );
  return sorted.map((c, index) => ({
    ...c,
    rank: index + 1,
    ticked: c.planStep !== null && !c.alreadyOrdered,
    reasons: reasonsFor(c),
  }));
}
