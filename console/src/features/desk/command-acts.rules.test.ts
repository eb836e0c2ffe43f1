import { describe, expect, it } from '@jest/globals';
import { parseCommand, suggest } from './command.rules.js';

const parse = (text: string) => parseCommand(text, []);

describe('words for the incident on screen', () => {
  it('in characters, pinyin and initials', () => {
    for (const text of ['/动态', 'dongtai', 'DT', '动态 ']) {
      expect(parse(text)).toEqual({ kind: 'act', act: 'situation', text: '' });
    }
  });

  it('take what stands behind them along', () => {
    expect(parse('记 家属已到场')).toEqual({ kind: 'act', act: 'note', text: '家属已到场' });
    expect(parse('ji 家属已到场')).toMatchObject({ act: 'note', text: '家属已到场' });
    expect(parse('动态火势已控制')).toMatchObject({ act: 'situation', text: '火势已控制' });
  });

  it('the longest word wins, and latin words end where they end', () => {
    expect(parse('jiean')).toMatchObject({ act: 'close' });
    expect(parse('电话初报')).toMatchObject({ act: 'upward', stage: 'phone' });
    expect(parse('书面初报')).toMatchObject({ act: 'upward', stage: 'written' });
    expect(parse('撤销并案')).toMatchObject({ act: 'unmerge' });
  });

  it('lead to another page', () => {
    expect(parse('应办')).toMatchObject({ kind: 'page', to: '/owed' });
  });
});

describe('words behind an order’s number', () => {
  it('open what can be done about it', () => {
    expect(parse('37 更正')).toEqual({ kind: 'orderAct', code: 37, act: 'correct' });
    expect(parse('#37改派')).toEqual({ kind: 'orderAct', code: 37, act: 'replace' });
    expect(parse('37 fk')).toEqual({ kind: 'orderAct', code: 37, act: 'feedback' });
  });

  it('do not hide the steps', () => {
    expect(parse('37 到')).toMatchObject({ kind: 'report', step: 'on_scene' });
    expect(parse('37 不能 补报')).toMatchObject({ kind: 'report', step: 'declined', note: '补报' });
  });
});

it('suggests words that begin like the input', () => {
  expect(suggest('并', [], []).map((each) => each.text)).toEqual(['并案']);
  expect(suggest('zhong', [], []).map((each) => each.text)).toEqual(['终报']);
  expect(suggest('37 改', [{ code: 37, teamShortName: '队' }], []).map((each) => each.text)).toEqual([
    '37 改派',
    '37 改换时限',
  ]);
});
