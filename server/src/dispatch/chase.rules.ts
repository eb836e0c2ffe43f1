import type { ObligationKind } from '@liandong/shared/obligation';
import type { SealedEvent } from '../events/event-log.queries.js';
import { chaseWords, feedbackWords, situationWords } from '../messages/order-text.rules.js';
import type { Worded } from '../messages/templates/templates.table.js';

/** An obligation whose clock was fired, as the event tells of it. */
export interface Chased {
  obligationId: string;
  kind: ObligationKind;
  orderId: string | null;
  incidentId: string;
  teamCode: string | null;
  dueAt: Date | null;
}

interface Words {
  code: number;
  /** Minutes left, over when negative; null: none fixed. */
  minutes: number | null;
  place: string | null;
}

/** What a team is told of each kind that is chased by text. The other kinds are the desk's, a unit's or the ladder's matter. */
export const CHASE_TEXTS: Partial<Record<ObligationKind, (words: Words) => Worded>> = {
  muster: ({ code, minutes }) => chaseWords(code, '集结完毕', minutes),
  on_scene: ({ code, minutes }) => chaseWords(code, '到达现场', minutes),
  clear: ({ code, minutes }) => chaseWords(code, '处置结束', minutes),
  situation_report: ({ place, minutes }) => situationWords(place, minutes ?? 0),
  feedback: ({ code, minutes }) => feedbackWords(code, Math.ceil((minutes ?? 0) / 60)),
};

/** A team whose order is over is not asked for its steps any more; its form it still owes. */
export const ONLY_WHILE_OPEN: readonly ObligationKind[] = ['muster', 'on_scene', 'clear', 'situation_report'];

/** @returns null for an event that tells of no incident */
export function chasedOf({ incidentId, teamCode, payload }: SealedEvent): Chased | null {
  if (incidentId === null) return null;
  return {
    obligationId: String(payload.obligationId),
    kind: payload.kind as ObligationKind,
    orderId: payload.orderId === null ? null : String(payload.orderId),
    incidentId,
    teamCode,
    dueAt: payload.dueAt === null ? null : new Date(String(payload.dueAt)),
  };
}
