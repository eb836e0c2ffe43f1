import { describe, expect, it } from '@jest/globals';
import type { Recommendation } from '@liandong/shared/order';
import { nextTeam, strengthStanding } from './strength.rules.js';

const NOW = Date.parse('2026-07-14T06:10:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const strength = (promised: number, checkIn: number) => ({ required: 30, promised, silent: 1, checkAt: at(checkIn) });

describe('strength promised against strength asked for', () => {
  it('worries nobody before its time, and then says short', () => {
    expect(strengthStanding(strength(12, 60), NOW)).toBe('waiting');
    expect(strengthStanding(strength(12, 0), NOW)).toBe('short');
    expect(strengthStanding(strength(30, -600), NOW)).toBe('enough');
    expect(strengthStanding(null, NOW)).toBeNull();
  });
});

describe('the team offered next', () => {
  const team = (teamCode: string, more: Partial<Recommendation> = {}): Recommendation =>
    ({ teamCode, onDuty: true, committed: 0, alreadyOrdered: false, ...more }) as Recommendation;

  it('is the first that has no order yet, did not refuse and is not busy', () => {
    const teams = [
      team('S05', { alreadyOrdered: true }),
      team('P07'),
      team('P01', { committed: 1 }),
      team('P02', { onDuty: false }),
      team('P03'),
    ];
    expect(nextTeam(teams, ['P07'])?.teamCode).toBe('P03');
  });

  it('is a busy one when there is no other, and nobody when all were asked', () => {
    expect(nextTeam([team('P02', { onDuty: false }), team('P01', { committed: 1 })], [])?.teamCode).toBe('P01');
    expect(nextTeam([team('P02', { onDuty: false })], [])?.teamCode).toBe('P02');
    expect(nextTeam([team('P02')], ['P02'])).toBeNull();
  });
});
