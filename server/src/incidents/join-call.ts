import type { CallView, IncidentView } from '@liandong/shared/incident';
import type { JoinCall as Wanted } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { CALL_JSON } from './call.queries.js';
import { Call } from './incident.entity.js';
import { lockIncident } from './incident.queries.js';

/** Another call about what is already known: it joins the incident, with a number of its own. */
@Injectable()
export class JoinCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The same `clientId` again answers the call that is already there. @throws Problem not-found, bad-request (id used elsewhere) */
  run(incidentId: string, call: Wanted, actor: Actor): Promise<CallView> {
    return this.transactions.run((tx) => this.join(tx, incidentId, call, actor));
  }

  private async join(tx: EntityManager, given: string, call: Wanted, actor: Actor): Promise<CallView> {
    const incident = await living(tx, given);
    const incidentId = incident.id;
    const known = await readCall(tx, call.clientId);
    if (known && known.incidentId !== incidentId) throw Problem.field('clientId', '这个编号已用于另一来电');
    if (known) return known.call;
    const [{ count }] = await tx.query('SELECT count(*)::int AS count FROM calls WHERE incident_id = $1', [incidentId]);
    const number = `${incident.number}/${count + 1}`;
    const { clientId, callerPhone, callerName, placeText, ...told } = call;
    const row = {
      ...told,
      id: clientId,
      number,
      incidentId,
      callerPhone: callerPhone?.replace(/[ -]/g, '') ?? null,
      callerName: callerName ?? null,
      placeText: placeText ?? null,
      receivedAt: this.clock.now(),
      takenById: actor.accountId,
      takenBy: actor.name,
    };
    await insertRows(tx, Call, [row]);
    const payload = { callId: clientId, number, channel: call.channel, narrative: call.narrative };
    await appendEvent(tx, { at: row.receivedAt, type: 'call.joined', actor, incidentId, payload });
    return (await readCall(tx, clientId))!.call;
  }
}

/**
 * The incident a call about this one belongs to: where it was merged, the one that tells on.
 * @throws Problem not-found, wrong-state when it is invalid or was handed on
 */
async function living(tx: EntityManager, id: string): Promise<IncidentView> {
  const incident = await lockIncident(tx, id);
  if (incident.mergedInto) return living(tx, incident.mergedInto.id);
  if (incident.status === 'open' || incident.status === 'closed') return incident;
  throw new Problem('wrong-state', {
    state: incident.status,
    detail: incident.status === 'invalid' ? '警情已判为无效' : '警情已分流',
    advice: '请先重新受理，或另接一起',
  });
}

async function readCall(tx: EntityManager, id: string): Promise<{ call: CallView; incidentId: string } | undefined> {
  const [row] = await tx.query(
    `SELECT ${CALL_JSON} AS call, c.incident_id AS "incidentId" FROM calls c WHERE c.id = $1`,
    [id],
  );
  return row;
}
