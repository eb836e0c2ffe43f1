import { describe, expect, it } from '@jest/globals';
import type { GapView } from '@liandong/shared/duty';
import { gapsToTell, soundsNow, type ToldGaps, tell } from './gap-alarm.rules.js';

const gap = (id: string | null, more: Partial<GapView> = {}): GapView => ({
  id,
  teamCode: 'P07',
  teamShortName: '地质灾害队',
  startsAt: '2026-07-15T00:00:00.000Z',
  endsAt: '2026-07-15T12:00:00.000Z',
  foundAt: null,
  chasedAt: null,
  urgent: true,
  ...more,
});
const ids = (gaps: readonly GapView[], told: ToldGaps = {}) => gapsToTell(gaps, told).map(({ id }) => id);

describe('gaps in duty at the desk', () => {
  it('one of a day ahead, or running, is told; one further off is not, nor one that is not on record yet', () => {
    expect(ids([gap('a'), gap('b', { urgent: false }), gap(null)])).toEqual(['a']);
  });

  it('sounds once, and stands there until somebody takes it', () => {
    const gaps = [gap('a')];
    const told = gapsToTell(gaps, {});
    expect(soundsNow(told, {})).toBe(true);
    const heard = tell({}, told, 'heard', gaps);
    expect(ids(gaps, heard)).toEqual(['a']);
    expect(soundsNow(told, heard)).toBe(false);
    expect(ids(gaps, tell(heard, told, 'taken', gaps))).toEqual([]);
  });

  it('is the same gap when it has begun or grown, and does not sound again', () => {
    const heard = tell({}, gapsToTell([gap('a')], {}), 'heard', [gap('a')]);
    const later = gapsToTell([gap('a', { startsAt: '2026-07-14T22:00:00.000Z' })], heard);
    expect(soundsNow(later, heard)).toBe(false);
  });

  it('a further gap sounds beside one that is known', () => {
    const taken = tell({}, gapsToTell([gap('a')], {}), 'taken', [gap('a')]);
    const both = [gap('a'), gap('b')];
    expect(ids(both, taken)).toEqual(['b']);
    expect(soundsNow(gapsToTell(both, taken), taken)).toBe(true);
    expect(tell(taken, gapsToTell(both, taken), 'heard', both)).toEqual({ a: 'taken', b: 'heard' });
  });

  it('what is filled is forgotten', () => {
    expect(tell({ a: 'taken' }, gapsToTell([gap('b')], {}), 'heard', [gap('b')])).toEqual({ b: 'heard' });
  });
});
