import type { DocumentDetail } from '@liandong/shared/document';
import { Injectable } from '@nestjs/common';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { DocumentRead } from './document.entity.js';
import { readDocument } from './document.queries.js';
import { holdDocument, refuseHidden } from './hold-document.js';

/** 已阅: a team says that it has read the version it has before it. */
@Injectable()
export class ConfirmRead {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, not-allowed (no team, another team's), wrong-state (retired, or a newer version). Twice is once. */
  run(id: string, version: number, actor: Actor): Promise<DocumentDetail> {
    const { teamCode } = actor;
    if (actor.role !== 'team' || teamCode === null) throw new Problem('not-allowed', { detail: '由队伍账号确认已阅' });
    return this.transactions.run(async (tx) => {
      const document = await holdDocument(tx, id);
      refuseHidden(document.teamCode, actor);
      if (document.version !== version)
        throw new Problem('wrong-state', {
          state: `v${document.version}`,
          detail: `现行的是第${document.version}版，请阅读后再确认`,
        });
      const [known] = await tx.query(
        'SELECT 1 FROM document_reads WHERE document_id = $1 AND version = $2 AND team_code = $3',
        [id, version, teamCode],
      );
      if (!known) {
        const at = this.clock.now();
        await insertRows(tx, DocumentRead, [{ documentId: id, version, teamCode, readAt: at, readBy: actor.name }]);
        const payload = { documentId: id, title: document.title, version };
        await appendEvent(tx, { at, type: 'document.read', actor, teamCode, payload });
      }
      return (await readDocument(tx, id, teamCode))!;
    });
  }
}
