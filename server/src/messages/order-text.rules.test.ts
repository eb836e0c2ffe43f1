import { describe, expect, test } from '@jest/globals';
import { RESPONSE_RULES } from '@liandong/seed/xianju/rules';
import { TEAMS } from '@liandong/seed/xianju/teams';
import { smsParts } from '@liandong/shared/sms-parts';
import fc from 'fast-check';
import { chaseWords, type OrderWords, orderWords, recallWords } from './order-text.rules.js';
import { compose } from './templates/compose.rules.js';
import { TEMPLATES, type Worded } from './templates/templates.table.js';

const LANDSLIDE: OrderWords = {
  code: 37,
  place: '横溪镇下陈村',
  narrative: '横溪镇下陈村山体滑坡，2人被困',
  teamShortName: '地质灾害队',
  measure: 'mustered',
  seconds: 900,
  drill: false,
  task: null,
  command: null,
  link: '',
};
const said = (words: Worded, drill = false): string => compose(TEMPLATES, words, drill).text;
const orderText = (words: OrderWords): string => said(orderWords(words, TEMPLATES), words.drill);
const chaseText = (...words: Parameters<typeof chaseWords>): string => said(chaseWords(...words));
const recallText = (...words: Parameters<typeof recallWords>): string => said(recallWords(...words));
const ANSWERS = '回1收到 2出动 3到达 4完毕 0不能';

