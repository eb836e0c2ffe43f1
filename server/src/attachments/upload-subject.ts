import type { Api } from '@liandong/shared/api';
import type { Received } from '@liandong/shared/route';
import type { DataSource } from 'typeorm';
import { type Actor, may } from '../platform/actor.js';
import { Problem } from '../platform/problem.js';

export type UploadQuery = Received<Api['uploadAttachment']>['query'];

/** What an upload belongs to; `orderId` null: the incident as a whole. `document`: no incident, but a team or the county. */
export interface Subject {
  incidentId: string | null;
  orderId: string | null;
  teamCode: string | null;
  document: boolean;
}

/**
 * Whose file it will be: read from `orders` and `incidents`, whose rooms stand on this one.
 * @throws Problem not-found, not-allowed for another team's order, bad-request naming the field
 */
export async function findSubject(database: DataSource, query: UploadQuery, actor: Actor): Promise<Subject> {
  if (query.document) return subjectOfDocument(database, query, actor);
  if (!may(actor, 'order.report')) throw new Problem('not-allowed', { detail: '只能上传文件，不能上传警情的附件' });
  if (query.orderId) {
    const subject = await subjectOfOrder(database, query.orderId);
    if (actor.role === 'team' && actor.teamCode !== subject.teamCode)
      throw new Problem('not-allowed', { detail: '这不是本队的指令' });
    if (query.incidentId && query.incidentId !== subject.incidentId)
      throw Problem.field('incidentId', '指令不属于这起警情');
    return subject;
  }
  if (actor.role === 'team') throw Problem.field('orderId', '请指明是哪条指令的附件');
  if (!query.incidentId) throw Problem.field('incidentId', '请指明是哪起警情的附件');
  const [incident] = await database.query('SELECT id FROM incidents WHERE id = $1', [query.incidentId]);
  if (!incident) throw new Problem('not-found', { detail: '没有这起警情' });
  return { incidentId: incident.id, orderId: null, teamCode: null, document: false };
}

/** A version of a document: a team's own, or by the administrator for any team or the county. */
async function subjectOfDocument(database: DataSource, query: UploadQuery, actor: Actor): Promise<Subject> {
  if (!may(actor, 'document.write')) throw new Problem('not-allowed', { detail: '只有管理员和队伍能上传文件' });
  if (query.orderId || query.incidentId) throw Problem.field('document', '文件不属于警情或指令');
  const teamCode = query.teamCode ?? null;
  if (actor.role === 'team' && teamCode !== actor.teamCode)
    throw new Problem('not-allowed', { detail: '只能上传本队的文件' });
  const [team] = teamCode ? await database.query('SELECT 1 FROM teams WHERE code = $1', [teamCode]) : [true];
  if (!team) throw Problem.field('teamCode', '没有这支队伍');
  return { incidentId: null, orderId: null, teamCode, document: true };
}

async function subjectOfOrder(database: DataSource, orderId: string): Promise<Subject> {
  const [order] = await database.query(
    'SELECT id AS "orderId", incident_id AS "incidentId", team_code AS "teamCode" FROM orders WHERE id = $1',
    [orderId],
  );
  if (!order) throw new Problem('not-found', { detail: '没有这条指令' });
  return { ...order, document: false };
}
