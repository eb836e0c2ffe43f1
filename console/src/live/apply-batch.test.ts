import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@liandong/shared/board';
import type { LiveBatch } from '@liandong/shared/realtime';
import { applyBatch, type Board, EMPTY_BOARD } from './apply-batch.js';

const row = (id: string, narrative = ''): BoardRow => ({ id, status: 'open', narrative }) as BoardRow;
const board = (position: number, ...ids: string[]): Board => ({
  position,
  rows: new Map(ids.map((id) => [id, row(id)])),
});
const batch = (after: number, last: number, more: Partial<LiveBatch> = {}): LiveBatch => ({
  after,
  last,
  serverNow: '2026-07-14T06:00:00.000Z',
  events: [],
  rows: [],
  gone: [],
  ...more,
});
const event = (position: number, incidentId: string | null) =>
  ({ position, incidentId, type: 'order.acknowledged' }) as LiveBatch['events'][number];

describe('applying a live batch', () => {
  it('takes changed rows over and moves on to the last position', () => {
    const applied = applyBatch(board(10, 'a'), batch(10, 12, { rows: [row('a', 'new'), row('b')] }));
    if (applied.outcome !== 'applied') throw new Error(applied.outcome);
    expect(applied.board.position).toBe(12);
    expect([...applied.board.rows.keys()]).toEqual(['a', 'b']);
    expect(applied.board.rows.get('a')?.narrative).toBe('new');
  });

  it('leaves the board it was given untouched', () => {
    const before = board(10, 'a');
    applyBatch(before, batch(10, 11, { gone: ['a'] }));
    expect(before.rows.has('a')).toBe(true);
  });

  it('ignores a batch it has already seen', () => {
    expect(applyBatch(board(12, 'a'), batch(10, 12, { gone: ['a'] }))).toEqual({ outcome: 'duplicate' });
    expect(applyBatch(board(12, 'a'), batch(3, 5, { gone: ['a'] }))).toEqual({ outcome: 'duplicate' });
  });

  it('sees a gap, and applies nothing', () => {
    expect(applyBatch(board(10), batch(11, 12, { rows: [row('x')] }))).toEqual({ outcome: 'gap' });
  });

  it('asks to resume when nothing is known yet', () => {
    expect(applyBatch(EMPTY_BOARD, batch(0, 1))).toEqual({ outcome: 'gap' });
  });

  it('applies a batch that overlaps what is known', () => {
    const applied = applyBatch(board(11, 'a'), batch(10, 13, { events: [event(11, 'old'), event(12, 'fresh')] }));
    if (applied.outcome !== 'applied') throw new Error(applied.outcome);
    expect(applied.board.position).toBe(13);
    expect([...applied.touched]).toEqual(['fresh']);
  });

  it('recovers from batches out of order: the late one after the resumed one is a duplicate', () => {
    const start = board(10);
    expect(applyBatch(start, batch(12, 14)).outcome).toBe('gap');
    const resumed = applyBatch(start, batch(10, 14, { rows: [row('a')] }));
    if (resumed.outcome !== 'applied') throw new Error(resumed.outcome);
    expect(applyBatch(resumed.board, batch(10, 12)).outcome).toBe('duplicate');
    expect(resumed.board.rows.has('a')).toBe(true);
  });

  it('drops incidents that are gone or no longer open', () => {
    const closed = { ...row('b'), status: 'closed' } as BoardRow;
    const applied = applyBatch(board(10, 'a', 'b', 'c'), batch(10, 11, { gone: ['a'], rows: [closed] }));
    if (applied.outcome !== 'applied') throw new Error(applied.outcome);
    expect([...applied.board.rows.keys()]).toEqual(['c']);
    expect([...applied.touched].sort()).toEqual(['a', 'b']);
  });

  it('names the incidents its events touch, also those without a row', () => {
    const applied = applyBatch(board(10), batch(10, 12, { events: [event(11, 'a'), event(12, null)] }));
    if (applied.outcome !== 'applied') throw new Error(applied.outcome);
    expect([...applied.touched]).toEqual(['a']);
  });
});
