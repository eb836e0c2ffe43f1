import { describe, expect, it } from '@jest/globals';
import { findTeam, parseCommand, suggest } from './command.rules.js';

const teams = [
  { code: 'P05', shortName: '福应分队' },
  { code: 'S03', shortName: '防汛' },
  { code: 'S05', shortName: '地质' },
];
const parse = (text: string) => parseCommand(text, teams);

describe('reports', () => {
  it.each([
    ['/37 到', 37, 'on_scene'],
    ['37到', 37, 'on_scene'],
    ['37 到场', 37, 'on_scene'],
    ['／３７　签收', 37, 'acknowledged'],
    ['#8 集结完毕', 8, 'mustered'],
    ['37号令 出动', 37, 'en_route'],
    ['结束 12', 12, 'cleared'],
    ['12 js', 12, 'cleared'],
    ['12 DD', 12, 'on_scene'],
  ])('%s', (text, code, step) => {
    expect(parse(text)).toEqual({ kind: 'report', code, step, note: '' });
  });

  it('keeps what follows the verb as the reason', () => {
    expect(parse('37 不能 车辆故障')).toEqual({ kind: 'report', code: 37, step: 'declined', note: '车辆故障' });
  });
});

describe('the other commands', () => {
  it('sends teams by code or by name, each once', () => {
    expect(parse('/派 p05 s03')).toEqual({ kind: 'dispatch', teamCodes: ['P05', 'S03'], unknown: [] });
    expect(parse('派地质、S05，x9')).toEqual({ kind: 'dispatch', teamCodes: ['S05'], unknown: ['x9'] });
    expect(parse('pai s03')).toMatchObject({ kind: 'dispatch', teamCodes: ['S03'] });
  });

  it('finds a place and a phone', () => {
    expect(parse('/找 下陈')).toEqual({ kind: 'find', query: '下陈' });
    expect(parse('/电 s05')).toEqual({ kind: 'phone', teamCode: 'S05' });
    expect(parse('电话 防汛')).toEqual({ kind: 'phone', teamCode: 'S03' });
  });

  it('asks for equipment in words, and for experts', () => {
    expect(parse('/物 船 20')).toEqual({ kind: 'equipment', query: '船 20' });
    expect(parse('物资 附近的发电机')).toEqual({ kind: 'equipment', query: '附近的发电机' });
    expect(parse('wu AED')).toEqual({ kind: 'equipment', query: 'AED' });
    expect(parse('物')).toEqual({ kind: 'equipment', query: '' });
    expect(parse('无效')).toMatchObject({ kind: 'act', act: 'invalid' });
    expect(parse('/专家')).toEqual({ kind: 'act', act: 'experts', text: '' });
  });

  it('does nothing with what it cannot read', () => {
    for (const text of ['', '/', '37', '派', '找', '电 zz', '今天天气', '37 38'])
      expect(parse(text)).toEqual({ kind: 'none' });
  });
});

describe('teams', () => {
  it('takes a part of a name only when it is unambiguous', () => {
    expect(findTeam('福应', teams)?.code).toBe('P05');
    expect(findTeam('分', [...teams, { code: 'P06', shortName: '横溪分队' }])).toBeNull();
    expect(findTeam('', teams)).toBeNull();
  });
});

describe('suggestions', () => {
  const orders = [
    { code: 37, teamShortName: '地质' },
    { code: 12, teamShortName: '横溪' },
  ];
  it('offers the verbs of an order', () => {
    expect(suggest('/37', orders, teams).map((s) => s.text)).toContain('37 到达');
    expect(suggest('/37 到', orders, teams)).toEqual([{ text: '37 到达', hint: '地质' }]);
  });
  it('offers teams to send, one after another', () => {
    expect(suggest('/派 s0', orders, teams).map((s) => s.text)).toEqual(['派 S03', '派 S05']);
    expect(suggest('/派 S03 地', orders, teams)).toEqual([{ text: '派 S03 S05', hint: '地质' }]);
  });
});
