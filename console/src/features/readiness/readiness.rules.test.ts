import { describe, expect, it } from '@jest/globals';
import type { ReadinessRow } from '@liandong/shared/readiness';
import { byClass, outageEnds, shownOf } from './readiness.rules.js';

const row = (teamCode: string, more: Partial<ReadinessRow> = {}): ReadinessRow =>
  ({
    teamCode,
    teamName: `${teamCode}队`,
    teamShortName: teamCode,
    teamClass: 'public',
    state: 'available',
    words: [],
    orders: [],
    onDuty: null,
    ...more,
  }) as ReadinessRow;
const rows = [
  row('E01', { teamClass: 'expert' }),
  row('S05', {
    teamClass: 'professional',
    state: 'committed',
    orders: [{ incidentNumber: '20260714-0007', what: '山体滑坡 下陈村' } as ReadinessRow['orders'][number]],
  }),
  row('P01'),
];
const codes = (some: readonly ReadinessRow[]) => some.map(({ teamCode }) => teamCode);

describe('the readiness board', () => {
  it('shows the teams of a state, found by code, person or incident', () => {
    expect(codes(shownOf(rows, 'all', ''))).toEqual(['E01', 'S05', 'P01']);
    expect(codes(shownOf(rows, 'committed', ''))).toEqual(['S05']);
    expect(codes(shownOf(rows, 'all', ' 下陈 '))).toEqual(['S05']);
    expect(codes(shownOf(rows, 'available', '下陈'))).toEqual([]);
    expect(codes(shownOf(rows, 'all', 'p01'))).toEqual(['P01']);
  });
  it('groups them by class in the document’s order, without empty classes', () => {
    expect(byClass(rows).map(({ teamClass }) => teamClass)).toEqual(['public', 'professional', 'expert']);
    expect(byClass(rows.slice(0, 1)).map(({ teamClass }) => teamClass)).toEqual(['expert']);
  });
});

it('a team is set aside for two hours, up to the county’s midnight or to eight the next morning', () => {
  const ends = (at: string) => outageEnds(Date.parse(at)).map((end) => new Date(end.at).toISOString());
  expect(ends('2026-12-31T15:30:00.000Z')).toEqual([
    '2026-12-31T17:30:00.000Z',
    '2026-12-31T16:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
  ]);
  expect(ends('2026-12-31T16:00:00.000Z')[1]).toBe('2027-01-01T16:00:00.000Z');
});
