import { describe, expect, test } from '@jest/globals';
import { USUAL_TEMPLATES } from './template.queries.js';
import { whyNotTemplate } from './template.rules.js';
import type { TemplateKey } from './templates.table.js';

const usual = (key: TemplateKey) => USUAL_TEMPLATES.find((template) => template.key === key)!;
const words = (key: TemplateKey, body: string, templates = USUAL_TEMPLATES) =>
  whyNotTemplate(usual(key), { body, approvals: {} }, templates).map(({ path, message }) => [path, message].join(' '));
const recall = (body: string) => words('recall', body);

describe('an edited template', () => {
  test.each(USUAL_TEMPLATES.map(({ key, body }) => [key, body]))(
    '%s as the county begins with it can be saved',
    (key, body) => {
      expect(words(key as TemplateKey, body!)).toEqual([]);
    },
  );

  test('may leave out a parameter that is not required and say one twice', () => {
    expect(recall('{code}号令撤回，{code}号令撤回。')).toEqual([]);
  });

  test('needs its required parameters, called by their names', () => {
    expect(recall('撤回：{reason}。')).toEqual(['body 缺少{code}（指令编号）']);
    expect(words('chase', '催办')).toEqual(['body 缺少{code}（指令编号）、{owed}（何事）、{when}（还有或已超多久）']);
  });

  test.each([
    ['an unknown parameter', '{code}{place}', '没有参数{place}'],
    ['one every object has', '{code}{constructor}', '没有参数{constructor}'],
    ['a brace without its other half', '{code}号令}', '花括号只用于参数，须成对'],
    ['a name no parameter can have', '{code}{理由}', '花括号只用于参数，须成对'],
    ['a signature of its own', '【某某】{code}', '不要写【】，签名发送时自动加在最前'],
    ['a new line', '{code}\n撤回', '不得含换行或控制字符'],
    ['a mark that turns the text round', '{code}\u202e撤回', '不得含换行或控制字符'],
  ])('is refused with %s', (_words, body, why) => {
    expect(recall(body)).toEqual([`body ${why}`]);
  });

  test('fits in two parts beside signature and the mark of a drill, the parameter that gives way not counted', () => {
    // 【仙居联动】（演练）37 are 6 + 4 + 2 units: 122 are left.
    expect(recall(`{code}{reason}${'撤'.repeat(122)}`)).toEqual([]);
    expect(recall(`{code}{reason}${'撤'.repeat(125)}`)).toEqual(['body 太长：2 条短信放不下，须减少 3 字']);
  });

  test('one without a parameter that gives way is counted with all its examples', () => {
    expect(words('chase', `{code}{owed}{when}${'催'.repeat(115)}`)).toEqual([]);
    expect(words('chase', `{code}{owed}{when}${'催'.repeat(116)}`)).toEqual(['body 太长：2 条短信放不下，须减少 1 字']);
  });
});

describe('the signature', () => {
  test.each(['仙', '仙居 联动', '仙居·联动', '仙'.repeat(13)])('%s is none', (body) => {
    expect(words('signature', body)).toEqual(['body 签名须为 2 至 12 个汉字、字母或数字']);
  });

  test('a longer one leaves room in every text that is there', () => {
    expect(words('signature', '仙居县应急联动指挥')).toEqual([]);
    const full = { ...usual('recall'), body: `{code}{reason}${'撤'.repeat(122)}` };
    const templates = USUAL_TEMPLATES.map((template) => (template.key === 'recall' ? full : template));
    expect(words('signature', '仙居县应急联动指挥', templates)).toEqual([
      'body 签名太长：模板“撤回”在 2 条短信内放不下',
    ]);
  });
});

describe('what a provider registered', () => {
  const variables = (...names: string[]) =>
    whyNotTemplate(
      usual('order'),
      { body: usual('order').body, approvals: { aliyun: { variables: names } } },
      USUAL_TEMPLATES,
    );

  test('are parameters of the template; a long one may be in pieces', () => {
    expect(variables('code', 'what', 'what2', 'what3', 'team', 'asked')).toEqual([]);
  });

  test.each([
    ['an unknown one', ['code', 'place'], '报备变量中没有参数{place}'],
    ['a piece of an unknown one', ['place2'], '报备变量中没有参数{place2}'],
    ['one that is there twice', ['code', 'code'], '报备变量重复{code}'],
  ])('%s is refused', (_words, names, message) => {
    expect(variables(...names)).toEqual([{ path: 'approvals.aliyun.variables', message }]);
  });
});
