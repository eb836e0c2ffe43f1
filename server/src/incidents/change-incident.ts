import type { IncidentView } from '@liandong/shared/incident';
import type { ChangeIncident as Change } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { findArea } from '../places/area.queries.js';
import { toWgs84 } from '../places/datum.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { CommandPosts } from './command-posts.js';
import { lockOpenIncident, readIncident } from './incident.queries.js';
import { IncidentTypes } from './incident-types.js';
import { regrade } from './owe-reports.js';
import { warningsOf } from './report-incident.js';

/** What became known of an incident: its place, type, severity, or that it is major. */
@Injectable()
export class ChangeIncident {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly types: IncidentTypes,
    private readonly posts: CommandPosts,
  ) {}

  /** @throws Problem not-found, wrong-state, bad-request (nothing to change, unknown type or township, no reason where one is asked for) */
  run(id: string, change: Change, actor: Actor): Promise<IncidentView> {
    return this.transactions.run(async (tx) => {
      const before = await lockOpenIncident(tx, id);
      refuse(before, change);
      await this.place(tx, before, change);
      await this.type(tx, before, change);
      await tx.query('UPDATE incidents SET severity = $2, marked_major = $3 WHERE id = $1', [
        id,
        change.severity ?? before.severity,
        change.major ?? before.markedMajor,
      ]);
      const after = await readIncident(tx, id);
      const at = this.clock.now();
      if (regraded(before, after)) await regrade(tx, after, before, { at, by: actor.name, reason: change.reason! });
      const payload = { before: shown(before), after: shown(after), reason: change.reason ?? null };
      await appendEvent(tx, { at, type: 'incident.changed', actor, incidentId: id, payload });
      return after;
    });
  }

  private async place(tx: EntityManager, { id, ...before }: IncidentView, change: Change): Promise<void> {
    const { placeText, townshipCode } = change;
    if (placeText !== undefined) await tx.query('UPDATE incidents SET place_text = $2 WHERE id = $1', [id, placeText]);
    // The township alone says less than a point within it that is known already.
    if (!change.location && (townshipCode === undefined || townshipCode === before.townshipCode)) return;
    const location = change.location ? toWgs84(change.location, change.datum) : null;
    const area = await findArea(tx, { location, townshipCode: townshipCode ?? before.townshipCode });
    if (!location && area.townshipCode === null) throw Problem.field('townshipCode', '没有这个乡镇街道');
    await tx.query(
      `UPDATE incidents SET township_code = $2, warnings = $3,
              location = CASE WHEN $4::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint($4, $5), 4326)::geography END
       WHERE id = $1`,
      [id, area.townshipCode, warningsOf(area), location?.lon ?? null, location?.lat ?? null],
    );
  }

  private async type(tx: EntityManager, before: IncidentView, { typeCode }: Change): Promise<void> {
    if (typeCode === undefined || typeCode === before.type?.code) return;
    const type = (await this.types.all()).find((one) => one.code === typeCode);
    if (!type) throw Problem.field('typeCode', '没有这种警情类型');
    await tx.query('UPDATE incidents SET type_code = $2 WHERE id = $1', [before.id, typeCode]);
    // Once orders have named who commands, only a transfer of command changes it.
    if (before.firstIssuedAt) return;
    const { post, commander } = await this.posts.of(type.incidentClass);
    await tx.query('UPDATE incidents SET scene_command = $2, scene_commander = $3 WHERE id = $1', [
      before.id,
      post,
      commander && JSON.stringify(commander),
    ]);
  }
}

function refuse(before: IncidentView, { datum: _, reason, ...change }: Change): void {
  if (Object.values(change).every((value) => value === undefined))
    throw new Problem('bad-request', { detail: '没有要更改的内容' });
  const graver = { severity: change.severity ?? before.severity, markedMajor: change.major ?? before.markedMajor };
  if (regraded(before, graver) && (reason?.length ?? 0) < 2)
    throw Problem.field('reason', '更改等级或重大标记须说明理由');
}

const regraded = (
  before: Pick<IncidentView, 'severity' | 'markedMajor'>,
  after: Pick<IncidentView, 'severity' | 'markedMajor'>,
): boolean => before.severity !== after.severity || before.markedMajor !== after.markedMajor;

const shown = ({ type, severity, markedMajor, placeText, townshipName, location }: IncidentView) => ({
  type: type?.name ?? null,
  severity,
  markedMajor,
  placeText,
  townshipName,
  location,
});
