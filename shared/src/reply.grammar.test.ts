import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ParsedReply, parseReply, REPLY_VERBS, type ReplyVerb, replyHelpText } from './reply.grammar.js';

type Extra = { headcount?: number; etaMinutes?: number; note?: string };
type Case = [text: string, openCodes: number[], expected: ParsedReply];

const report = (verb: ReplyVerb, code: number, extra: Extra = {}): ParsedReply => ({
  outcome: 'report',
  verb,
  code,
  ...extra,
});
const supplement = (code: number, extra: Extra): ParsedReply => ({ outcome: 'supplement', code, ...extra });
const which = (verb: ReplyVerb, openCodes: number[]): ParsedReply => ({ outcome: 'which_order', verb, openCodes });
const unknown = (verb: ReplyVerb, code: number, openCodes: number[]): ParsedReply => ({
  outcome: 'unknown_code',
  verb,
  code,
  openCodes,
});
const noOrder = (verb: ReplyVerb): ParsedReply => ({ outcome: 'no_order', verb });
const noVerb: ParsedReply = { outcome: 'unreadable', reason: 'no_verb' };
const twoVerbs: ParsedReply = { outcome: 'unreadable', reason: 'two_verbs' };
const twoCodes: ParsedReply = { outcome: 'unreadable', reason: 'two_codes' };
const empty: ParsedReply = { outcome: 'unreadable', reason: 'empty' };

const ONE = [37];
const TWO = [37, 41];
const ORDER_TEXT =
  '【仙居联动】37号令：横溪镇下陈村山体滑坡，2人被困，请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 +37';

