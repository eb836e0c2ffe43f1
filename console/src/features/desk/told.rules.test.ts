import { describe, expect, it } from '@jest/globals';
import { toldOf, type Words } from './told.rules.js';

const words: Words = {
  say: (key, values) => `${key}(${Object.values(values ?? {}).join('→')})`,
  step: (kind) => kind,
  stage: (stage) => stage,
  target: (target) => String(target.seconds ?? ''),
  instant: (at) => at.slice(11, 16),
  channel: (channel) => channel,
};
const told = (type: string, payload: object) => toldOf(type, payload as Record<string, unknown>, words);

describe('what the timeline tells of an event', () => {
  it('a change: only what differs', () => {
    const before = { type: '火灾', severity: 'III', markedMajor: false, placeText: '下陈村', townshipName: '横溪镇' };
    expect(told('incident.changed', { before, after: { ...before, severity: 'II', markedMajor: true } })).toBe(
      'severity(III→II) · major()',
    );
    expect(told('incident.changed', { before, after: { ...before, location: { lon: 1, lat: 2 } } })).toBe('point()');
    const moved = { ...before, placeText: '上陈村', location: { lon: 1, lat: 2 } };
    expect(told('incident.changed', { before, after: moved })).toBe('place(横溪镇 下陈村→横溪镇 上陈村)');
  });

  it('a correction: the step, what was and what is', () => {
    const payload = { kind: 'on_scene', was: '2026-07-14T06:02:00.000Z', at: '2026-07-14T05:58:00.000Z' };
    expect(told('order.corrected', payload)).toBe('on_scene 06:02 → 05:58');
  });

  it('a message that goes another way: whose, from what to what; who answered himself', () => {
    expect(told('message.moved', { name: '演示-甲', channel: 'sms', to: 'voice', code: '21610' })).toBe(
      '演示-甲 sms → voice',
    );
    expect(told('person.answered', { name: '演示-甲', phone: '100' })).toBe('演示-甲');
  });

  it('an expert: who was asked, what he answered, in how many minutes, in which words', () => {
    expect(told('expert.called', { name: '演示-甲', task: '研判' })).toBe('演示-甲');
    expect(told('expert.answered', { name: '演示-甲', said: 'coming', etaMinutes: 20, words: '1 20分' })).toBe(
      '演示-甲 coming() minutes(20) · 1 20分',
    );
    expect(told('expert.answered', { name: '演示-甲', said: 'who knows' })).toBe('演示-甲');
  });

  it('command: who leads, who commands', () => {
    const commander = { post: '局长', name: '演示-甲', phone: '100' };
    expect(told('command.transferred', { toName: '地质队', commander })).toBe('lead(地质队) · 局长 演示-甲 100');
    expect(told('command.transferred', { to: null, commander: null })).toBe('');
  });

  it('says nothing, and does not fail, where fields are missing or the type is not known', () => {
    for (const type of ['incident.changed', 'order.rebased', 'incident.merged', 'follow_up.done', 'who.knows']) {
      expect(told(type, {})).toBe('');
    }
    expect(told('order.corrected', { kind: 3 })).toBe('');
  });
});
