import type { EntityManager } from 'typeorm';
import { toPoint } from '../database/columns.js';
import { Problem } from '../platform/problem.js';
import { readTeamContents } from './contents.queries.js';
import { holdTeam } from './held.js';
import { type By, writeTeams } from './write-teams.js';

/** A team is retired or comes back. Whether it may be is the caller's to know. @throws Problem not-found, wrong-state */
export async function setTeamRetired(tx: EntityManager, code: string, retired: boolean, by: By): Promise<void> {
  const team = await holdTeam(tx, code, by.actor);
  if ((team.retiredAt !== null) === retired)
    throw new Problem('wrong-state', {
      state: retired ? 'retired' : 'active',
      detail: retired ? `${team.shortName}已经停用` : `${team.shortName}并未停用`,
    });
  const content = (await readTeamContents(tx, [code])).get(code)!;
  const [{ place }] = await tx.query('SELECT sort_order AS place FROM teams WHERE code = $1', [code]);
  const row = { ...content, location: toPoint(content.location), sortOrder: place, retiredAt: retired ? by.at : null };
  await writeTeams(tx, [row], by);
}