const CASES: Record<string, Case[]> = {
  'digits and codes': [
    ['1', ONE, report('acknowledged', 37)],
    ['2', ONE, report('en_route', 37)],
    ['3', ONE, report('on_scene', 37)],
    ['4', ONE, report('cleared', 37)],
    ['5', ONE, report('mustered', 37)],
    ['0', ONE, report('declined', 37)],
    ['１', ONE, report('acknowledged', 37)],
    ['③', ONE, report('on_scene', 37)],
    ['1 37', TWO, report('acknowledged', 37)],
    ['37 1', TWO, report('acknowledged', 37)],
    ['１　３７', TWO, report('acknowledged', 37)],
    ['1#37', TWO, report('acknowledged', 37)],
    ['1#37#', TWO, report('acknowledged', 37)],
    ['3*41#', TWO, report('on_scene', 41)],
    ['1+37', TWO, report('acknowledged', 37)],
    ['1 +37', TWO, report('acknowledged', 37)],
    ['+37 2', TWO, report('en_route', 37)],
    ['＋３７　４', TWO, report('cleared', 37)],
    ['3，41', TWO, report('on_scene', 41)],
    ['3、41。', TWO, report('on_scene', 41)],
    ['3.41', TWO, report('on_scene', 41)],
    ['1：37', TWO, report('acknowledged', 37)],
    ['1-37', TWO, report('acknowledged', 37)],
    ['2/41', TWO, report('en_route', 41)],
    ['回1', ONE, report('acknowledged', 37)],
    ['回复：1', ONE, report('acknowledged', 37)],
    ['回1 37', TWO, report('acknowledged', 37)],
    ['  1 \r\n 37  ', TWO, report('acknowledged', 37)],
    ['1 1024', [1024, 37], report('acknowledged', 1024)],
    ['6', ONE, noVerb],
    ['9 37', ONE, noVerb],
  ],
  'words and codes': [
    ['收到', ONE, report('acknowledged', 37)],
    ['收到！', ONE, report('acknowledged', 37)],
    ['收到。', ONE, report('acknowledged', 37)],
    ['【收到】', ONE, report('acknowledged', 37)],
    ['收到?', ONE, report('acknowledged', 37)],
    ['收到37', TWO, report('acknowledged', 37)],
    ['37收到', TWO, report('acknowledged', 37)],
    ['37号收到', TWO, report('acknowledged', 37)],
    ['37号令收到', TWO, report('acknowledged', 37)],
    ['37號令收到', TWO, report('acknowledged', 37)],
    ['收到，37号指令', TWO, report('acknowledged', 37)],
    ['收到指令', ONE, report('acknowledged', 37)],
    ['收到：41', TWO, report('acknowledged', 41)],
    ['+41收到', TWO, report('acknowledged', 41)],
    ['1收到', ONE, report('acknowledged', 37)],
    ['收到1', ONE, report('acknowledged', 37)],
    ['1收到37', TWO, report('acknowledged', 37)],
    ['出动', ONE, report('en_route', 37)],
    ['出发 41', TWO, report('en_route', 41)],
    ['已出动', ONE, report('en_route', 37)],
    ['出動', ONE, report('en_route', 37)],
    ['已出發，41', TWO, report('en_route', 41)],
    ['到达', ONE, report('on_scene', 37)],
    ['到達', ONE, report('on_scene', 37)],
    ['到场', ONE, report('on_scene', 37)],
    ['到場了', ONE, report('on_scene', 37)],
    ['已到', ONE, report('on_scene', 37)],
    ['已经到达现场', ONE, report('on_scene', 37)],
    ['3到达37', TWO, report('on_scene', 37)],
    ['完毕', ONE, report('cleared', 37)],
    ['完畢', ONE, report('cleared', 37)],
    ['结束', ONE, report('cleared', 37)],
    ['處置完畢 37', TWO, report('cleared', 37)],
    ['处置结束，41号', TWO, report('cleared', 41)],
    ['37号完毕', TWO, report('cleared', 37)],
    ['集结', ONE, report('mustered', 37)],
    ['集结完毕', ONE, report('mustered', 37)],
    ['集結完畢', ONE, report('mustered', 37)],
    ['已到达集结点', ONE, report('mustered', 37)],
    ['5集结完毕 41', TWO, report('mustered', 41)],
    ['不能', ONE, report('declined', 37)],
    ['无法', ONE, report('declined', 37)],
    ['無法 37', TWO, report('declined', 37)],
    ['0不能41', TWO, report('declined', 41)],
  ],
  'headcount, arrival time and note': [
    ['2 37 12人 8分', TWO, report('en_route', 37, { headcount: 12, etaMinutes: 8 })],
    ['12人 8分钟 37 出动', TWO, report('en_route', 37, { headcount: 12, etaMinutes: 8 })],
    ['出动12人8分钟', ONE, report('en_route', 37, { headcount: 12, etaMinutes: 8 })],
    ['８分鐘　出動　１２人', ONE, report('en_route', 37, { headcount: 12, etaMinutes: 8 })],
    ['集结完毕，十二人', ONE, report('mustered', 37, { headcount: 12 })],
    ['集结二十五人', ONE, report('mustered', 37, { headcount: 25 })],
    ['已出动两人', ONE, report('en_route', 37, { headcount: 2 })],
    ['5 37 20个人', TWO, report('mustered', 37, { headcount: 20 })],
    ['12人', ONE, supplement(37, { headcount: 12 })],
    ['12人 8分', ONE, supplement(37, { headcount: 12, etaMinutes: 8 })],
    ['41 12人 8分', TWO, supplement(41, { headcount: 12, etaMinutes: 8 })],
    ['12人 8分', TWO, noVerb],
    ['12人 8分 52', TWO, noVerb],
    ['12人', [], noVerb],
    ['37人', ONE, supplement(37, { headcount: 37 })],
    ['3 37 路断，请求支援', TWO, report('on_scene', 37, { note: '路断，请求支援' })],
    ['到达，2人被困', ONE, report('on_scene', 37, { note: '2人被困' })],
    ['到达现场 受伤3人 我方12人', ONE, report('on_scene', 37, { headcount: 12, note: '受伤3人 我方' })],
    ['完毕，救出2人，送第三人民医院', ONE, report('cleared', 37, { note: '救出2人，送第三人民医院' })],
    ['出动2车12人', ONE, report('en_route', 37, { headcount: 12, note: '2车' })],
    ['出动3-5人', ONE, report('en_route', 37, { note: '3-5人' })],
    ['收到 3 辆车', ONE, report('acknowledged', 37, { note: '3 辆车' })],
    ['到达，伤亡：0', ONE, report('on_scene', 37, { note: '伤亡：0' })],
    ['到達現場，橋斷了！', ONE, report('on_scene', 37, { note: '橋斷了！' })],
    ['收到 Ｏｋ', ONE, report('acknowledged', 37, { note: 'Ｏｋ' })],
    ['14:05到达', ONE, report('on_scene', 37, { note: '14:05' })],
    ['14：05到达', TWO, which('on_scene', TWO)],
    ['14点05分到达', ONE, report('on_scene', 37, { note: '14点05分' })],
    ['到达 G351 K214', ONE, report('on_scene', 37, { note: 'G351 K214' })],
    ['3 41 G351国道K214+300处', TWO, report('on_scene', 41, { note: 'G351国道K214+300处' })],
    ['到达 K214+300', ONE, report('on_scene', 37, { note: 'K214+300' })],
    ['到达 K214+300', TWO, which('on_scene', TWO)],
    ['到达国道351', ONE, report('on_scene', 37, { note: '国道351' })],
    ['到达37号楼', TWO, which('on_scene', TWO)],
    ['到达，水深1.5米，80%房屋进水', ONE, report('on_scene', 37, { note: '水深1.5米，80%房屋进水' })],
    ['到达 电话13800001111', ONE, report('on_scene', 37, { note: '电话13800001111' })],
    ['到达，联系0576-87770110', ONE, report('on_scene', 37, { note: '联系0576-87770110' })],
    ['2死1伤', ONE, noVerb],
  ],
  'not yet, not at all, not mine': [
    ['收到，马上出动', ONE, report('acknowledged', 37, { note: '马上出动' })],
    ['收到马上出发', ONE, report('acknowledged', 37, { note: '马上出发' })],
    ['收到，立即出动 37', TWO, report('acknowledged', 37, { note: '立即出动' })],
    ['收到，正在准备出发', ONE, report('acknowledged', 37, { note: '正在准备出发' })],
    ['收到，馬上集結', ONE, report('acknowledged', 37, { note: '馬上集結' })],
    ['收到，10分钟后出发', ONE, report('acknowledged', 37, { note: '10分钟后出发' })],
    ['1 马上到达', ONE, report('acknowledged', 37, { note: '马上到达' })],
    ['收到集结指令', ONE, report('acknowledged', 37, { note: '集结指令' })],
    ['收到，集结队伍', ONE, report('acknowledged', 37, { note: '集结队伍' })],
    ['集结完毕，准备出发', ONE, report('mustered', 37, { note: '准备出发' })],
    ['马上出动', ONE, noVerb],
    ['8分钟后到达', ONE, supplement(37, { etaMinutes: 8, note: '后到达' })],
    ['预计8分钟到达', ONE, supplement(37, { etaMinutes: 8, note: '预计 到达' })],
    ['8分钟前到达', ONE, report('on_scene', 37, { note: '8分钟前' })],
    ['已出动，预计8分钟到达，12人', ONE, report('en_route', 37, { headcount: 12, etaMinutes: 8, note: '预计 到达' })],
    ['已出动，未到达', ONE, report('en_route', 37, { note: '未到达' })],
    ['到达还要20分钟', ONE, supplement(37, { etaMinutes: 20, note: '到达还要' })],
    ['3分队到达', ONE, report('on_scene', 37, { note: '3分队' })],
    ['未完成集结', ONE, noVerb],
    ['未到达', ONE, noVerb],
    ['没有收到', ONE, noVerb],
    ['沒有收到', ONE, noVerb],
    ['还没到', ONE, noVerb],
    ['還沒到達', ONE, noVerb],
    ['没有到场', ONE, noVerb],
    ['未 到达', ONE, noVerb],
    ['37未到达', TWO, noVerb],
    ['尚未处置完毕', ONE, noVerb],
    ['集结未完毕', ONE, noVerb],
    ['集结中', ONE, noVerb],
    ['到达不了', ONE, noVerb],
    ['收到没有', ONE, noVerb],
    ['收到吗？', ONE, noVerb],
    ['没有伤亡，处置完毕', ONE, report('cleared', 37, { note: '没有伤亡' })],
    ['没有伤亡已处置完毕', ONE, report('cleared', 37, { note: '没有伤亡' })],
    ['人员已到齐', ONE, noVerb],
    ['灭火完毕', ONE, noVerb],
    ['不能出动', ONE, report('declined', 37)],
    ['不能出動，車壞了', ONE, report('declined', 37, { note: '車壞了' })],
    ['无法到达，道路塌方', ONE, report('declined', 37, { note: '道路塌方' })],
    ['收到，但不能出动', ONE, report('declined', 37)],
    ['1 无法出动', ONE, report('declined', 37)],
    ['到达，无法联系报警人', ONE, report('on_scene', 37, { note: '无法联系报警人' })],
    ['无法联系报警人', ONE, noVerb],
    ['收到，车辆无法启动', ONE, twoVerbs],
    ['能不能出动', ONE, noVerb],
  ],
  'several verbs': [
    ['收到 出动', ONE, report('en_route', 37)],
    ['收到，已出动', ONE, report('en_route', 37)],
    ['集结完毕，已出发', ONE, report('en_route', 37)],
    ['到达，处置完毕', ONE, report('cleared', 37)],
    ['处置完毕，到达时间14:05', ONE, report('cleared', 37, { note: '到达时间14:05' })],
    ['到达 完毕', ONE, report('on_scene', 37, { note: '完毕' })],
    ['收到，完毕', ONE, report('acknowledged', 37, { note: '完毕' })],
    ['1，已到达', ONE, report('on_scene', 37)],
    ['3到达，收到请回', ONE, report('on_scene', 37, { note: '请回' })],
    ['1 2', ONE, twoVerbs],
    ['1 3 37', TWO, twoVerbs],
    ['3收到', ONE, twoVerbs],
    ['3 未到达', ONE, twoVerbs],
    ['3到达不了', ONE, twoVerbs],
    ['3 马上到达', ONE, twoVerbs],
    ['3 到达时间14:05', ONE, report('on_scene', 37, { note: '到达时间14:05' })],
    ['4 灭火完毕', ONE, report('cleared', 37, { note: '灭火完毕' })],
    ['3到了', ONE, report('on_scene', 37, { note: '到了' })],
    ['收到收到！37', TWO, report('acknowledged', 37)],
    ['4到达', ONE, twoVerbs],
    ['0 出动', ONE, twoVerbs],
    ['已出动，无法到达', ONE, twoVerbs],
    [ORDER_TEXT, ONE, twoVerbs],
    [ORDER_TEXT.split('回1')[0] ?? '', ONE, noVerb],
    [replyHelpText, ONE, twoVerbs],
  ],
  'which order': [
    ['1', TWO, which('acknowledged', TWO)],
    ['收到', TWO, which('acknowledged', TWO)],
    ['1', [], noOrder('acknowledged')],
    ['到达 37', [], noOrder('on_scene')],
    ['1 52', TWO, unknown('acknowledged', 52, TWO)],
    ['52号到达', ONE, unknown('on_scene', 52, ONE)],
    ['37', ONE, noVerb],
    ['37 41', TWO, noVerb],
    ['收到 37 41', TWO, twoCodes],
    ['收到 52 53', TWO, twoCodes],
    ['收到 37 37号', TWO, report('acknowledged', 37)],
    ['收到 37 52', TWO, report('acknowledged', 37, { note: '52' })],
    ['收到 37 12345', TWO, report('acknowledged', 37, { note: '12345' })],
    ['137', ONE, report('acknowledged', 37)],
    ['１３７', TWO, report('acknowledged', 37)],
    ['137#', TWO, report('acknowledged', 37)],
    ['371', TWO, report('acknowledged', 37)],
    ['037', TWO, report('declined', 37)],
    ['31024', [1024, 37], report('on_scene', 1024)],
    ['137收到', TWO, report('acknowledged', 37)],
    ['137到达', TWO, unknown('on_scene', 137, TWO)],
    ['137', [137], noVerb],
    ['137', [37, 137], noVerb],
    ['371', [37, 71], noVerb],
    ['138', ONE, noVerb],
    ['1 37', [37, 37], report('acknowledged', 37)],
    ['1', [37, 5, 12.5, Number.NaN, -1], report('acknowledged', 37)],
  ],
  'what phones and gateways add': [
    ['', ONE, empty],
    ['   ', ONE, empty],
    ['👍', ONE, empty],
    ['。。。', ONE, empty],
    ['\u0000\u200f\ud800', ONE, empty],
    ['收到👍', ONE, report('acknowledged', 37)],
    ['👌🏻1👨‍🚒37🇨🇳', TWO, report('acknowledged', 37)],
    ['1️⃣ 37', TWO, report('acknowledged', 37)],
    ['\u202e1\u200f 37\u0000', TWO, report('acknowledged', 37)],
    ['\ufeff收\u200b到', ONE, report('acknowledged', 37)],
    ['收到\ud83d', ONE, report('acknowledged', 37)],
    ['3 路断😱了', ONE, report('on_scene', 37, { note: '路断 了' })],
    [`3 ${'雨'.repeat(1000)}`, ONE, report('on_scene', 37, { note: '雨'.repeat(500) })],
    [`到达，${'雨'.repeat(499)}𠮷`, ONE, report('on_scene', 37, { note: '雨'.repeat(499) })],
    ['hello', ONE, noVerb],
    ['请问在哪里', ONE, noVerb],
  ],
};

