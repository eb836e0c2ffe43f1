import { describe, expect, it } from '@jest/globals';
import { changedFields, comparedVersion, submitted } from './feedback.rules.js';

const version = (no: number, action: 'submitted' | 'returned' | 'accepted') => ({ version: no, action }) as never;

describe('comparing versions', () => {
  it('marks what differs; missing and empty are the same', () => {
    expect(changedFields({ found: '甲', dead: 0, equipment: '' }, { found: '乙', dead: 0 })).toEqual(['found']);
    expect(changedFields({ dead: 0 }, {})).toEqual(['dead']);
    const followUps = [{ what: '监测', unit: '资规局' }];
    expect(changedFields({ followUps }, { followUps: [{ what: '监测', unit: '水利局' }] })).toEqual(['followUps']);
    expect(changedFields({ followUps: [] }, {})).toEqual([]);
  });

  it('a form handed in again is compared with what was handed in before', () => {
    const versions = [version(1, 'submitted'), version(2, 'returned'), version(3, 'submitted')];
    expect(submitted({ versions }).map((each) => each.version)).toEqual([3, 1]);
    expect(comparedVersion({ versions, state: 'submitted' })).toBe(1);
    expect(comparedVersion({ versions: versions.slice(0, 2), state: 'returned' })).toBe(1);
    expect(comparedVersion({ versions: versions.slice(0, 1), state: 'submitted' })).toBeNull();
  });
});
