import type { PagedPerson } from '@liandong/shared/ladder';
import type { IssueOrders, OrderView } from '@liandong/shared/order';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import { call } from '../../api/client';
import { sendOrKeep } from '../../api/outbox';
import { problemText } from '../../api/problem-text';
import { queryClient } from '../../api/query';
import { i18next } from '../../i18n';
import { patchOrder } from '../../live/feed';
import { serverNow } from '../../ui/clock';
import { notify } from '../../ui/notice';
import { uuid } from '../../ui/uuid';
import { touchIncident } from './use-write';

/** Say what went wrong, in words. */
export const complain = (error: unknown): void => notify(problemText(error, i18next.t('app:offline')), true);

/** Run a write; its failure becomes a notice. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    complain(error);
    return null;
  }
}

const refresh = (order: OrderView): void => {
  patchOrder(order);
  void queryClient.invalidateQueries({ queryKey: ['getOrder', { params: { id: order.id } }] });
  void queryClient.invalidateQueries({ queryKey: ['getIncident', { params: { id: order.incidentId } }] });
};

/** Take down what a team said on the phone or radio. Without a line it is kept with the instant it was said. */
export async function reportVerbally(order: OrderView, kind: ReportKind, note?: string): Promise<void> {
  const body = { kind, source: 'verbal' as const, clientId: uuid(), note: note === '' ? undefined : note };
  const params = { id: order.id };
  const later = { params, body: { ...body, occurredAt: new Date(serverNow()).toISOString(), deviceOffsetSeconds: 0 } };
  const answer = await attempt(() => sendOrKeep('reportOnOrder', { params, body }, later));
  if (answer === null) return;
  if (answer === 'kept') return notify(i18next.t('desk:keptForLater'));
  refresh(answer);
  notify(i18next.t('desk:reported', { team: answer.teamShortName, step: i18next.t(`signs:step.${kind}`) }));
}

export async function recall(order: OrderView, reason: string): Promise<void> {
  const answer = await attempt(() => call('recallOrder', { params: { id: order.id }, body: { reason } }));
  if (answer !== null) refresh(answer);
}

export type WaiverCode = 'stood_down' | 'road_cut' | 'other';
export async function waive(order: OrderView, reason: string, code: WaiverCode): Promise<void> {
  const answer = await attempt(() => call('waiveOrder', { params: { id: order.id }, body: { reason, code } }));
  if (answer !== null) refresh(answer);
}

/** 改换时限: the target is chosen once more, the place being known now. */
export async function rebase(order: OrderView, reason: string): Promise<void> {
  const answer = await attempt(() => call('rebaseOrder', { params: { id: order.id }, body: { reason } }));
  if (answer === null) return;
  refresh(answer);
  notify(i18next.t('acts:rebase.done'));
}

/** 逐人确认: this person was told by word; nobody calls him any more for this order. */
export async function markReached(order: OrderView, person: PagedPerson): Promise<void> {
  const params = { id: order.id };
  const answer = await attempt(() => call('markReached', { params, body: { phone: person.phone } }));
  if (answer === null) return;
  queryClient.setQueryData(['getOrder', { params }], answer);
  notify(i18next.t('desk:reachedDone', { name: person.name }));
}

/** Close; `waive` with a reason when not everything owed was reported. */
export async function closeIncident(id: string, reason?: string): Promise<void> {
  const body = reason === undefined ? { waive: false } : { waive: true, reason };
  const answer = await attempt(() => call('closeIncident', { params: { id }, body }));
  if (answer === null) return;
  touchIncident(id);
  notify(i18next.t('desk:closed', { number: answer.number }));
}

export type InvalidCode = 'harassment' | 'false_alarm' | 'enquiry' | 'repeat' | 'silent' | 'other';
export async function invalidate(id: string, reason: string, code: InvalidCode): Promise<void> {
  const answer = await attempt(() => call('invalidateIncident', { params: { id }, body: { reason, code } }));
  if (answer === null) return;
  touchIncident(id);
  notify(i18next.t('desk:invalidated', { number: answer.number }));
}

/** An act on the whole incident that needs a reason at most. */
async function plainly(
  name: 'unmergeIncident' | 'reopenIncident' | 'takeCommand',
  id: string,
  reason: string,
  said: 'acts:unmerge.done' | 'acts:reopen.done' | 'acts:takeCommand.done',
): Promise<void> {
  const body = name === 'takeCommand' ? {} : { reason };
  const answer = await attempt(() => call(name, { params: { id }, body } as never));
  if (answer === null) return;
  touchIncident(id);
  notify(i18next.t(said, { number: answer.number }));
}
export const unmerge = (id: string, reason: string): Promise<void> =>
  plainly('unmergeIncident', id, reason, 'acts:unmerge.done');
export const reopen = (id: string, reason: string): Promise<void> =>
  plainly('reopenIncident', id, reason, 'acts:reopen.done');
/** 中心接手 */
export const takeCommand = (id: string): Promise<void> => plainly('takeCommand', id, '', 'acts:takeCommand.done');

/**
 * Send orders; `replaces`: the order whose place they take. The caller keeps `clientId` for a repetition of the same wish.
 * @throws ApiProblem when the server refuses
 */
export async function issue(
  id: string,
  teamCodes: string[],
  {
    task = '',
    ...more
  }: { task?: string; clientId: string } & Pick<IssueOrders, 'replaces' | 'level' | 'proposed' | 'overrideReason'>,
): Promise<void> {
  const body = { teamCodes, task: task.trim() === '' ? undefined : task.trim(), ...more };
  const answer = await sendOrKeep('issueOrders', { params: { id }, body });
  if (answer === 'kept') return notify(i18next.t('desk:keptForLater'));
  for (const order of answer.orders) patchOrder(order);
  touchIncident(id);
  notify(i18next.t('desk:issued', { count: answer.orders.length }));
}
