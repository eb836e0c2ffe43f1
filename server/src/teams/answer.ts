import type { RegisterChange } from '@liandong/shared/register';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { readTeam } from './team.queries.js';

/** The team as it is now, with what somebody should know of the change. */
export async function changed(
  tx: EntityManager,
  code: string,
  at: Date,
  warnings: string[] = [],
): Promise<RegisterChange> {
  const team = (await readTeam(tx, code, at))!;
  const vacant = team.commander || team.members.length === 0 || team.retiredAt ? [] : ['本队暂无指挥'];
  return { team, warnings: [...vacant, ...warnings] };
}

/** How far from its township's seat a base may lie, in metres: beyond it the point or its datum was mistaken. 本县约定 */
const FARTHEST_METERS = 30_000;

interface Base {
  base: 'urban' | 'township';
  townshipCode: string;
  location: { lon: number; lat: number };
}

/** Where a team starts from has to make sense: it decides its targets. @throws Problem bad-request */
export async function refuseOddBase(tx: EntityManager, { base, townshipCode, location }: Base): Promise<void> {
  const [township] = await tx.query(
    `SELECT name, urban, ST_Distance(seat, ST_SetSRID(ST_MakePoint($2, $3), 4326)::geography) AS far
     FROM townships WHERE code = $1`,
    [townshipCode, location.lon, location.lat],
  );
  if (!township) throw Problem.field('townshipCode', '没有这个乡镇街道');
  if (township.urban !== (base === 'urban'))
    throw Problem.field('base', `${township.name}${township.urban ? '在城区' : '不在城区'}，与驻地类型不符`);
  if (township.far > FARTHEST_METERS) throw Problem.field('location', `离${township.name}驻地太远，请核对坐标与坐标系`);
}
