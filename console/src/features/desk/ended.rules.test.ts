import { describe, expect, it } from '@jest/globals';
import { endedRows, LAST_TAKEN, mayReachFurther } from './ended.rules.js';

const row = (
  number: string,
  status: 'open' | 'closed' | 'invalid' | 'merged' | 'transferred',
  closedAt: string | null,
) => ({
  number,
  status,
  receivedAt: '2026-07-14T06:00:00.000Z',
  closedAt,
});

describe('the incidents that are over', () => {
  it('are all that do not run: closed, invalid, merged and handed on', () => {
    const at = '2026-07-14T07:00:00.000Z';
    const statuses = ['open', 'closed', 'invalid', 'merged', 'transferred'] as const;
    const listed = endedRows(statuses.map((status) => row(status, status, status === 'open' ? null : at)));
    expect(listed.map((each) => each.status)).toEqual(['closed', 'invalid', 'merged', 'transferred']);
  });

  it('begin with the one that ended last, however the instant is written', () => {
    const listed = endedRows([
      row('first', 'closed', '2026-07-14T14:05:00+08:00'),
      row('last', 'invalid', '2026-07-14T06:30:00.5Z'),
      row('between', 'transferred', '2026-07-14T06:30:00Z'),
    ]);
    expect(listed.map((each) => each.number)).toEqual(['last', 'between', 'first']);
  });
});

it('says that there may be earlier ones only when the answer is full', () => {
  expect(mayReachFurther(Array.from({ length: LAST_TAKEN - 1 }))).toBe(false);
  expect(mayReachFurther(Array.from({ length: LAST_TAKEN }))).toBe(true);
});
