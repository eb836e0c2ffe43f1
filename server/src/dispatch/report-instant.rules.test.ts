import { describe, expect, test } from '@jest/globals';
import { EVIDENCE, REPORT_SOURCES } from '@liandong/shared/order';
import { countingInstant, evidenceOf, SOURCES_OF } from './report-instant.rules.js';

const T0 = Date.parse('2026-07-14T06:00:00.000Z');
const ms = (offset: number) => new Date(T0 + offset);
const TOLERANCE = 120;
const RECEIVED = 600_000;

/** Issued at 0, received after ten minutes. */
const count = (occurred: number | null, deviceOffsetSeconds: number | null = 0) =>
  countingInstant(
    {
      issuedAt: ms(0),
      receivedAt: ms(RECEIVED),
      occurredAt: occurred === null ? null : ms(occurred),
      deviceOffsetSeconds,
      lastStepAt: null,
    },
    TOLERANCE,
  );

const EARLY = '设备时间早于下达';
const LATE = '设备时间晚于收到';
const OFF = '设备时钟偏差过大';

describe('which instant of a report counts', () => {
  test.each<[string, number | null, number | null, number, string | null]>([
    ['the device’s own, between issue and receipt', 300_000, 0, 300_000, null],
    ['the device’s own, exactly at issue', 0, 0, 0, null],
    ['ours, 1 ms before issue', -1, 0, RECEIVED, EARLY],
    ['the device’s own, exactly at receipt', RECEIVED, 0, RECEIVED, null],
    ['ours, 1 ms after receipt', RECEIVED + 1, 0, RECEIVED, LATE],
    ['ours without a flag, when the device states none', null, 0, RECEIVED, null],
    ['ours without a flag, when a bad clock states none', null, 999, RECEIVED, null],
    ['the device’s own, its clock never measured', 300_000, null, 300_000, null],
    ['the device’s own less its error, its clock just under 2 min fast', 300_000, 119.999, 180_001, null],
    ['the device’s own less its error, its clock just under 2 min slow', 300_000, -119.999, 419_999, null],
    ['the device’s own, when a fast clock only seems to speak after receipt', RECEIVED + 30_000, 30, RECEIVED, null],
    ['ours, when a fast clock only seems to speak after issue', 20_000, 30, RECEIVED, EARLY],
    ['ours, the clock exactly 2 min fast', 300_000, 120, RECEIVED, OFF],
    ['ours, the clock exactly 2 min slow', 300_000, -120, RECEIVED, OFF],
    ['ours, the clock an hour off', 300_000, 3600, RECEIVED, OFF],
    ['ours, and the bad clock is named before the impossible time', -1, 3600, RECEIVED, OFF],
  ])('%s', (_name, occurred, offset, counts, flag) => {
    expect(count(occurred, offset)).toEqual({ at: ms(counts), flag });
  });

  test('a step never lies before the step it follows', () => {
    const times = { issuedAt: ms(0), receivedAt: ms(RECEIVED), occurredAt: ms(1000), deviceOffsetSeconds: 0 };
    expect(countingInstant({ ...times, lastStepAt: ms(1000) }, TOLERANCE)).toEqual({ at: ms(1000), flag: null });
    expect(countingInstant({ ...times, lastStepAt: ms(1001) }, TOLERANCE)).toEqual({
      at: ms(RECEIVED),
      flag: '设备时间早于上一步',
    });
  });

  test('the tolerance is the county’s setting', () => {
    const times = {
      issuedAt: ms(0),
      receivedAt: ms(RECEIVED),
      occurredAt: ms(100_000),
      deviceOffsetSeconds: 60,
      lastStepAt: null,
    };
    expect(countingInstant(times, 60).flag).toBe(OFF);
    expect(countingInstant(times, 61).flag).toBeNull();
  });
});

describe('the evidence of a report', () => {
  test.each([
    ['geofence', false, 'geofence'],
    ['geofence', true, 'geofence'],
    ['app', true, 'app_position'],
    ['app', false, 'app'],
    ['sms', false, 'sms'],
    ['sms', true, 'sms'],
    ['voice', false, 'voice'],
    ['voice', true, 'voice'],
    ['verbal', false, 'verbal'],
    ['verbal', true, 'verbal'],
    ['backfill', false, 'backfill'],
    ['backfill', true, 'backfill'],
  ] as const)('%s, position %s: %s', (source, hasPosition, evidence) => {
    expect(evidenceOf(source, hasPosition)).toBe(evidence);
    expect(REPORT_SOURCES).toContain(source);
  });

  test('only the geofence and the app with a position are verified, and they are the strongest', () => {
    expect(EVIDENCE.slice(0, 2)).toEqual(['geofence', 'app_position']);
    expect(EVIDENCE.slice(2)).toEqual(['app', 'sms', 'voice', 'verbal', 'backfill']);
  });
});

describe('who may state which source', () => {
  test.each([
    ['team', ['app', 'geofence']],
    ['dispatcher', ['verbal', 'backfill']],
    ['supervisor', ['verbal', 'backfill']],
    ['phone', ['sms', 'voice']],
  ])('%s: %j', (who, sources) => {
    expect(SOURCES_OF[who]).toEqual(sources);
  });

  test('nobody else states any', () => {
    expect(Object.keys(SOURCES_OF).sort()).toEqual(['dispatcher', 'phone', 'supervisor', 'team']);
  });
});
