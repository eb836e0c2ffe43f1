import { describe, expect, test } from '@jest/globals';
import type { EquipmentHit } from '@liandong/shared/equipment';
import type { ExpertCallView, ExpertView } from '@liandong/shared/expert';
import {
  arrivalOf,
  callState,
  equipmentFits,
  expertFits,
  kilometres,
  placesOf,
  readPhones,
  readPoint,
  writePhones,
} from './forces.rules.js';

const EXPERT: ExpertView = {
  id: 'x',
  name: '演示-陈一',
  category: '自然灾害',
  specialty: '地质灾害防治',
  phone: '10030000001',
  unit: '县资源规划局',
  title: '高工',
  morePhones: [{ phone: '10030000002', label: '家庭' }],
};

describe('the lists of the page', () => {
  test.each([
    ['', true],
    ['地质', true],
    ['陈一 自然', true],
    ['0000002', true],
    ['陈一 公共', false],
  ])('an expert is found by %s: %s', (words, fits) => {
    expect(expertFits(EXPERT, words)).toBe(fits);
  });

  test('what runs out, is broken, or was not looked at', () => {
    const item = {
      category: '船艇',
      name: '冲锋舟',
      teamCode: 'S03',
      teamName: '防汛抗旱队',
      placeText: '',
      contactName: '',
      note: '',
    };
    const state = { expiry: null, condition: 'good', checkDue: false };
    const fits = (more: object, filter: 'expiry' | 'faulty' | 'check' | 'all', words = '') =>
      equipmentFits({ ...item, ...state, ...more } as never, filter, words);
    expect([fits({}, 'expiry'), fits({ expiry: 'expiring' }, 'expiry')]).toEqual([false, true]);
    expect([fits({}, 'faulty'), fits({ condition: 'repair' }, 'faulty')]).toEqual([false, true]);
    expect([fits({}, 'check'), fits({ checkDue: true }, 'check')]).toEqual([false, true]);
    expect([fits({}, 'all', 's03 冲锋'), fits({}, 'all', 's05 冲锋')]).toEqual([true, false]);
  });
});

describe('how a call stands', () => {
  test.each([
    [null, null, 'waiting'],
    [null, '2026-07-14T06:05:00Z', 'chased'],
    ['coming', null, 'coming'],
    ['cannot', '2026-07-14T06:05:00Z', 'cannot'],
  ] as const)('answer %s, asked again %s → %s', (answer, chasedAt, state) => {
    expect(callState({ answer, chasedAt })).toBe(state);
  });

  test('he is there his minutes after he answered; who only phones is never there', () => {
    const call = { answer: 'coming', answeredAt: '2026-07-14T06:00:00Z', etaMinutes: 20 } as ExpertCallView;
    expect(arrivalOf(call)).toBe(Date.parse('2026-07-14T06:20:00Z'));
    expect(arrivalOf({ ...call, answer: 'advising' })).toBeNull();
    expect(arrivalOf({ ...call, etaMinutes: null })).toBeNull();
  });
});

test.each([
  [340, '0.3'],
  [9_940, '9.9'],
  [10_400, '10'],
  [28_600, '29'],
])('%s m are %s km', (metres, words) => {
  expect(kilometres(metres)).toBe(words);
});

describe('what is typed', () => {
  test.each([
    ['', 'none'],
    ['120.73,28.85', { lon: 120.73, lat: 28.85 }],
    ['120.73，28.85', { lon: 120.73, lat: 28.85 }],
    ['120.73 28.85', { lon: 120.73, lat: 28.85 }],
    ['28.85,120.73', null],
    ['横溪', null],
  ])('point %s', (text, point) => {
    expect(readPoint(text)).toEqual(point);
  });

  test('one phone a line, and back', () => {
    const phones = readPhones('10030000002 家庭\n\n 10030000003');
    expect(phones).toEqual([
      { phone: '10030000002', label: '家庭' },
      { phone: '10030000003', label: '' },
    ]);
    expect(readPhones(writePhones(phones))).toEqual(phones);
  });
});

describe('the map beside the things found', () => {
  const hit = (id: string, location: EquipmentHit['location'], metres: number | null) =>
    ({ id, location, metres }) as EquipmentHit;

  test('what lies on one point has one number, the nearest first; what lies nobody knows where has none', () => {
    const here = { lon: 120.47, lat: 28.73 };
    const there = { lon: 120.53, lat: 28.76 };
    const found = [hit('boat', here, 0), hit('pump', there, 6200), hit('vest', here, 0), hit('lost', null, null)];
    expect(placesOf(found).map(({ number, at, items }) => [number, at, items.map(({ id }) => id)])).toEqual([
      [1, here, ['boat', 'vest']],
      [2, there, ['pump']],
    ]);
  });
});
