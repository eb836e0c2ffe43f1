import { describe, expect, it } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { commandBody, commandForm, commandReady, leadable } from './command-form.rules.js';

const incident = {
  leadTeamCode: 'S05',
  sceneCommand: '县政府分管副县长',
  sceneCommander: { name: '演示-副县长', phone: '10000000001' },
};
const form = (more: object) => ({ ...commandForm(incident), ...more });
const order = (teamCode: string, status: string): OrderView => ({ id: teamCode, teamCode, status }) as never;

describe('handing command over', () => {
  it('needs something to change hands, and a reason', () => {
    expect(commandReady(incident, form({ reason: '升级' }))).toBe(false);
    expect(commandReady(incident, form({ teamCode: 'P01' }))).toBe(false);
    expect(commandReady(incident, form({ teamCode: 'P01', reason: '专业力量到场' }))).toBe(true);
  });

  it('sends the team alone, or the commander alone', () => {
    expect(commandBody(incident, form({ teamCode: 'P01', reason: '到场' }))).toEqual({
      teamCode: 'P01',
      reason: '到场',
    });
    expect(commandBody(incident, form({ name: '演示-局长', reason: '换班' }))).toEqual({
      reason: '换班',
      commander: { post: '县政府分管副县长', name: '演示-局长', phone: '10000000001' },
    });
  });

  it('a commander nobody can ring is none', () => {
    expect(commandReady(incident, form({ name: '演示-局长', phone: '无', reason: '换班' }))).toBe(false);
    expect(commandReady(incident, form({ name: '演示-局长', phone: '', reason: '换班' }))).toBe(false);
  });

  it('only teams under command can lead, each once', () => {
    const orders = [
      order('S05', 'cleared'),
      order('P01', 'en_route'),
      order('P02', 'declined'),
      order('P01', 'issued'),
    ];
    expect(leadable(orders, 'S05').map((each) => each.teamCode)).toEqual(['S05', 'P01']);
  });
});
