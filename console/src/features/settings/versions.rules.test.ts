import { describe, expect, it } from '@jest/globals';
import { inForce, nextPlanned, stateOf, type Version } from './versions.rules.js';

const at = (hour: number): number => Date.UTC(2026, 6, 14, hour);
const v = (version: number, hour: number, withdrawn = false): Version => ({
  version,
  effectiveFrom: new Date(at(hour)).toISOString(),
  withdrawnAt: withdrawn ? new Date(at(0)).toISOString() : null,
});
const VERSIONS = [v(6, 12), v(5, 9), v(4, 9), v(3, 8, true), v(2, 12), v(1, 0)];

describe('versions of a rule on the screen', () => {
  it('are in force from their very instant on, of two at one instant the newer', () => {
    expect(inForce(VERSIONS, at(9) - 1)?.version).toBe(1);
    expect(inForce(VERSIONS, at(9))?.version).toBe(5);
  });

  it('say which is the next to come', () => {
    expect(nextPlanned(VERSIONS, at(0))?.version).toBe(4);
    expect(nextPlanned(VERSIONS, at(12))).toBeUndefined();
  });

  it.each([
    [6, 'planned'],
    [5, 'in_force'],
    [4, 'past'],
    [3, 'withdrawn'],
    [2, 'planned'],
    [1, 'past'],
  ])('version %i is %s at ten', (version, state) => {
    const one = VERSIONS.find((each) => each.version === version)!;
    expect(stateOf(one, VERSIONS, at(10))).toBe(state);
  });
});
