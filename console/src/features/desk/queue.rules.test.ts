import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@liandong/shared/board';
import type { ObligationView } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import type { OrderStatus } from '@liandong/shared/order.lifecycle';
import { breaches, overdueCount, sortQueue, standing } from './queue.rules.js';

const NOW = Date.parse('2026-07-14T06:10:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

const owes = (orderId: string, dueIn: number | null, more: Partial<ObligationView> = {}): ObligationView => ({
  id: `${orderId}-${dueIn}`,
  stage: null,
  incidentId: 'x',
  owedBy: '地质灾害队',
  waivedCode: null,
  waivedBy: null,
  givenUp: false,
  basis: null,
  kind: dueIn === null ? 'clear' : 'muster',
  orderId,
  teamCode: 'S05',
  startedAt: at(-600),
  dueAt: dueIn === null ? null : at(dueIn),
  state: dueIn !== null && dueIn < 0 ? 'missed' : 'open',
  metAt: null,
  waivedReason: null,
  chases: 0,
  ...more,
});
const order = (id: string, status: OrderStatus, ...obligations: ObligationView[]): OrderView =>
  ({ id, status, obligations }) as unknown as OrderView;
const row = (number: string, orders: OrderView[], receivedAgo = 700, severity = 'IV'): BoardRow =>
  ({ id: number, number, orders, severity, receivedAt: at(-receivedAgo), owed: [] }) as unknown as BoardRow;
const ofItself = (kind: 'situation_report' | 'upward_report', dueIn: number, stage: string | null = null) =>
  owes('x', dueIn, { kind, stage, orderId: null, teamCode: null, owedBy: '值班长' });
const numbers = (rows: BoardRow[]): string[] => sortQueue(rows, NOW).map((each) => each.row.number);

describe('the order of the queue', () => {
  const late = row('late', [order('a', 'acknowledged', owes('a', -192))]);
  const later = row('very-late', [order('b', 'issued', owes('b', -300))]);
  const nobody = row('nobody', [], 30);
  const soon = row('soon', [order('c', 'acknowledged', owes('c', 100))]);
  const someday = row('someday', [order('d', 'acknowledged', owes('d', 800))]);
  const untimed = row('untimed', [order('e', 'on_scene', owes('e', null))]);
  const done = row('done', [order('f', 'cleared')]);

  it('is: most overdue, overdue, nobody sent, nearest due, untimed, nothing owed', () => {
    expect(numbers([done, untimed, someday, soon, nobody, late, later])).toEqual([
      'very-late',
      'late',
      'nobody',
      'soon',
      'someday',
      'untimed',
      'done',
    ]);
  });

  it('puts the longest waiting first among those without a team', () => {
    expect(numbers([row('fresh', [], 5), row('old', [], 90)])).toEqual(['old', 'fresh']);
  });

  it('breaks ties by severity, then number', () => {
    const same = (n: string, severity: string) => row(n, [order(n, 'acknowledged', owes(n, 100))], 700, severity);
    expect(numbers([same('3', 'IV'), same('2', 'II'), same('1', 'IV')])).toEqual(['2', '1', '3']);
  });
});

describe('where an incident stands', () => {
  it('reads the clock that runs out first', () => {
    const s = standing(row('x', [order('a', 'acknowledged', owes('a', 500), owes('a', 100))]), NOW);
    expect(s).toMatchObject({ urgency: 'due', seconds: 100 });
    expect(s.order?.id).toBe('a');
  });

  it('does not count what ended orders, met or waived obligations owe', () => {
    const ended = order('a', 'declined', owes('a', -100));
    const met = order('b', 'en_route', owes('b', -100, { metAt: at(-200), state: 'met' }), owes('b', null));
    const waived = order('c', 'en_route', owes('c', -100, { state: 'waived' }));
    expect(standing(row('x', [ended, met, waived]), NOW).urgency).toBe('untimed');
  });

  it('counts what the incident itself owes: a report upward that is due before the teams are', () => {
    const busy = order('a', 'acknowledged', owes('a', 500));
    const phone = ofItself('upward_report', 60, 'phone');
    const s = standing({ ...row('x', [busy]), owed: [phone] }, NOW);
    expect(s).toMatchObject({ urgency: 'due', seconds: 60, order: null, obligation: { stage: 'phone' } });
  });

  it('is overdue when a report upward is, even before anybody was sent', () => {
    const nobody = { ...row('x', []), owed: [ofItself('upward_report', -60, 'phone')] };
    expect(standing(nobody, NOW)).toMatchObject({ urgency: 'over', seconds: -60 });
    expect(standing({ ...nobody, owed: [ofItself('upward_report', 60, 'phone')] }, NOW).urgency).toBe('unassigned');
  });

  it('expects nothing more of what was given up', () => {
    const gone = {
      ...row('x', [order('a', 'cleared')]),
      owed: [{ ...ofItself('situation_report', -60), givenUp: true }],
    };
    expect(standing(gone, NOW).urgency).toBe('idle');
  });

  it('is unassigned again when everybody sent has declined', () => {
    expect(standing(row('x', [order('a', 'declined'), order('b', 'recalled')], 42), NOW)).toMatchObject({
      urgency: 'unassigned',
      seconds: 42,
    });
  });

  it('exactly on the due instant is not overdue', () => {
    expect(standing(row('x', [order('a', 'acknowledged', owes('a', 0))]), NOW).urgency).toBe('due');
    expect(overdueCount([row('x', [order('a', 'acknowledged', owes('a', 0))])], NOW + 1)).toBe(1);
  });
});

describe('breaches', () => {
  it('names each overdue obligation with its order', () => {
    const both = row('x', [order('a', 'issued', owes('a', -10), owes('a', 500)), order('b', 'issued', owes('b', -5))]);
    expect(breaches([both], NOW).map((breach) => breach.obligation.id)).toEqual(['a--10', 'b--5']);
  });

  it('names what the incident itself did not report in time, without an order', () => {
    const silent = { ...row('x', [order('a', 'on_scene')]), owed: [ofItself('situation_report', -30)] };
    expect(breaches([silent], NOW)).toMatchObject([{ order: null, obligation: { kind: 'situation_report' } }]);
  });
});
