import { describe, expect, it } from '@jest/globals';
import { type Count, costPeriod, totalOf, yuan } from './costs.rules.js';

describe('what messages cost', () => {
  it('today, this month, last month, also over the year’s end', () => {
    expect(costPeriod('today', '2026-07-14')).toEqual({ from: '2026-07-14', to: '2026-07-14' });
    expect(costPeriod('month', '2026-07-14')).toEqual({ from: '2026-07-01', to: '2026-07-14' });
    expect(costPeriod('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(costPeriod('lastMonth', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  it('adds the lines up', () => {
    const line = (parts: number, costFen: number): Count =>
      ({
        line: 'aliyun-sms',
        attempts: 1,
        delivered: 1,
        undelivered: 0,
        refused: 0,
        unsure: 0,
        parts,
        costFen,
      }) as Count;
    expect(totalOf([line(2, 9), line(1, 4.5)])).toMatchObject({ attempts: 2, parts: 3, costFen: 13.5 });
    expect(totalOf([])).toMatchObject({ attempts: 0, costFen: 0 });
  });

  it('writes fen as yuan, without losing a half fen', () => {
    expect([0, 5, 1230, 13.5].map(yuan)).toEqual(['0.00', '0.05', '12.30', '0.135']);
  });
});