for (const [title, cases] of Object.entries(CASES)) {
  describe(title, () => {
    test.each(cases)('%j of %j', (text, openCodes, expected) => {
      expect(parseReply(text, openCodes)).toEqual(expected);
    });
  });
}

describe('what holds for every text', () => {
  const anyCodes = fc.array(fc.oneof(fc.integer(), fc.integer({ min: 10, max: 9999 }), fc.double()), { maxLength: 5 });
  const pieces = [
    ...REPLY_VERBS.flatMap((v) => [v.digit, ...v.words]),
    '37',
    '41',
    '人',
    '8分',
    '未',
    '马上',
    '，',
    ' ',
  ];
  const replyLike = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 2 })), { maxLength: 12 });
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    replyLike.map((parts) => parts.join('')),
  );

  test('never throws, a reported code is an open one, a note is short, trimmed and well formed', () => {
    fc.assert(
      fc.property(anyText, fc.oneof(fc.constant(TWO), anyCodes), (text, openCodes) => {
        const reply = parseReply(text, openCodes);
        if (reply.outcome !== 'report' && reply.outcome !== 'supplement') return;
        expect(openCodes).toContain(reply.code);
        const note = reply.note ?? 'none';
        expect([note.trim(), note.length > 0 && note.length <= 500, /\p{Cs}/u.test(note)]).toEqual([note, true, false]);
      }),
      { numRuns: 2000 },
    );
  });

  const wide = (s: string) => s.replace(/[!-~]/g, (ch) => String.fromCharCode(ch.charCodeAt(0) + 0xfee0));
  const said = fc.constantFrom(...REPLY_VERBS.flatMap((v) => [v.digit, ...v.words].map((w) => ({ verb: v.verb, w }))));
  const separator = fc.constantFrom(
    '',
    ' ',
    '　',
    ',',
    '，',
    '、',
    '。',
    '.',
    ':',
    '#',
    '+',
    '*',
    '-',
    '/',
    '\n',
    '！',
    '👍',
  );

  test('a verb and a code parse to that verb and code in any order, width and punctuation', () => {
    fc.assert(
      fc.property(
        said,
        fc.integer({ min: 10, max: 9999 }),
        separator,
        fc.boolean(),
        fc.boolean(),
        ({ verb, w }, code, sep, codeFirst, isWide) => {
          const text = codeFirst ? `${code}${sep}${w}` : `${w}${sep}${code}`;
          expect(parseReply(isWide ? wide(text) : text, [code])).toEqual(report(verb, code));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('headcount and arrival time may stand anywhere', () => {
    const order = fc.shuffledSubarray(['v', '41', '12人', '8分'], { minLength: 4 });
    fc.assert(
      fc.property(said, order, ({ verb, w }, parts) => {
        const text = parts.map((p) => (p === 'v' ? w : p)).join(' ');
        expect(parseReply(text, TWO)).toEqual(report(verb, 41, { headcount: 12, etaMinutes: 8 }));
      }),
    );
  });

  const HOSTILE =
    '1|a|已| |,|1 |1.|1-|37 |1 37 |12人|收到|没|a1|十|已到 |马上出动|\u0000|\u200f|😱|1分钟后|号|不能|伤1人|#|1:'.split(
      '|',
    );
  test.each(HOSTILE)('%j twenty thousand times over is read in linear time', (piece) => {
    const started = performance.now();
    parseReply(piece.repeat(20_000), TWO);
    parseReply(`${piece.repeat(20_000)}x收到 37`, TWO);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the table and the help line', () => {
  test('every verb has its own digit, and no word belongs to two verbs', () => {
    const all = REPLY_VERBS.flatMap((v) => [v.digit, ...v.words]);
    expect(new Set(all).size).toBe(all.length);
    expect(REPLY_VERBS.map((v) => v.digit).sort()).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  test('the help line fits one SMS and tells every digit', () => {
    expect(replyHelpText.length).toBeLessThanOrEqual(70);
    for (const v of REPLY_VERBS) expect(replyHelpText).toContain(v.digit);
  });
});
