import { describe, expect, it } from '@jest/globals';
import { fromCountyField, toCountyField } from './county-time.rules.js';

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
