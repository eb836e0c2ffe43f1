import type { FeedbackContent, FeedbackDraft, FeedbackState } from '@liandong/shared/feedback';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { type LockedOrder, lockOrder } from '../dispatch/order.queries.js';
import { appendEvent } from '../events/append-event.js';
import type { Actor } from '../platform/actor.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problem.js';
import { FeedbackVersionRow } from './feedback.entity.js';
import { FEEDBACK_WORDS, type FeedbackAct, POSSIBLE } from './feedback.rules.js';

/** The form as it is, before anybody wrote: an empty draft. */
export interface HeldForm {
  order: LockedOrder;
  state: FeedbackState;
  version: number;
  content: FeedbackDraft;
  savedBy: string | null;
  savedAs: string | null;
  submittedAs: string | null;
  submittedAt: Date | null;
}

/** Whose forms and files somebody may touch: a team its own only, null: everybody's. */
export const ownTeam = (actor: Actor): string | null => (actor.role === 'team' ? (actor.teamCode ?? '') : null);

/** Hold an order's form against everybody else, by its order's lock. @throws Problem not-found, not-allowed for another team's */
export async function holdForm(tx: EntityManager, orderId: string, actor: Actor): Promise<HeldForm> {
  const order = await lockOrder(tx, orderId);
  if (actor.role === 'team' && actor.teamCode !== order.teamCode)
    throw new Problem('not-allowed', { detail: '这不是本队的指令' });
  const [form] = await tx.query(
    `SELECT state, version, content, saved_by AS "savedBy", saved_as AS "savedAs", submitted_as AS "submittedAs",
            submitted_at AS "submittedAt" FROM feedback_forms WHERE order_id = $1`,
    [order.id],
  );
  const empty = { state: 'draft', version: 0, content: {}, savedBy: null, savedAs: null, submittedAs: null };
  return { order, submittedAt: null, ...(form ?? empty) };
}

/** @throws Problem wrong-state with the present state */
export function refuseUnlessPossible(act: FeedbackAct, { state }: HeldForm): void {
  if (!POSSIBLE[act].includes(state))
    throw new Problem('wrong-state', { state, detail: `反馈单${FEEDBACK_WORDS[state]}` });
}

/** Who judges has read one version; was it written anew meanwhile, he reads again. @throws Problem wrong-state */
export function refuseUnlessRead({ state, version }: HeldForm, read: number | undefined): void {
  if (read !== undefined && read !== version)
    throw new Problem('wrong-state', { state, detail: '反馈单已有新的版本，请重新阅读' });
}

interface Kept {
  action: FeedbackVersionRow['action'];
  content: FeedbackContent;
  comment: string | null;
  actor: Actor;
  at: Date;
}

/** What was submitted or decided is kept word for word, and told. */
export async function keepVersion(tx: EntityManager, { order, version }: HeldForm, kept: Kept): Promise<void> {
  const { action, content, comment, actor, at } = kept;
  await insertRows(tx, FeedbackVersionRow, [
    { id: newId(), orderId: order.id, version, action, at, by: actor.name, comment, content },
  ]);
  await appendEvent(tx, {
    at,
    type: `feedback.${action}`,
    actor,
    incidentId: order.incidentId,
    teamCode: order.teamCode,
    payload: { orderId: order.id, code: order.code, version, comment },
  });
}
