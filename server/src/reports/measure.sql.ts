import type { GROUPS, INTERVALS } from '@liandong/shared/report';
import { OPEN } from '../dispatch/order.entity.js';

type Interval = (typeof INTERVALS)[number];

/** An interval: the instants it lies between, and the obligation that says whether it was in time (none: only measured). */
interface Measured {
  from: string;
  to: string;
  evidence: string;
  obligation: string | null;
}

/** What holds: the stamps as reported, a corrected one at its corrected instant. */
const HELD = 'COALESCE(o.held_stamps, o.stamps)';
const stamp = (kind: string): string => `(${HELD} #>> '{${kind},at}')::timestamptz`;
const evidence = (kind: string): string => `${HELD} #>> '{${kind},evidence}'`;
const TARGET_KIND = `CASE o.target ->> 'measure' WHEN 'mustered' THEN 'muster' ELSE 'on_scene' END`;

/**
 * The intervals of an order. The target is read from its obligation, everything else from the stamps that hold:
 * a stamp nobody made is missing, never derived.
 */
export const INTERVAL_SQL: Record<Interval, Measured> = {
  target: { from: 'ob.started_at', to: 'ob.met_at', evidence: 'ob.met_evidence', obligation: TARGET_KIND },
  acknowledge: {
    from: 'o.issued_at',
    // A team that says at once that it cannot come has answered too.
    to: `COALESCE(${stamp('acknowledged')}, ${stamp('declined')})`,
    evidence: `COALESCE(${evidence('acknowledged')}, ${evidence('declined')})`,
    obligation: `'acknowledge'`,
  },
  turnout: {
    from: 'o.issued_at',
    to: `COALESCE(${stamp('mustered')}, ${stamp('en_route')})`,
    evidence: `COALESCE(${evidence('mustered')}, ${evidence('en_route')})`,
    obligation: null,
  },
  travel: { from: stamp('en_route'), to: stamp('on_scene'), evidence: evidence('on_scene'), obligation: null },
  response: { from: 'o.issued_at', to: stamp('on_scene'), evidence: evidence('on_scene'), obligation: null },
  handling: { from: stamp('on_scene'), to: stamp('cleared'), evidence: evidence('cleared'), obligation: null },
};

/** Groups: the key of a row, and how it is shown. */
export const GROUP_SQL: Record<(typeof GROUPS)[number], { key: string; label: string }> = {
  team: { key: 'o.team_code', label: 't.short_name' },
  rule: {
    key: `o.target ->> 'ruleNo'`,
    label: `'规则 ' || (o.target ->> 'ruleNo') || CASE o.target ->> 'measure' WHEN 'mustered' THEN ' · 集结' ELSE ' · 到场' END`,
  },
  team_class: {
    key: 't.team_class',
    label: `CASE t.team_class WHEN 'public' THEN '公共应急救援' WHEN 'professional' THEN '专业应急' ELSE '专家' END`,
  },
  township: { key: `COALESCE(i.township_code, '-')`, label: `COALESCE(ts.name, '地点未明或县外')` },
  type: { key: `COALESCE(i.type_code, '-')`, label: `COALESCE(ty.name, '未分类')` },
  daytime: {
    key: `o.target ->> 'daytime'`,
    label: `CASE o.target ->> 'daytime' WHEN 'true' THEN '白天' ELSE '夜间' END`,
  },
  all: { key: `'all'`, label: `'全部'` },
};

const VERIFIED = `('geofence', 'app_position')`;

/**
 * One row per order of the period: result (met, missed, waived, running), seconds taken, evidence.
 * $1 from, $2 to, $3 drills. On the verified basis a stamp without position is no stamp.
 */
export function measuredSql(query: {
  interval: Interval;
  groupBy: (typeof GROUPS)[number];
  basis: 'all' | 'verified';
}): string {
  const { from, to, evidence: proof, obligation } = INTERVAL_SQL[query.interval];
  const group = GROUP_SQL[query.groupBy];
  const counted = query.basis === 'verified' ? `CASE WHEN ${proof} IN ${VERIFIED} THEN ${to} END` : to;
  const ended = `NOT (o.${OPEN})`;
  // Withdrawn, or ended by the desk before arrival: nobody was waited for any more.
  const stoodDown = `(o.status = 'recalled' OR (o.status = 'cleared' AND NOT o.stamps ? 'on_scene'))`;
  const owed = obligation
    ? `CASE WHEN ob.state = 'met' AND ${counted} IS NULL THEN 'missed' ELSE replace(ob.state, 'open', 'running') END`
    : `CASE WHEN ${counted} IS NOT NULL AND ${from} IS NOT NULL THEN 'measured' WHEN ${stoodDown} THEN 'waived' WHEN ${ended} THEN 'missed' ELSE 'running' END`;
  return `
    SELECT o.id AS order_id, o.incident_id, o.code, o.team_code, t.short_name, o.issued_at, o.target, i.number, i.place_text,
           ty.name AS type_name, ${group.key} AS key, ${group.label} AS label, ${owed} AS result,
           EXTRACT(epoch FROM ${counted} - ${from})::float8 AS taken, ob.due_at, ${counted} AS reached, ${proof} AS evidence
    FROM orders o
    JOIN incidents i ON i.id = o.incident_id JOIN teams t ON t.code = o.team_code
    LEFT JOIN townships ts ON ts.code = i.township_code LEFT JOIN incident_types ty ON ty.code = i.type_code
    ${obligation ? '' : 'LEFT'} JOIN obligations ob ON ob.order_id = o.id AND ob.kind = ${obligation ?? 'NULL'}
    WHERE o.issued_at >= $1 AND o.issued_at < $2 AND i.drill = $3 AND i.status NOT IN ('invalid', 'merged')`;
}
