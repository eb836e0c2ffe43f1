import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';
import { type LockedDocument, lockDocument } from './document.queries.js';

/** The team that asks; null for the centre, which sees all. */
export const askingTeam = ({ role, teamCode }: Actor): string | null => (role === 'team' ? teamCode : null);

/** A document in force, locked. @throws Problem not-found, wrong-state (retired) */
export async function holdDocument(tx: EntityManager, id: string): Promise<LockedDocument> {
  const document = await lockDocument(tx, id);
  if (!document) throw new Problem('not-found', { detail: '没有这份文件' });
  if (document.retiredAt) throw new Problem('wrong-state', { detail: '这份文件已废止', state: 'retired' });
  return document;
}

/** A team writes its own documents only. @throws Problem not-allowed */
export function refuseForeign(teamCode: string | null, actor: Actor): void {
  if (actor.role === 'team' && teamCode !== actor.teamCode)
    throw new Problem('not-allowed', { detail: '这不是本队的文件' });
}

/** A team reads its own and the county's. @throws Problem not-allowed */
export function refuseHidden(teamCode: string | null, actor: Actor): void {
  if (teamCode !== null) refuseForeign(teamCode, actor);
}
