import type { AddNote as Wanted } from '@liandong/shared/incident.acts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { attachmentsOf, refuseForeign } from '../attachments/attachment.queries.js';
import { insertRows } from '../database/insert-rows.js';
import { Transactions } from '../database/transaction.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem.js';
import { IncidentNote } from './course.entity.js';
import { lockIncident } from './incident.queries.js';

/** A dispatcher adds a line to the timeline, with papers or pictures: at any time, also when the incident is over. */
@Injectable()
export class AddNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem not-found, bad-request (an attachment that is not this incident's, an id used elsewhere) */
  run(incidentId: string, { clientId, text, attachmentIds }: Wanted, actor: Actor) {
    return this.transactions.run(async (tx) => {
      await lockIncident(tx, incidentId);
      await refuseForeign(tx, { incidentId, ids: attachmentIds, path: 'attachmentIds' });
      const files = await attachmentsOf(tx, attachmentIds);
      const attachments = files.map(({ id, name, mediaType }) => ({ id, name, mediaType }));
      const payload = { noteId: clientId, text, attachments };
      const at = await this.write(tx, { id: clientId, incidentId, text, attachmentIds, notedBy: actor.name });
      if (at) await appendEvent(tx, { at, type: 'incident.noted', actor, incidentId, payload });
      return { at: (at ?? this.clock.now()).toISOString(), type: 'incident.noted', actor: actor.name, payload };
    });
  }

  /** @returns when it was noted; null when it was there already */
  private async write(tx: EntityManager, note: Omit<IncidentNote, 'at'>): Promise<Date | null> {
    const [known] = await tx.query('SELECT incident_id FROM incident_notes WHERE id = $1', [note.id]);
    if (known && known.incident_id !== note.incidentId) throw Problem.field('clientId', '这个编号已用于另一条记录');
    if (known) return null;
    const at = this.clock.now();
    await insertRows(tx, IncidentNote, [{ ...note, at }]);
    return at;
  }
}
