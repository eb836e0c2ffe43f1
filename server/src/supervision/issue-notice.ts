import { localTime } from '@liandong/shared/local-time';
import type { ObligationView } from '@liandong/shared/obligation';
import type { NoticeView, IssueNotice as Wanted } from '@liandong/shared/supervision';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { openOrderOf, orderToTell } from '../dispatch/order.queries.js';
import { tellTeam } from '../dispatch/tell-team.js';
import { appendEvent } from '../events/append-event.js';
import { holdIncident } from '../incidents/incident.queries.js';
import { noticeWords } from '../messages/official-text.rules.js';
import type { Worded } from '../messages/templates/templates.table.js';
import { incidentOwing, lockObligation } from '../obligations/obligation.queries.js';
import { openObligations } from '../obligations/open-obligations.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { readSettings } from '../settings/settings.queries.js';
import { SupervisionNotice } from './notice.entity.js';
import { findNotice } from './notice.queries.js';
import { noticeNumber, usualDemand } from './notice.rules.js';

/** 督办: a formal notice about what was missed, with a number, to be received and answered within its own limit. */
@Injectable()
export class IssueNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem not-found, wrong-state (not missed, or under notice already), bad-request (id used elsewhere) */
  run(obligationId: string, wanted: Wanted, actor: Actor): Promise<NoticeView> {
    return this.transactions.run(async (tx) => {
      await holdIncident(tx, await incidentOwing(tx, obligationId));
      const owed = (await lockObligation(tx, obligationId))!;
      const known = await findNotice(tx, wanted.clientId);
      if (known && known.obligationId !== obligationId) throw Problem.field('clientId', '这个编号已用于另一份通知');
      if (known) return known;
      if (owed.state !== 'missed')
        throw new Problem('wrong-state', { state: owed.state, detail: '超时的事项才能督办' });
      if (await isUnderNotice(tx, obligationId))
        throw new Problem('wrong-state', { state: owed.state, detail: '这项应办已在督办' });
      return this.issue(tx, owed, { id: wanted.clientId, demand: wanted.demand }, actor);
    });
  }

  /** Write it, start its clock, tell the team. The obligation is locked and not under notice. */
  async issue(
    tx: EntityManager,
    owed: ObligationView,
    { id, demand }: { id: string; demand?: string },
    actor: Actor,
  ): Promise<NoticeView> {
    const at = this.clock.now();
    const settings = await readSettings(tx);
    const number = await this.nextNumber(tx, at);
    const notice = {
      id,
      number,
      state: 'issued' as const,
      obligationId: owed.id,
      incidentId: owed.incidentId,
      orderId: owed.orderId,
      teamCode: owed.teamCode,
      addressee: owed.owedBy,
      demand: demand || usualDemand(owed.kind),
      issuedAt: at,
      issuedBy: actor.name,
      answerDueAt: new Date(at.getTime() + settings.supervisionAnswerSeconds * 1000),
    };
    await insertRows(tx, SupervisionNotice, [notice]);
    const { orderId, incidentId, teamCode, addressee, answerDueAt } = notice;
    const clock = { kind: 'supervision' as const, subjectId: id, startedAt: at, dueAt: answerDueAt };
    await openObligations(
      tx,
      [{ ...clock, orderId, incidentId, teamCode, owedBy: addressee, basis: number }],
      settings,
    );
    await tellOf(tx, notice, noticeWords(number, addressee, notice.demand), at);
    const payload = { noticeId: id, number, addressee, kind: owed.kind, orderId, demand: notice.demand };
    await appendEvent(tx, { at, type: 'notice.issued', actor, incidentId, teamCode, payload });
    return (await findNotice(tx, id))!;
  }

  /** One after another, so that no number is used twice or left out. */
  private async nextNumber(tx: EntityManager, at: Date): Promise<string> {
    const { year } = localTime(at, this.config.COUNTY_TZ);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('supervision numbers'))`);
    const [{ count }] = await tx.query('SELECT count(*)::int AS count FROM supervision_notices WHERE number LIKE $1', [
      `督办〔${year}〕%`,
    ]);
    return noticeNumber(year, count + 1);
  }
}

/** Is a notice about this still open? */
export async function isUnderNotice(tx: EntityManager, obligationId: string): Promise<boolean> {
  const [open] = await tx.query(
    `SELECT 1 FROM supervision_notices WHERE obligation_id = $1 AND state <> 'closed' LIMIT 1`,
    [obligationId],
  );
  return open !== undefined;
}

/** The team hears of it by text and app; where no team owes it, the paper alone goes out. */
export async function tellOf(
  tx: EntityManager,
  notice: { orderId: string | null; incidentId: string; teamCode: string | null },
  words: Worded,
  at: Date,
): Promise<void> {
  if (!notice.teamCode) return;
  const orderId = notice.orderId ?? (await openOrderOf(tx, notice.incidentId, notice.teamCode));
  const order = orderId && (await orderToTell(tx, orderId));
  if (order) await tellTeam(tx, order, { purpose: 'notice', words, at });
}
