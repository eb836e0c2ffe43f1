import type { ExpertCallView, ExpertView, CallExperts as Wanted } from '@liandong/shared/expert';
import type { IncidentView } from '@liandong/shared/incident';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { isDuplicate, Transactions } from '../database/transaction.js';
import { appendEvents } from '../events/append-event.js';
import { lockOpenIncident } from '../incidents/incident.queries.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { toRegistered } from '../platform/phone.rules.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { sendCalls } from './call-messages.js';
import { ExpertCall } from './expert.entity.js';
import { callsByClient, listExperts, unansweredCalls } from './expert.queries.js';
import { placeWords } from './propose.rules.js';

/** 请专家: a text and a call to each at once, on record with what was asked; whoever stays silent is asked once more. */
@Injectable()
export class CallExperts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (incident over, or asked and not answered yet), bad-request. The same clientId is one call. */
  async run(wanted: Wanted, actor: Actor): Promise<ExpertCallView[]> {
    try {
      return await this.transactions.run((tx) => this.ask(tx, wanted, actor));
    } catch (error) {
      if (!isDuplicate(error, 'expert_calls_client')) throw error;
      return this.transactions.run((tx) => callsByClient(tx, wanted.clientId));
    }
  }

  private async ask(tx: EntityManager, wanted: Wanted, actor: Actor): Promise<ExpertCallView[]> {
    const incident = await this.incidentOf(tx, wanted);
    if (incident === 'done') return callsByClient(tx, wanted.clientId);
    const place = wanted.place ?? (incident && placeOf(incident));
    if (!place) throw Problem.field('place', '请写地点与事由');
    const now = this.clock.now();
    const experts = await chosen(tx, wanted.expertIds);
    await refuseAskedAlready(tx, wanted, now);
    const { expertChaseSeconds } = await readSettings(tx);
    const common = {
      clientId: wanted.clientId,
      incidentId: incident?.id ?? null,
      place,
      task: wanted.task,
      drill: incident?.drill ?? wanted.drill,
      askedAt: now,
      askedBy: actor.name,
      chaseAt: new Date(now.getTime() + expertChaseSeconds * 1000),
      words: '',
    };
    const calls = experts.map((expert) => ({ id: newId(), ...common, ...asAsked(expert) }));
    await insertRows(tx, ExpertCall, calls);
    await sendCalls(tx, calls, 0, now);
    await appendEvents(
      tx,
      calls.map((call) => ({
        at: now,
        type: 'expert.called',
        actor,
        incidentId: call.incidentId,
        payload: {
          callId: call.id,
          expertId: call.expertId,
          name: call.expertName,
          category: call.category,
          place,
          task: wanted.task,
          drill: call.drill,
        },
      })),
    );
    return callsByClient(tx, wanted.clientId);
  }

  /** The incident held; null without one. The same request again is done, even when the incident is over by now. */
  private async incidentOf(tx: EntityManager, { clientId, incidentId }: Wanted): Promise<IncidentView | null | 'done'> {
    if (await isKnown(tx, clientId)) return 'done';
    if (incidentId === null) return null;
    const incident = await lockOpenIncident(tx, incidentId);
    // Sent twice at the same moment: the other one held the lock.
    return (await isKnown(tx, clientId)) ? 'done' : incident;
  }
}

async function isKnown(tx: EntityManager, clientId: string): Promise<boolean> {
  const [known] = await tx.query('SELECT 1 FROM expert_calls WHERE client_id = $1 LIMIT 1', [clientId]);
  return known !== undefined;
}

const placeOf = ({ placeText, townshipName, type }: IncidentView): string =>
  placeWords(placeText, townshipName, type?.name ?? null);

/** In the group now, each once, in the order chosen. @throws Problem bad-request naming every wrong one */
async function chosen(tx: EntityManager, ids: readonly string[]): Promise<ExpertView[]> {
  const group = new Map((await listExperts(tx)).map((expert) => [expert.id, expert]));
  const fields = ids.flatMap((id, index) =>
    group.has(id) ? [] : [{ path: `expertIds.${index}`, message: '没有这位专家，或已退出专家组' }],
  );
  if (fields.length > 0) throw new Problem('bad-request', { fields });
  return [...new Set(ids)].map((id) => group.get(id)!);
}

/** @throws Problem wrong-state naming those who have not answered yet */
async function refuseAskedAlready(tx: EntityManager, { expertIds, incidentId }: Wanted, now: Date): Promise<void> {
  if (incidentId === null) return;
  const waiting = await unansweredCalls(tx, { expertIds, incidentId, now });
  if (waiting.length === 0) return;
  const names = waiting.map(({ expertName }) => expertName).join('、');
  throw new Problem('wrong-state', { state: 'asked', detail: `${names}已请过，尚未答复；可代记口头答复` });
}

const asAsked = ({ id, name, category, phone, morePhones }: ExpertView) => ({
  expertId: id,
  expertName: name,
  category,
  phone: toRegistered(phone),
  phones: [...new Set([phone, ...morePhones.map((more) => more.phone)].map(toRegistered))],
});
