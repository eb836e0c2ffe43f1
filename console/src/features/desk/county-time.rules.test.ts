import { afterEach, describe, expect, it } from '@jest/globals';
import { formatDate, formatInstant } from '../../ui/time.js';
import { setCountyZone } from '../../ui/zone.js';
import { weekCell } from '../reports/distribution.rules.js';
import { fromCountyField, startOfDay, toCountyField } from './county-time.rules.js';

describe('a field with an instant', () => {
  it('shows the county’s time with seconds, whatever the machine’s zone', () => {
    expect(toCountyField('2026-07-14T05:58:07.400Z')).toBe('2026-07-14 13:58:07');
    expect(toCountyField('2026-07-14T18:00:00.000Z')).toBe('2026-07-15 02:00:00');
  });

  it('is read as the county’s time, also without seconds and typed full-width', () => {
    expect(fromCountyField('2026-07-14 13:58')).toBe('2026-07-14T05:58:00.000Z');
    expect(fromCountyField('2026-07-14 ９：05：00')).toBe('2026-07-14T01:05:00.000Z');
    expect(fromCountyField('2026-07-15T00:30:59')).toBe('2026-07-14T16:30:59.000Z');
  });

  it('is nothing while it is unfinished', () => {
    for (const text of ['', '2026-07-14', '2026-13-40 10:00', '2026-07-14 25:00', '14:00'])
      expect(fromCountyField(text)).toBeNull();
  });
});

describe('a county in another zone', () => {
  afterEach(() => setCountyZone('Asia/Shanghai'));

  it.each([
    ['Asia/Shanghai', '2026-07-14 00:30:00', '2026-07-13T16:00:00.000Z', { day: 1, cell: 0 }],
    ['Asia/Urumqi', '2026-07-13 22:30:00', '2026-07-12T18:00:00.000Z', { day: 0, cell: 11 }],
    ['Europe/Berlin', '2026-07-13 18:30:00', '2026-07-12T22:00:00.000Z', { day: 0, cell: 9 }],
  ])('%s is shown and read by its own clock, and its days begin at its own midnight', (zone, field, begins, cell) => {
    setCountyZone(zone);
    const at = '2026-07-13T16:30:00.000Z';
    expect(toCountyField(at)).toBe(field);
    expect(fromCountyField(field)).toBe(at);
    expect(`${formatDate(at)} ${formatInstant(at)}`).toBe(field);
    expect(new Date(startOfDay(field.slice(0, 10))).toISOString()).toBe(begins);
    expect(weekCell(at)).toEqual(cell);
  });
});
