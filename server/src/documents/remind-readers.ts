import type { DocumentDetail } from '@liandong/shared/document';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import { enqueueMessages } from '../messages/enqueue.js';
import { documentWords } from '../messages/forces-text.rules.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { findContacts } from '../teams/duty.queries.js';
import { findTeams } from '../teams/team.queries.js';
import { type LockedDocument, readDocument, receiptsOf } from './document.queries.js';
import { holdDocument } from './hold-document.js';

/** Nobody is texted about the same version more often. 本县约定 */
const NOT_AGAIN_MINUTES = 60;

/** 催阅: a text to the commanders of the teams that have not read the current version. */
@Injectable()
export class RemindReaders {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, wrong-state (retired, all have read it, reminded within the hour) */
  run(id: string, actor: Actor): Promise<DocumentDetail> {
    return this.transactions.run(async (tx) => {
      const document = await holdDocument(tx, id);
      const now = this.clock.now();
      const waited = document.remindedAt && now.getTime() - document.remindedAt.getTime();
      if (waited !== null && waited < NOT_AGAIN_MINUTES * 60_000)
        throw new Problem('wrong-state', { state: 'reminded', detail: '一小时内已提醒过' });
      const silent = (await receiptsOf(tx, id)).filter((reader) => reader.readAt === null).map((one) => one.teamCode);
      if (silent.length === 0) throw new Problem('wrong-state', { state: 'read', detail: '各队都已阅' });
      await this.text(tx, document, silent, now);
      await tx.query('UPDATE documents SET reminded_at = $2 WHERE id = $1', [id, now]);
      const payload = { documentId: id, title: document.title, version: document.version, teams: silent };
      await appendEvent(tx, { at: now, type: 'document.reminded', actor, teamCode: document.teamCode, payload });
      return (await readDocument(tx, id, null))!;
    });
  }

  /** The commander of each; without one its own line. */
  private async text(tx: EntityManager, document: LockedDocument, codes: readonly string[], dueAt: Date) {
    const contacts = await findContacts(tx, codes, dueAt);
    const messages = (await findTeams(tx, codes)).map((team) => {
      const commander = contacts.get(team.code)!.commander;
      return {
        purpose: 'notice' as const,
        step: 0,
        channel: 'sms' as const,
        recipientName: commander?.name ?? `${team.shortName}值班`,
        recipientPost: commander?.post ?? 'alarm_phone',
        phone: commander?.phone ?? team.alarmPhone,
        words: documentWords(document.title, document.version, team.shortName),
        drill: false,
        dueAt,
        teamCode: team.code,
        subjectId: document.id,
      };
    });
    await enqueueMessages(tx, messages);
  }
}
