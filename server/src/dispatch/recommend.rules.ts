import type { ChosenTarget } from '../targets/target.rules.js';
import type { PlanPlace } from './plan-places.rules.js';
import { before, fairness, type Standing } from './standing.rules.js';
import type { Expected } from './travel.rules.js';

/** What is known of a team for one incident. `distanceKm` null: the place is unknown. `matched`: specialties in Chinese that fit. */
export interface Candidate extends Standing {
  place: PlanPlace | null;
  distanceKm: number | null;
  expected: Expected | null;
  /** Minutes it would be late by what is expected; 0: in time; null: not known. */
  over: number | null;
  alreadyOrdered: boolean;
  strength: number;
  minimumStrength: number;
  target: ChosenTarget;
}

/** A team outside the plan comes after its last level. */
const levelOf = (c: Candidate): number => c.place?.level ?? Number.MAX_SAFE_INTEGER;
const stepOf = (c: Candidate): number => c.place?.step ?? 0;
/** Within a level of the plan, teams nobody answers for stand behind the others. */
const unmanned = (c: Candidate): number => Number(c.place !== null && c.onDuty === null);

const MEASURE_WORDS = { mustered: '集结', on_scene: '到场' } as const;
const LEVEL_WORDS = ['', '', '二级增援', '三级增援'] as const;

const placeWords = ({ level, step, how }: PlanPlace): string =>
  `${level === 1 ? '预案' : (LEVEL_WORDS[level] ?? '')}第 ${step} 位${how ? `：${how}` : ''}`;

const EXPECTED_WORDS = { road: '按路网', estimate: '估算' } as const;

/** Why this team, in a dispatcher's words: first what bars it, then the best argument for it. */
export function reasonsFor(c: Candidate): string[] {
  const { target, expected } = c;
  return [
    c.setAside === null ? null : `⚠ 停勤：${c.setAside}`,
    c.place && placeWords(c.place),
    c.matched.length > 0 ? `专长：${c.matched.join('、')}` : null,
    c.local ? '属地队伍' : null,
    c.distanceKm === null ? '距离未知（地点未明）' : `直线 ${c.distanceKm.toFixed(1)} 公里`,
    expected && `约 ${expected.minutes} 分钟可到（${EXPECTED_WORDS[expected.by]}）`,
    c.onDuty === null ? '⚠ 当前无人值班' : `值班：${c.onDuty}`,
    c.committed > 0 ? `另有 ${c.committed} 条指令在办` : '待命',
    c.short ? `缺员：在册 ${c.strength} 人，应有 ${c.minimumStrength} 人` : null,
    `${MEASURE_WORDS[target.measure]} ${Math.round(target.seconds / 60)} 分钟（${target.why}）`,
    c.over ? `⚠ 预计超出时限 ${c.over} 分钟` : null,
  ].filter((reason) => reason !== null);
}

const order = (a: Candidate, b: Candidate): number =>
  Number(a.alreadyOrdered) - Number(b.alreadyOrdered) ||
  Number(a.setAside !== null) - Number(b.setAside !== null) ||
  levelOf(a) - levelOf(b) ||
  unmanned(a) - unmanned(b) ||
  stepOf(a) - stepOf(b) ||
  before(a, b);

/** Said of the team that stands first only because it was called less of late. */
function fairWords(c: Candidate, next: Candidate | undefined): string[] {
  const same =
    next && !c.alreadyOrdered && !next.alreadyOrdered && levelOf(c) === levelOf(next) && stepOf(c) === stepOf(next);
  return same && fairness(c, next) ? [`近 7 天指令较少：${c.recent} 条（${next.teamCode} 为 ${next.recent} 条）`] : [];
}

/**
 * Best team first. The plan's own order outweighs everything else; a team set aside comes behind all that may go, one already
 * ordered last; neither is ticked. Ticked are the teams of the levels raised so far, at first those of level one.
 */
export function rank<T extends Candidate>(
  candidates: readonly T[],
  raised = 1,
): (T & { rank: number; ticked: boolean; reasons: string[] })[] {
  const sorted = [...candidates].sort(order);
  return sorted.map((c, index) => ({
    ...c,
    rank: index + 1,
    ticked: c.place !== null && c.place.level <= raised && !c.alreadyOrdered && c.setAside === null,
    reasons: [...reasonsFor(c), ...fairWords(c, sorted[index + 1])],
  }));
}
