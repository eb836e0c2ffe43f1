import type { OrderView, ReportBody } from '@liandong/shared/order';
import { create } from 'zustand';
import { ApiProblem, call, Offline } from '../api/client';
import { language } from '../i18n';
import { uuid } from '../ui/uuid';

import { deviceOffsetSeconds } from './device-clock';
import * as rules from './outbox.rules';
import { HOLD_MS, type Outcome, type Queue, type Waiting } from './outbox.rules';
import { currentPosition } from './position';
import { readStored, store } from './storage';

const KEY = 'liandong.field.outbox';

/** Reports tapped on this phone and not yet with the server; they survive a closed app. */
export const useOutbox = create<{ queue: Queue }>(() => ({ queue: readStored<Queue>(KEY, []) }));

let owner: string | null = null;
let accepted: (order: OrderView) => void = () => {};
let sending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function change(next: (queue: Queue) => Queue): void {
  const queue = next(useOutbox.getState().queue);
  useOutbox.setState({ queue });
  store(KEY, queue);
}

function wordsOf({ problem }: ApiProblem): string {
  const title = language() === 'en' ? problem.titleEn : problem.title;
  return [title, problem.detail, problem.advice].filter(Boolean).join(' ');
}

async function attempt(report: Waiting): Promise<Outcome> {
  try {
    accepted(await call('reportOnOrder', { params: { id: report.orderId }, body: report.body }));
    return { kind: 'accepted' };
  } catch (error) {
    if (error instanceof ApiProblem) return rules.judge(error.problem.status, wordsOf(error));
    if (error instanceof Offline) return rules.judge(null, '');
    return { kind: 'later' };
  }
}

async function pump(): Promise<void> {
  clearTimeout(timer);
  if (sending || owner === null) return;
  const { queue } = useOutbox.getState();
  const report = rules.nextToSend(queue, owner, Date.now());
  if (report) {
    sending = true;
    change((q) => rules.begin(q, report.body.clientId));
    const outcome = await attempt(report);
    change((q) => rules.settle(q, report.body.clientId, outcome, Date.now()));
    sending = false;
    return pump();
  }
  const at = rules.wakeAt(queue, owner, Date.now());
  if (at !== null) timer = setTimeout(() => void pump(), Math.max(20, at - Date.now()));
}

/** The signal is back, or the person signed in again. */
export function retryOutbox(): void {
  change(rules.retryNow);
  void pump();
}

function onHidden(): void {
  if (document.visibilityState !== 'hidden') return;
  change((queue) => rules.releaseHolds(queue, Date.now()));
  void pump();
}

/** Another window of this app changed the queue. */
function onStored(event: StorageEvent): void {
  if (event.key === KEY) useOutbox.setState({ queue: readStored<Queue>(KEY, []) });
}

/** Send this account's reports as long as it is signed in. Returns how to stop. */
export function startOutbox(username: string, onAccepted: (order: OrderView) => void): () => void {
  owner = username;
  accepted = onAccepted;
  window.addEventListener('online', retryOutbox);
  window.addEventListener('storage', onStored);
  document.addEventListener('visibilitychange', onHidden);
  retryOutbox();
  return () => {
    owner = null;
    clearTimeout(timer);
    window.removeEventListener('online', retryOutbox);
    window.removeEventListener('storage', onStored);
    document.removeEventListener('visibilitychange', onHidden);
  };
}

type Said = Pick<ReportBody, 'kind' | 'headcount' | 'etaMinutes' | 'note' | 'casualties'>;

/** Note a report with the instant of the tap; it leaves after the time for undoing. */
export function tap(order: { id: string; code: number }, said: Said): void {
  if (owner === null) return;
  const clientId = uuid();
  const now = Date.now();
  const body: ReportBody = {
    ...said,
    source: 'app',
    occurredAt: new Date(now).toISOString(),
    deviceOffsetSeconds: deviceOffsetSeconds(),
    clientId,
  };
  const report: Waiting = {
    owner,
    orderId: order.id,
    orderCode: order.code,
    body,
    heldUntil: now + HOLD_MS,
    notBefore: 0,
    attempts: 0,
    refusal: null,
  };
  change((queue) => rules.add(queue, report));
  void currentPosition().then((here) => {
    if (here) change((queue) => rules.locate(queue, clientId, here));
  });
  void pump();
}

export function undoReport(clientId: string): void {
  change((queue) => rules.undo(queue, clientId, Date.now()));
  void pump();
}

export const dismissReport = (clientId: string): void => change((queue) => rules.dismiss(queue, clientId));
