import { describe, expect, test } from '@jest/globals';
import type { MeasuredOrder, ResponseTimesRow } from '@liandong/shared/report';
import { addDays } from '../desk/county-time.rules.js';
import { csvCell, toCsv } from './csv.rules.js';
import { distribution, lateHours, weekCell } from './distribution.rules.js';
import { readFilters, toQuery, writeFilters } from './filter.rules.js';
import { periodInstants, presetPeriod } from './period.rules.js';
import { formatPercent, formatTaken, ordersBehind, rankRows, resultOf, toneOf } from './report.rules.js';

const row = (group: string, given: Partial<ResponseTimesRow>): ResponseTimesRow => ({
  group,
  label: group,
  n: 20,
  missing: 0,
  waived: 0,
  running: 0,
  met: 18,
  compliance: 0.9,
  p50Seconds: 500,
  p90Seconds: 900,
  worstSeconds: 1200,
  ranked: true,
  ...given,
});
const order = (minutes: number | null, given: Partial<MeasuredOrder> = {}): MeasuredOrder =>
  ({
    takenSeconds: minutes === null ? null : minutes * 60,
    targetSeconds: 900,
    result: minutes !== null && minutes <= 15 ? 'met' : 'missed',
    issuedAt: '2026-07-14T06:00:00.000Z',
    ...given,
  }) as MeasuredOrder;

describe('ranking', () => {
  test('best compliance first, then the faster P90; too small groups below and without a rank', () => {
    const rows = rankRows([
      row('small', { n: 4, ranked: false, compliance: 1 }),
      row('slow', { compliance: 0.95, p90Seconds: 1000 }),
      row('low', { compliance: 0.5 }),
      row('fast', { compliance: 0.95, p90Seconds: 800 }),
      row('none', { n: 0, ranked: false, compliance: null }),
    ]);
    expect(rows.map((r) => [r.group, r.rank])).toEqual([
      ['fast', 1],
      ['slow', 2],
      ['low', 3],
      ['small', null],
      ['none', null],
    ]);
  });
});

describe('numbers', () => {
  test.each([
    [0.9, 'met'],
    [0.8999, 'near'],
    [0.8, 'near'],
    [0.7999, 'over'],
  ] as const)('%d is %s', (share, tone) => expect(toneOf(share)).toBe(tone));
  test.each([
    [0.934, '93.4'],
    [0.8996, '89.9'],
    [1, '100.0'],
    [0.57, '57.0'],
    [null, '—'],
  ])('%s percent reads %s', (share, text) => expect(formatPercent(share)).toBe(text));
  test('spans', () => {
    expect(formatTaken(702)).toBe('11:42');
    expect(formatTaken(null)).toBe('—');
  });
});

describe('the orders behind a number', () => {
  const orders = [order(8), order(16), order(null), order(null, { result: 'waived' }), order(3, { result: 'running' })];
  test('a missed order without a stamp is missing, with one it is late', () => {
    expect(orders.map(resultOf)).toEqual(['met', 'late', 'missing', 'waived', 'running']);
  });
  test('the sample is what is decided, without a stamp first, then the slowest', () => {
    expect(ordersBehind('sample', orders).map(resultOf)).toEqual(['missing', 'late', 'met']);
    expect(ordersBehind('p90', orders).map(resultOf)).toEqual(['late', 'met']);
    expect(ordersBehind('waived', orders)).toHaveLength(1);
  });
});

describe('period', () => {
  test('quick choices', () => {
    expect(presetPeriod('week', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
    expect(presetPeriod('half', '2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(presetPeriod('half', '2026-07-01')).toEqual({ from: '2026-07-01', to: '2026-12-31' });
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
  test('the last day is whole, in the county’s zone', () => {
    expect(periodInstants({ from: '2026-07-14', to: '2026-07-14' })).toEqual({
      from: '2026-07-13T16:00:00.000Z',
      to: '2026-07-14T16:00:00.000Z',
    });
  });
});

describe('the address', () => {
  test('keeps a view', () => {
    const filters = readFilters(
      new URLSearchParams('from=2026-01-01&to=2026-01-31&groupBy=rule&drill=only'),
      '2026-07-14',
    );
    expect(readFilters(writeFilters(filters), '2030-01-01')).toEqual(filters);
    expect(toQuery(filters)).toMatchObject({ groupBy: 'rule', drill: 'only', basis: 'all', interval: 'target' });
  });
  test('nonsense becomes the half-year by team', () => {
    const filters = readFilters(new URLSearchParams('from=2026-13-01&to=x&groupBy=drop table'), '2026-07-14');
    expect(filters).toEqual({
      from: '2026-07-01',
      to: '2026-12-31',
      groupBy: 'team',
      interval: 'target',
      basis: 'all',
      drill: 'exclude',
    });
  });
});

describe('CSV', () => {
  test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx', '\rx'])('%j cannot run as a formula', (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });
  test('quotes, commas and line ends stay inside their cell', () => {
    expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"');
    expect(csvCell(-3)).toBe('-3');
    expect(csvCell(null)).toBe('');
  });
  test('a byte order mark for Excel, lines end as the format says', () => {
    expect(
      toCsv([
        ['队伍', 1],
        ['横溪', null],
      ]),
    ).toBe('\uFEFF队伍,1\r\n横溪,\r\n');
  });
});

describe('distribution', () => {
  test('orders fall into bars, apart by result, with their limits', () => {
    const { bins, binMinutes, limits } = distribution([order(1), order(14.9), order(16), order(null)]);
    expect(binMinutes).toBe(1);
    expect(bins[1]).toEqual({ fromMinutes: 1, met: 1, late: 0 });
    expect(bins[14]).toEqual({ fromMinutes: 14, met: 1, late: 0 });
    expect(bins.at(-1)).toEqual({ fromMinutes: 16, met: 0, late: 1 });
    expect(distribution([order(1)]).bins.at(-1)?.fromMinutes).toBe(15);
    expect(limits).toEqual([15]);
  });
  test('one extreme order does not flatten the rest', () => {
    const many = [...Array.from({ length: 200 }, () => order(10)), order(600)];
    const { bins } = distribution(many);
    expect(bins.length).toBeLessThan(30);
    expect(bins.reduce((sum, bin) => sum + bin.met + bin.late, 0)).toBe(201);
  });
  test('hours of the week are the county’s: 06:00 UTC on a Tuesday is 14:00, the eighth cell', () => {
    expect(weekCell('2026-07-14T06:00:00.000Z')).toEqual({ day: 1, cell: 7 });
    expect(weekCell('2026-07-12T16:30:00.000Z')).toEqual({ day: 0, cell: 0 });
    expect(lateHours([order(16), order(null), order(8)])[1]?.[7]).toBe(2);
  });
});
