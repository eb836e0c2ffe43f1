import type { Post } from '@liandong/shared/team';
import type { EntityManager } from 'typeorm';
import { type Actor, may } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';

export interface HeldTeam {
  code: string;
  shortName: string;
  version: number;
  retiredAt: Date | null;
}

export interface HeldMember {
  id: string;
  name: string;
  post: Post;
  version: number;
  retiredAt: Date | null;
}

/**
 * The team's row, held until the end of the transaction: changes of one team, its members and vehicles come one after
 * another. Orders may be issued meanwhile. @throws Problem not-found, not-allowed (another team's account)
 */
export async function holdTeam(tx: EntityManager, code: string, actor: Actor): Promise<HeldTeam> {
  refuseForeign(actor, code);
  const [team] = await tx.query(
    `SELECT code, short_name AS "shortName", version, retired_at AS "retiredAt"
     FROM teams WHERE code = $1 FOR NO KEY UPDATE`,
    [code],
  );
  if (!team) throw new Problem('not-found', { detail: '没有这支队伍' });
  return team;
}

/** A team that still is one. @throws Problem wrong-state */
export async function holdActiveTeam(tx: EntityManager, code: string, actor: Actor): Promise<HeldTeam> {
  const team = await holdTeam(tx, code, actor);
  if (team.retiredAt)
    throw new Problem('wrong-state', { state: 'retired', detail: `${team.shortName}已停用，请先恢复` });
  return team;
}

/** A team's account keeps its own team's register only. @throws Problem not-allowed */
export function refuseForeign(actor: Actor, teamCode: string): void {
  if (!may(actor, 'register.edit') && actor.teamCode !== teamCode)
    throw new Problem('not-allowed', { detail: '只能修改本队的登记' });
}

/** @param base the version the editor saw. @throws Problem wrong-state */
export function refuseStale(version: number, base: number): void {
  if (version === base) return;
  throw new Problem('wrong-state', {
    state: String(version),
    detail: `已被别人改过（第 ${version} 版）`,
    advice: '请取最新内容，核对后再保存',
  });
}

/** Active members of a held team. */
export function activeMembers(tx: EntityManager, teamCode: string): Promise<HeldMember[]> {
  return tx.query(
    `SELECT id, name, post, version, retired_at AS "retiredAt" FROM team_members
     WHERE team_code = $1 AND retired_at IS NULL ORDER BY id`,
    [teamCode],
  );
}

/**
 * A member, his team held; `other`: another team the act concerns, held too, the two in the order of their codes.
 * @throws Problem not-found, not-allowed, wrong-state
 */
export async function holdMember(
  tx: EntityManager,
  id: string,
  actor: Actor,
  other?: string,
): Promise<{ member: HeldMember; team: HeldTeam; other: HeldTeam | undefined }> {
  const [found] = await tx.query('SELECT team_code AS code FROM team_members WHERE id = $1', [id]);
  if (!found) throw new Problem('not-found', { detail: '没有这名成员' });
  const held = new Map<string, HeldTeam>();
  const codes = [found.code as string, ...(other && other !== found.code ? [other] : [])].sort();
  for (const code of codes) held.set(code, await holdActiveTeam(tx, code, actor));
  const [member] = await tx.query(
    `SELECT id, name, post, version, retired_at AS "retiredAt" FROM team_members WHERE id = $1 AND team_code = $2`,
    [id, found.code],
  );
  if (!member) throw new Problem('wrong-state', { state: 'moved', detail: '这名成员刚调往另一队伍' });
  return { member, team: held.get(found.code)!, other: other ? held.get(other) : undefined };
}

/** @throws Problem wrong-state */
export function refuseRetired(row: { retiredAt: Date | null }, what: string): void {
  if (row.retiredAt) throw new Problem('wrong-state', { state: 'retired', detail: `${what}已不在册，请先恢复` });
}
