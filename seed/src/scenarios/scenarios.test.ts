import { describe, expect, test } from '@jest/globals';
import { parseReply } from '@liandong/shared/reply.grammar';
import { GAZETTEER } from '../xianju/gazetteer.js';
import { INCIDENT_TYPES } from '../xianju/incident-types.js';
import { PLANS } from '../xianju/plans.js';
import type { PlannedCall } from './call-plan.js';
import { CATEGORIES, ordinaryDay, VALID_A_DAY } from './day.js';
import { makeRandom, shareOut } from './random.js';
import { KEYS, planOrder, UNREADABLE, WORDINGS } from './teams-behaviour.js';
import { CALLS_BY_HOUR, STORM_HOUR, typhoonEvening } from './typhoon.js';

const categoryOf = (call: PlannedCall): string => INCIDENT_TYPES.find((type) => type.code === call.typeCode)!.category;
const valid = (calls: readonly PlannedCall[]): PlannedCall[] => calls.filter((call) => call.invalid === null);
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('an ordinary day', () => {
  test('has the mean day of 2011: 215 calls, 88 of them valid', () => {
    for (const seed of SEEDS) {
      const { calls } = ordinaryDay(seed);
      expect(calls).toHaveLength(215);
      expect(valid(calls)).toHaveLength(88);
    }
  });

  test('has the mix of 2011: every category its expectation rounded down or up', () => {
    for (const seed of SEEDS) {
      const found = valid(ordinaryDay(seed).calls).map(categoryOf);
      for (const [name, year] of Object.entries(CATEGORIES)) {
        const expected = (year / 32_278) * VALID_A_DAY;
        expect(Math.abs(found.filter((category) => category === name).length - expected)).toBeLessThan(1);
      }
    }
  });

  test('brings the rare categories over the year', () => {
    const days = Array.from({ length: 2000 }, (_, seed) => valid(ordinaryDay(seed).calls).map(categoryOf)).flat();
    const disasters = days.filter((category) => category === '灾害事故').length / 2000;
    expect(disasters).toBeGreaterThan(0.02);
    expect(disasters).toBeLessThan(0.06);
  });

  test('is the same for the same seed and another for another', () => {
    expect(ordinaryDay(7)).toEqual(ordinaryDay(7));
    expect(ordinaryDay(7)).not.toEqual(ordinaryDay(8));
  });

  test('runs from midnight to midnight in order, quiet before dawn', () => {
    const { calls } = ordinaryDay(7);
    const at = calls.map((call) => call.at);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.at(-1)!).toBeLessThan(24 * 3600);
    const inHours = (from: number, to: number) => at.filter((t) => t >= from * 3600 && t < to * 3600).length;
    expect(inHours(1, 5)).toBeLessThan(inHours(8, 12) / 2);
  });

  test('names real places and gives every invalid call its reason', () => {
    const names = new Set(GAZETTEER.map((place) => place.name));
    for (const call of ordinaryDay(7).calls) expect(names).toContain(call.placeText);
    const reasons = new Set(ordinaryDay(7).calls.flatMap((call) => call.invalid?.code ?? []));
    expect(reasons).toEqual(new Set(['harassment', 'false_alarm', 'enquiry', 'repeat']));
  });

  test('sends teams only for types that have a plan', () => {
    const planned = new Set(PLANS.map((plan) => plan.typeCode));
    const sent = SEEDS.flatMap((seed) => ordinaryDay(seed).calls).filter((call) => call.sendAfter !== null);
    for (const call of sent) expect(planned).toContain(call.typeCode);
    expect(sent.every((call) => call.invalid === null)).toBe(true);
  });
});

describe('a typhoon evening', () => {
  test('peaks in its storm hour, with landslides, floods, outages and people in the water', () => {
    const { calls, startHour, hours } = typhoonEvening(7);
    expect([startHour, hours]).toEqual([18, 6]);
    const byHour = CALLS_BY_HOUR.map((_, hour) => calls.filter((call) => Math.floor(call.at / 3600) === hour).length);
    expect(byHour).toEqual([...CALLS_BY_HOUR]);
    const storm = new Set(
      calls.filter((call) => Math.floor(call.at / 3600) === STORM_HOUR).map((call) => call.typeCode),
    );
    for (const type of ['landslide', 'flood', 'power_outage', 'road_collapse']) expect(storm).toContain(type);
  });

  test('is the same for the same seed and another for another', () => {
    expect(typhoonEvening(7)).toEqual(typhoonEvening(7));
    expect(typhoonEvening(7)).not.toEqual(typhoonEvening(8));
  });
});

describe('how teams answer', () => {
  const plans = Array.from({ length: 3000 }, (_, seed) =>
    planOrder(makeRandom(seed), { measure: 'on_scene', seconds: 1200 }),
  );

  test('in time, late, not at all, twice, by voice', () => {
    const firstAnswer = plans.map((plan) => plan.find((a) => a.act === 'reply' && a.means !== null)?.after ?? null);
    const share = (test: (after: number | null) => boolean) => firstAnswer.filter(test).length / plans.length;
    expect(share((after) => after === null)).toBeCloseTo(0.04, 1);
    expect(share((after) => after !== null && after > 180)).toBeCloseTo(0.12, 1);
    expect(plans.some((plan) => plan.some((a) => a.act === 'reply' && a.by === 1))).toBe(true);
    expect(plans.some((plan) => plan.some((a) => a.act === 'reply' && a.channel === 'voice'))).toBe(true);
    for (const act of ['verbal', 'recall', 'waive']) expect(plans.flat().some((a) => a.act === act)).toBe(true);
  });

  test('is in order of time and the same for the same seed', () => {
    for (const plan of plans) expect(plan.map((a) => a.after)).toEqual(plan.map((a) => a.after).sort((a, b) => a - b));
    expect(planOrder(makeRandom(3), { measure: 'mustered', seconds: 900 })).toEqual(
      planOrder(makeRandom(3), { measure: 'mustered', seconds: 900 }),
    );
  });

  test('every wording is read as what it means, whatever the code, also among other open orders', () => {
    for (const [kind, texts] of [
      ...Object.entries(WORDINGS),
      ...Object.entries(KEYS).map(([k, t]) => [k, [t]] as const),
    ])
      for (const text of texts)
        for (const more of ['', ' 12人 8分'])
          for (let code = 10; code <= 999; code += 7) {
            if (text.includes('*') && more) continue;
            const read = parseReply(text.replace('{code}', String(code)) + more, [code, 23, 456]);
            expect(read).toMatchObject({ outcome: 'report', verb: kind, code });
          }
  });

  test('the unreadable ones are unreadable', () => {
    for (const text of UNREADABLE) expect(parseReply(text, [37, 456]).outcome).toBe('unreadable');
  });
});

test('shares add up, each rounded down or up', () => {
  for (const seed of SEEDS) {
    const shares = shareOut(makeRandom(seed), 10, [1, 2, 4]);
    expect(shares.reduce((a, b) => a + b, 0)).toBe(10);
    for (const [i, share] of shares.entries()) expect(Math.abs(share - [10 / 7, 20 / 7, 40 / 7][i]!)).toBeLessThan(1);
  }
});
