import { describe, expect, it } from '@jest/globals';
import type { MessageHealth } from '@liandong/shared/message';
import { alarmKey, dangerFacts, dangers, stillTaken } from './health.rules.js';

const health = (more: Partial<MessageHealth>): MessageHealth => ({
  lines: [],
  waiting: 0,
  waitingUrgent: 0,
  oldestUrgentDueAt: null,
  stuck: false,
  alarms: [],
  ...more,
});

describe('alarms of the messages on every page', () => {
  it('only what is dangerous, in the server’s order', () => {
    const alarms = [
      { level: 'danger' as const, text: '阿里云短信不通' },
      { level: 'warning' as const, text: '回执迟' },
    ];
    expect(dangers(health({ alarms }))).toEqual(['阿里云短信不通']);
    expect(dangers(undefined)).toEqual([]);
  });

  it('one alarm while only its figures change', () => {
    expect(alarmKey('12 条紧急消息已等 40 秒')).toBe(alarmKey('13 条紧急消息已等 50 秒'));
    expect(alarmKey('阿里云短信不通')).not.toBe(alarmKey('阿里云语音不通'));
  });

  it('a taken alarm that went away sounds again when it comes back', () => {
    expect(stillTaken(['a', 'b'], ['b', 'c'])).toEqual(['b']);
  });

  it('says in facts which channels are dead, which lines are down and how much is stuck', () => {
    const line = (name: string, channel: string, state: string) =>
      ({ name, channel, state }) as MessageHealth['lines'][number];
    const lines = [
      line('aliyun-sms', 'sms', 'sick'),
      line('gateway-sms', 'sms', 'slow'),
      line('aliyun-voice', 'voice', 'sick'),
      line('push-app', 'app', 'well'),
    ];
    expect(dangerFacts(health({ lines, stuck: true, waitingUrgent: 7 }))).toEqual([
      { kind: 'dead', channel: 'voice' },
      { kind: 'stuck', count: 7 },
      { kind: 'sick', line: 'aliyun-sms' },
    ]);
  });
});
