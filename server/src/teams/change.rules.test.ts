import { describe, expect, test } from '@jest/globals';
import { changesBetween, whatHappened } from './change.rules.js';
import { commanderBefore, type Holder, succession } from './commander.rules.js';

const ACTIVE = { name: '甲', retiredAt: null };
const GONE = { name: '甲', retiredAt: '2026-11-20T00:00:00Z' };

describe('what became of a row', () => {
  test.each([
    ['added', undefined, ACTIVE],
    ['retired', ACTIVE, GONE],
    ['restored', GONE, ACTIVE],
    ['edited', ACTIVE, { ...ACTIVE, name: '乙' }],
    [null, ACTIVE, { ...ACTIVE }],
  ])('%s', (happened, before, after) => {
    expect(whatHappened(before, after)).toBe(happened);
  });

  test('only what differs is told, numbers with their labels in their order, points to a metre', () => {
    const before = {
      phone: '1',
      morePhones: [{ phone: '2', label: '家' }],
      note: '',
      post: 'member',
      location: { lon: 1, lat: 2 },
    };
    const after = {
      ...before,
      morePhones: [
        { phone: '3', label: '' },
        { phone: '2', label: '家' },
      ],
      note: '休假',
    };
    expect(changesBetween(before, after)).toEqual([
      { field: 'morePhones', from: '2（家）', to: '3,2（家）' },
      { field: 'note', from: null, to: '休假' },
    ]);
    expect(changesBetween(before, { ...before, location: { lon: 1.5, lat: 2 } })).toEqual([
      { field: 'location', from: '1.00000,2.00000', to: '1.50000,2.00000' },
    ]);
  });

  test('a new row comes from nothing; empty fields are not told', () => {
    expect(changesBetween(null, { name: '甲', note: '', specialty: null })).toEqual([
      { field: 'name', from: null, to: '甲' },
    ]);
  });
});

describe('one commander', () => {
  const [chief, deputy] = [
    { id: 'a', name: '甲', post: 'commander' },
    { id: 'b', name: '乙', post: 'deputy' },
  ] as const satisfies Holder[];

  test('whoever becomes commander takes the post of the one before; no other post takes any', () => {
    expect(commanderBefore([chief, deputy], { id: 'b', post: 'commander' })).toBe(chief);
    expect(commanderBefore([chief, deputy], { id: 'a', post: 'commander' })).toBeNull();
    expect(commanderBefore([deputy], { id: 'b', post: 'commander' })).toBeNull();
    expect(commanderBefore([chief, deputy], { id: 'c', post: 'deputy' })).toBeNull();
  });

  test.each([
    ['nobody named: a gap', chief, undefined, { change: null }],
    ['one of the team', chief, 'b', { change: { id: 'b', post: 'commander' } }],
    ['a stranger', chief, 'x', { wrong: 'not_of_team' }],
    ['himself', chief, 'a', { wrong: 'himself' }],
    ['of a deputy', deputy, 'a', { wrong: 'not_commander' }],
  ])('a successor: %s', (_, leaving, successor, expected) => {
    expect(succession([chief, deputy], leaving, successor)).toEqual(expected);
  });
});
