import { describe, expect, it } from '@jest/globals';
import { type ActFacts, possibleActs } from './incident-acts.rules.js';

const facts = (status: string, more: Partial<ActFacts> = {}): ActFacts => ({
  incident: { status: status as never, originTeamCode: null, centreTookAt: null },
  orders: [],
  referrals: [],
  take: true,
  supervise: false,
  ...more,
});
const order = (status: string) => ({ status: status as never });

describe('what can be done with an incident', () => {
  it('nothing by who may not take calls', () => {
    expect(possibleActs(facts('open', { take: false, supervise: true }))).toEqual([]);
  });

  it('an open one: reports, notes, calls, changes; merging is the supervisor’s', () => {
    expect(possibleActs(facts('open'))).toEqual(
      expect.arrayContaining(['situation', 'upward', 'note', 'call', 'change', 'command', 'transfer', 'invalid']),
    );
    expect(possibleActs(facts('open'))).not.toContain('merge');
    expect(possibleActs(facts('open', { supervise: true }))).toContain('merge');
  });

  it('closes once every order has ended; earlier only by the supervisor', () => {
    const running = { orders: [order('cleared'), order('en_route')] };
    expect(possibleActs(facts('open', running))).not.toContain('close');
    expect(possibleActs(facts('open', { ...running, supervise: true }))).toContain('close');
    expect(possibleActs(facts('open', { orders: [order('cleared'), order('declined')] }))).toContain('close');
  });

  it('is not handed on while a team is under way', () => {
    expect(possibleActs(facts('open', { orders: [order('issued')] }))).not.toContain('transfer');
    expect(possibleActs(facts('open', { orders: [order('recalled')] }))).toContain('transfer');
  });

  it('is judged invalid by anybody before orders, by the supervisor after them, by nobody while a team is under way', () => {
    expect(possibleActs(facts('open'))).toContain('invalid');
    expect(possibleActs(facts('open', { orders: [order('recalled')] }))).not.toContain('invalid');
    expect(possibleActs(facts('open', { orders: [order('recalled')], supervise: true }))).toContain('invalid');
    expect(possibleActs(facts('open', { orders: [order('issued')], supervise: true }))).not.toContain('invalid');
  });

  it('the centre takes over what a team took itself, once', () => {
    const own = { status: 'open' as const, originTeamCode: 'P07', centreTookAt: null };
    expect(possibleActs(facts('open', { incident: own }))).toContain('takeCommand');
    const taken = { ...own, centreTookAt: '2026-07-14T06:00:00.000Z' };
    expect(possibleActs(facts('open', { incident: taken }))).not.toContain('takeCommand');
  });

  it('a merged one can only be taken out again', () => {
    expect(possibleActs(facts('merged', { supervise: true }))).toEqual(['unmerge']);
  });

  it('a transferred one awaits its receipt, once, or is taken up again', () => {
    const waiting = facts('transferred', { referrals: [{ receivedAt: null }], supervise: true });
    expect(possibleActs(waiting)).toEqual(['note', 'receipt', 'reopen']);
    const confirmed = facts('transferred', { referrals: [{ receivedAt: '2026-07-14T06:00:00.000Z' }] });
    expect(possibleActs(confirmed)).toEqual(['note']);
  });

  it('a closed one still owes its final report', () => {
    expect(possibleActs(facts('closed', { supervise: true }))).toEqual(['upward', 'note', 'reopen']);
  });
});
