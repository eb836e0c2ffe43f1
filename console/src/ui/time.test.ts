import { describe, expect, it } from '@jest/globals';
import { formatCountdown, formatDate, formatDay, formatInstant, formatMinute, formatSpan, formatWhen } from './time.js';

describe('countdowns', () => {
  it.each([
    [356, '05:56'],
    [355.2, '05:56'],
    [0.4, '00:01'],
    [0, '00:00'],
    [-0.5, '+00:00'],
    [-192, '+03:12'],
    [-192.9, '+03:12'],
    [3600, '1:00:00'],
    [-3725, '+1:02:05'],
  ])('%d s is %s', (seconds, text) => {
    expect(formatCountdown(seconds)).toBe(text);
  });
  it('spans drop the sign and what is not a full second', () => {
    expect(formatSpan(-59.9)).toBe('00:59');
  });
});

describe('instants are the county’s, whatever the browser’s zone', () => {
  it('shows time, minute and date in Asia/Shanghai', () => {
    const at = '2026-07-13T16:00:05.000Z';
    expect(formatInstant(at)).toBe('00:00:05');
    expect(formatMinute(at)).toBe('00:00');
    expect(formatDate(at)).toBe('2026-07-14');
    expect(formatDay(at)).toBe('2026-07-14 二');
  });
  it('names the day only when it is another one', () => {
    const now = Date.parse('2026-07-14T15:59:00.000Z');
    expect(formatWhen('2026-07-13T16:00:05.000Z', now)).toBe('00:00:05');
    expect(formatWhen('2026-07-13T15:59:05.000Z', now)).toBe('2026-07-13 23:59');
  });
  it('shows a dash for nothing', () => {
    expect(formatInstant(null)).toBe('—');
    expect(formatInstant('nonsense')).toBe('—');
  });
});
