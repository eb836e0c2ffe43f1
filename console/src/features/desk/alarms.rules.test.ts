import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@liandong/shared/board';
import type { OrderView } from '@liandong/shared/order';
import { alarmsOf, needsReplacement, soundOf } from './alarms.rules.js';

const NOW = Date.parse('2026-07-14T06:10:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const order = (id: string, status: string, more: object = {}): OrderView =>
  ({ id, status, stamps: {}, obligations: [], issuedAt: at(-600), replaces: null, ...more }) as unknown as OrderView;
const declined = order('a', 'declined', { stamps: { declined: { receivedAt: at(-20) } } });
const row = (orders: OrderView[], more: object = {}): BoardRow =>
  ({
    id: 'x',
    orders,
    owed: [],
    receivedAt: at(-600),
    originTeamCode: null,
    centreTookAt: null,
    strength: null,
    ...more,
  }) as unknown as BoardRow;

describe('alarms of the desk', () => {
  it('a declined order asks for another team until one took its place', () => {
    expect(alarmsOf([row([declined])], NOW)).toMatchObject([
      { kind: 'declined', order: { id: 'a' }, at: NOW - 20_000 },
    ]);
    const replaced = [declined, order('b', 'issued', { replaces: { id: 'a' } })];
    expect(alarmsOf([row(replaced)], NOW)).toEqual([]);
  });

  it('asks again when the one in its place cannot come either', () => {
    const orders = [declined, order('b', 'declined', { replaces: { id: 'a' } })];
    expect(orders.map((each) => needsReplacement(each, orders))).toEqual([true, true]);
  });

  it('an incident a team took itself is told until the centre takes command', () => {
    expect(alarmsOf([row([], { originTeamCode: 'P07' })], NOW)).toMatchObject([{ kind: 'hotline', key: 'hotline:x' }]);
    expect(alarmsOf([row([], { originTeamCode: 'P07', centreTookAt: at(-5) })], NOW)).toEqual([]);
  });

  it('too few people promised is an alarm once the time to say so is up', () => {
    const strength = { required: 30, promised: 12, silent: 1, checkAt: at(-5) };
    expect(alarmsOf([row([], { strength })], NOW)).toMatchObject([{ kind: 'short', at: NOW - 5_000 }]);
    expect(alarmsOf([row([], { strength: { ...strength, checkAt: at(5) } })], NOW)).toEqual([]);
    expect(alarmsOf([row([], { strength: { ...strength, promised: 30 } })], NOW)).toEqual([]);
  });

  it('missed reports of the incident itself are alarms too; the newest stands last', () => {
    const missed = {
      id: 'o1',
      kind: 'situation_report',
      orderId: null,
      startedAt: at(-1800),
      dueAt: at(-5),
      state: 'missed',
      metAt: null,
      chases: 2,
      givenUp: false,
    };
    const found = alarmsOf([row([declined], { owed: [missed] })], NOW);
    expect(found.map((alarm) => alarm.kind)).toEqual(['declined', 'breach']);
    expect(soundOf(found)).toBe('target');
  });

  it('a team that only has not acknowledged sounds milder', () => {
    const silent = { ...row([]), kind: 'breach', obligation: { kind: 'acknowledge' } };
    expect(soundOf([silent as never])).toBe('acknowledge');
  });
});