describe('the text of an order', () => {
  test('a dispatcher’s own words stand before the order, thirty characters of them', () => {
    expect(orderText({ ...LANDSLIDE, task: '带橡皮艇。' })).toContain('2人被困，带橡皮艇，请地质灾害队立即集结');
    expect(orderText({ ...LANDSLIDE, task: '艇'.repeat(200) })).toContain(`，${'艇'.repeat(30)}，请`);
  });

  test.each<[string, Partial<OrderWords>, string]>([
    [
      'a muster order',
      {},
      '【仙居联动】37号令：横溪镇下陈村山体滑坡，2人被困，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 +37',
    ],
    [
      'an order to be on scene',
      {
        code: 4,
        place: '城北东路53号',
        narrative: '楼道冒烟',
        teamShortName: '医疗队',
        measure: 'on_scene',
        seconds: 1800,
      },
      '【仙居联动】4号令：城北东路53号，楼道冒烟，请医疗队立即赶赴，30分钟内到场。回1收到 2出动 3到达 4完毕 0不能 +4',
    ],
    [
      'a drill is marked before anything else is said',
      { drill: true },
      '【仙居联动】（演练）37号令：横溪镇下陈村山体滑坡，2人被困，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 +37',
    ],
    [
      'sentences and lines of the narrative run together',
      { narrative: '山体滑坡。\n2人被困；速来。 ', place: null },
      '【仙居联动】37号令：山体滑坡，2人被困，速来，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 +37',
    ],
  ])('%s', (_name, words, text) => {
    expect(orderText({ ...LANDSLIDE, ...words })).toBe(text);
  });

  test('a long narrative is cut and says so; order, minutes and answers arrive whole', () => {
    const text = orderText({ ...LANDSLIDE, narrative: '山'.repeat(300) });
    expect(text).toHaveLength(134);
    expect(text).toMatch(/山…，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 \+37$/);
  });

  test('who commands at the scene is named with post and phone before who goes', () => {
    const command = { post: '县政府分管副县长', name: '演示-陈', phone: '10000000902' };
    expect(orderText({ ...LANDSLIDE, command })).toContain(
      '2人被困，现场指挥县政府分管副县长演示-陈10000000902，请地质灾害队立即集结',
    );
    expect(orderText({ ...LANDSLIDE, command: { ...command, name: null, phone: null } })).toContain(
      '，现场指挥县政府分管副县长，请',
    );
  });

  test('a long task leaves the person and the phone, a longer one neither: the narrative keeps 24 characters', () => {
    const command = { post: '主'.repeat(20), name: '演示-陈', phone: '10000000902' };
    const long = { ...LANDSLIDE, narrative: '山'.repeat(100), command };
    expect(orderText({ ...long, task: '艇'.repeat(20) })).toContain('…，现场指挥演示-陈10000000902，');
    const longest = orderText({ ...long, task: '艇'.repeat(30), command: { ...command, name: '名'.repeat(30) } });
    expect(longest).not.toContain('现场指挥');
    expect(longest).toMatch(/山{23,}…/);
  });

  test('a link is left out before the place and what happened would be', () => {
    const link = ` https://dispatch.example.org:8443/l/${'x'.repeat(32)}`;
    const short = { ...LANDSLIDE, narrative: '楼道冒烟', place: null, link };
    expect(orderText(short)).toMatch(/楼道冒烟，请地质灾害队.*x{32}$/);
    const full = orderText({ ...LANDSLIDE, drill: true, task: '带橡皮艇和液压剪，从村东口进入', link });
    expect(full).toContain('横溪镇下陈村山体滑坡，2人被困，带橡皮艇和液压剪，从村东口进入，请');
    expect(full).not.toContain('/l/');
  });

  test('what no phone can show is not in it', () => {
    expect(orderText({ ...LANDSLIDE, narrative: '火灾\u0001，\u001b3楼\ufffe', place: null })).toContain(
      '：火灾，3楼，请',
    );
  });

  test('a narrative that just fits is not cut', () => {
    const frame = orderText({ ...LANDSLIDE, place: null, narrative: '' }).length;
    const just = '山'.repeat(134 - frame);
    expect(orderText({ ...LANDSLIDE, place: null, narrative: just })).toContain(`：${just}，请`);
    expect(orderText({ ...LANDSLIDE, place: null, narrative: `${just}山` })).toContain('山…，请');
  });

  test.each([0, 1])('no cut leaves half of a character (%i letters before the emoji)', (letters) => {
    const text = orderText({ ...LANDSLIDE, place: null, narrative: 'a'.repeat(letters) + '🔥'.repeat(100) });
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('🔥…，请');
  });

  test('whatever is said, in two parts arrive code, team, minutes and answers, unbroken', () => {
    const narrative = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('山', '🔥', '👨‍👩‍👧', '\n', '。', ' ', '；'), maxLength: 400 }),
    );
    const words = fc.record({
      code: fc.integer({ min: 1, max: 9999 }),
      place: fc.option(fc.string({ unit: 'binary', maxLength: 200 })),
      narrative,
      teamShortName: fc.constantFrom(...TEAMS.map(({ shortName }) => shortName)),
      measure: fc.constantFrom('mustered' as const, 'on_scene' as const),
      seconds: fc.constantFrom(...RESPONSE_RULES.flatMap((rule) => [rule.daySeconds, rule.nightSeconds])),
      drill: fc.boolean(),
      link: fc.constantFrom('', ` https://dispatch.example.org/l/${'x'.repeat(32)}`),
      task: fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
      command: fc.option(
        fc.record({
          post: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          name: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })),
          phone: fc.option(fc.stringMatching(/^1\d{10}$/)),
        }),
      ),
    });
    fc.assert(
      fc.property(words, (order) => {
        const text = orderText(order);
        expect(text.length).toBeLessThanOrEqual(134);
        expect(smsParts(text)).toBeLessThanOrEqual(2);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\r\n]/);
        expect(text.startsWith(`【仙居联动】${order.drill ? '（演练）' : ''}${order.code}号令：`)).toBe(true);
        expect(text).toContain(`请${order.teamShortName}立即`);
        expect(text).toContain(`${order.seconds / 60}分钟内`);
        expect(
          [`${ANSWERS} +${order.code}`, `${ANSWERS} +${order.code}${order.link}`].some((end) => text.endsWith(end)),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a text is charged as', () => {
  test.each([
    [0, 1],
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
  ])('%i characters: %i part(s)', (length, parts) => {
    expect(smsParts('令'.repeat(length))).toBe(parts);
  });

  test('an emoji counts as the two units it is sent as', () => {
    expect([smsParts('🔥'.repeat(35)), smsParts('🔥'.repeat(36))]).toEqual([1, 2]);
  });
});

describe('a reminder', () => {
  test.each<[number | null, string]>([
    [10, '还有10分钟'],
    [0, '还有0分钟'],
    [-5, '已超时5分钟'],
    [null, '尚未报告'],
  ])('%p minutes left: %s', (minutes, when) => {
    expect(chaseText(37, '到达现场', minutes)).toBe(
      `【仙居联动】催办：37号令到达现场${when}，请立即报告。回2出动 3到达 4完毕 5集结 +37`,
    );
  });

  test('fits one part', () => {
    expect(smsParts(chaseText(9999, '处置结束', -1440))).toBe(1);
  });
});

describe('a recall', () => {
  test('names the order, the reason and what to do', () => {
    expect(recallText(37, '误报')).toBe('【仙居联动】37号令撤回：误报。请停止出动，已出动的返回。');
  });

  test('cuts a long reason, never into half a character, and fits two parts', () => {
    for (const reason of ['撤'.repeat(500), `a${'🔥'.repeat(250)}`]) {
      const text = recallText(9999, reason);
      expect(smsParts(text)).toBeLessThanOrEqual(2);
      expect(text.isWellFormed()).toBe(true);
      expect(text).toMatch(/。请停止出动，已出动的返回。$/);
    }
  });
});
