import { describe, expect, it } from '@jest/globals';
import type { ObligationView } from '@liandong/shared/obligation';
import { lateBy, mayNotice, mayWaive, noticeSteps, readTab, standingOf } from './owed.rules.js';

const NOW = Date.parse('2026-07-14T06:10:00.000Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
const owed = (more: object): ObligationView =>
  ({ startedAt: at(-600), dueAt: at(60), state: 'open', metAt: null, givenUp: false, ...more }) as ObligationView;

describe('how a row stands', () => {
  it('runs until it is due, then is over until it is done', () => {
    expect(standingOf(owed({}), NOW)).toBe('running');
    expect(standingOf(owed({}), NOW + 61_000)).toBe('over');
    expect(standingOf(owed({ dueAt: null }), NOW)).toBe('running');
  });

  it('what was missed and then given up was never done', () => {
    expect(standingOf(owed({ dueAt: at(-60), state: 'missed', givenUp: true }), NOW)).toBe('never');
    expect(lateBy(owed({ dueAt: at(-60), state: 'missed', givenUp: true }), NOW)).toBeNull();
  });

  it('late is counted to the instant it was done, or to now', () => {
    expect(lateBy(owed({ dueAt: at(-60), state: 'missed', metAt: at(-20) }), NOW)).toBe(40);
    expect(lateBy(owed({ dueAt: at(-60), state: 'missed' }), NOW)).toBe(60);
    expect(lateBy(owed({ state: 'met', metAt: at(-20) }), NOW)).toBeNull();
    expect(lateBy(owed({ dueAt: at(-60), state: 'waived' }), NOW)).toBeNull();
  });
});

describe('what the supervisor can do', () => {
  it('a notice only about what was missed, one at a time', () => {
    const row = { state: 'missed', kind: 'muster', notice: null } as const;
    expect(mayNotice(row)).toBe(true);
    expect(mayNotice({ ...row, state: 'open' })).toBe(false);
    expect(mayNotice({ ...row, notice: { id: 'n', number: '1', state: 'received' } })).toBe(false);
    expect(mayNotice({ ...row, notice: { id: 'n', number: '1', state: 'closed' } })).toBe(true);
    expect(mayNotice({ ...row, kind: 'supervision' })).toBe(false);
  });

  it('waives what runs or was missed, not what was met, and not clearing', () => {
    expect(mayWaive({ state: 'missed', kind: 'muster' })).toBe(true);
    expect(mayWaive({ state: 'met', kind: 'muster' })).toBe(false);
    expect(mayWaive({ state: 'open', kind: 'clear' })).toBe(false);
  });

  it('closes a notice only once it was answered', () => {
    expect(noticeSteps({ state: 'issued' })).toEqual(['receive', 'answer']);
    expect(noticeSteps({ state: 'answered' })).toEqual(['close']);
    expect(noticeSteps({ state: 'closed' })).toEqual([]);
  });
});

it('an address with an unknown tab shows what is owed', () => {
  expect(readTab('notices')).toBe('notices');
  expect(readTab('nonsense')).toBe('owed');
  expect(readTab(null)).toBe('owed');
});
