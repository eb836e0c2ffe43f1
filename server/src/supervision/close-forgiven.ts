import type { NoticeView } from '@liandong/shared/supervision';
import type { EntityManager } from 'typeorm';
import { appendEvent } from '../events/append-event.js';
import { waiveSubject } from '../obligations/waive-obligations.js';
import { SYSTEM } from '../platform/actor.js';

/** The missed obligation was waived: its notice is closed and its answer not owed any more. */
export async function closeForgiven(
  tx: EntityManager,
  { id, number, incidentId, teamCode }: NoticeView,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  await tx.query(`UPDATE supervision_notices SET state = 'closed', closed_at = $2, closed_by = $3 WHERE id = $1`, [
    id,
    at,
    SYSTEM.name,
  ]);
  await waiveSubject(tx, id, { code: 'other', reason: `所督办的事项已豁免：${reason}`, by: SYSTEM.name, at });
  const payload = { noticeId: id, number, reason };
  await appendEvent(tx, { at, type: 'notice.closed', actor: SYSTEM, incidentId, teamCode, payload });
}
