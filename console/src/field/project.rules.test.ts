import { describe, expect, test } from '@jest/globals';
import type { TeamOrder } from '@liandong/shared/order';
import type { ReportKind } from '@liandong/shared/order.lifecycle';
import { headline, stepSecondsLeft } from './headline.rules.js';
import type { Waiting } from './outbox.rules.js';
import { mayDecline, offeredSteps, project, tappedAt } from './project.rules.js';
import { inUrgency } from './queue.rules.js';

const ISSUED = Date.parse('2026-07-14T06:00:00.000Z');
const at = (minutes: number): string => new Date(ISSUED + minutes * 60_000).toISOString();
const owed = (kind: 'acknowledge' | 'muster' | 'on_scene', dueMinutes: number | null) => ({
  id: kind,
  kind,
  orderId: 'o',
  teamCode: 'S05',
  startedAt: at(0),
  dueAt: dueMinutes === null ? null : at(dueMinutes),
  state: 'open' as const,
  metAt: null,
  waivedReason: null,
  chases: 0,
});

/** A muster order as the server sends it; only what the rules read is filled. */
function order(given: Partial<TeamOrder> = {}): TeamOrder {
  return {
    id: 'o',
    code: 37,
    status: 'delivered',
    issuedAt: at(0),
    target: { measure: 'mustered', seconds: 900, dueAt: at(15), daytime: true },
    stamps: {},
    obligations: [owed('acknowledge', 3), owed('muster', 15), owed('on_scene', null)],
    ...given,
  } as unknown as TeamOrder;
}
function tapped(kind: ReportKind, minutes: number, given: Partial<Waiting> = {}): Waiting {
  return {
    owner: 's05',
    orderId: 'o',
    orderCode: 37,
    body: { kind, source: 'app', occurredAt: at(minutes), clientId: `${kind}-${minutes}` },
    heldUntil: 0,
    notBefore: 0,
    attempts: 0,
    refusal: null,
    ...given,
  };
}

describe('what is tapped shows before the server has it', () => {
  test('steps follow each other, marked as pending', () => {
    const shown = project(order(), [tapped('acknowledged', 1), tapped('mustered', 8)]);
    expect(shown.status).toBe('mustered');
    expect(shown.stamps.mustered).toEqual({ at: at(8), pending: true });
  });
  test('reports of other orders and refused ones change nothing', () => {
    const shown = project(order(), [
      tapped('acknowledged', 1, { orderId: 'other' }),
      tapped('mustered', 2, { refusal: '指令已撤回' }),
    ]);
    expect(shown.status).toBe('delivered');
  });
  test('a report the server already took does not show twice', () => {
    const stamp = { at: at(1), receivedAt: at(1), evidence: 'sms' as const, by: 'x', flagged: false };
    const known = order({ status: 'acknowledged', stamps: { acknowledged: stamp } });
    expect(project(known, [tapped('acknowledged', 2)]).stamps.acknowledged).toEqual({ at: at(1), pending: false });
  });
  test('a situation report moves no step', () => {
    expect(project(order(), [tapped('situation', 2)]).status).toBe('delivered');
  });
  test('the instant is the server’s: the device’s error is taken off', () => {
    const w = tapped('mustered', 8);
    expect(tappedAt({ ...w, body: { ...w.body, deviceOffsetSeconds: 60 } })).toBe(at(7));
  });
});

describe('the headline', () => {
  const read = (waiting: Waiting[], minutes: number, given: Partial<TeamOrder> = {}) => {
    const o = order(given);
    return headline(o, project(o, waiting), Date.parse(at(minutes)));
  };
  test('counts down, turns near at half, then over', () => {
    expect(read([], 5)).toMatchObject({ phase: 'calm', seconds: 600 });
    expect(read([], 8)).toMatchObject({ phase: 'near', seconds: 420 });
    expect(read([], 18)).toMatchObject({ phase: 'over', seconds: -180 });
  });
  test('a pending muster in time already shows as met', () => {
    expect(read([tapped('mustered', 15)], 16)).toMatchObject({
      phase: 'met',
      seconds: 900,
      pending: true,
      next: 'arrivalUntimed',
    });
  });
  test('who sets out has mustered', () => {
    expect(read([tapped('en_route', 9)], 10)).toMatchObject({ phase: 'met', seconds: 540, pending: true });
  });
  test('a late one shows as late', () => expect(read([tapped('mustered', 16)], 17).phase).toBe('late'));
  test('acknowledging has its own clock on the button', () => {
    expect(stepSecondsLeft(project(order(), []), 'acknowledged', Date.parse(at(1)))).toBe(120);
    expect(stepSecondsLeft(project(order(), []), 'mustered', Date.parse(at(1)))).toBeNull();
  });
});

describe('the buttons', () => {
  test('a muster order asks for mustering after the acknowledgement', () => {
    expect(offeredSteps(order(), 'acknowledged')).toEqual({ primary: 'mustered', others: ['en_route', 'on_scene'] });
  });
  test('an arrival order asks for setting out, mustering can still be reported', () => {
    const arrival = order({ target: { measure: 'on_scene' } as TeamOrder['target'] });
    expect(offeredSteps(arrival, 'acknowledged')).toEqual({ primary: 'en_route', others: ['mustered', 'on_scene'] });
  });
  test('nothing is offered after the end', () => {
    expect(offeredSteps(order(), 'cleared')).toEqual({ primary: null, others: [] });
    expect(mayDecline('en_route')).toBe(false);
  });
});

test('unanswered orders stand first, then whose time runs out first, then the decided ones', () => {
  const entry = (id: string, waiting: Waiting[], given: Partial<TeamOrder>) => {
    const o = order({ id, ...given });
    return { order: o, shown: project(o, waiting) };
  };
  const acknowledged = { status: 'acknowledged' as const };
  const due = (minutes: number) => ({ ...order().target, dueAt: at(minutes) });
  const sorted = inUrgency([
    entry('decided', [tapped('mustered', 5, { orderId: 'decided' })], acknowledged),
    entry('later', [], { ...acknowledged, target: due(30) }),
    entry('sooner', [], acknowledged),
    entry('old', [], {}),
    entry('new', [], { issuedAt: at(1) }),
  ]);
  expect(sorted.map((e) => e.order.id)).toEqual(['new', 'old', 'sooner', 'later', 'decided']);
});
