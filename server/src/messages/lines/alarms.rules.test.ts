import { describe, expect, test } from '@jest/globals';
import type { LineView } from '@liandong/shared/message';
import { alarmsOf } from './alarms.rules.js';

type Standing = Parameters<typeof alarmsOf>[0][number];
const line = (
  channel: Standing['channel'],
  title: string,
  state: LineView['state'] = 'well',
  name: LineView['name'] = `twilio-${channel === 'app' ? 'sms' : channel}`,
): Standing => ({
  name,
  channel,
  title,
  state,
  explanation: state === 'sick' ? '连不上线路' : null,
});
const FLOWING = { stuck: false, waitingUrgent: 0 };
const texts = (...lines: Standing[]) => alarmsOf(lines, FLOWING).map(({ level, text }) => `${level} ${text}`);

describe('what the desk is alarmed of', () => {
  test('nothing while every channel has a line that works', () => {
    expect(texts(line('app', '应用'), line('sms', '甲'), line('sms', '乙'), line('voice', '甲'))).toEqual([]);
  });

  test('one line sick: which, why, and that others carry on', () => {
    expect(texts(line('sms', '甲短信', 'sick'), line('sms', '乙短信'))).toEqual([
      'danger 甲短信不通（连不上线路），已改走其他线路',
    ]);
  });

  test('all lines of a channel sick or off: the channel is dead, said once', () => {
    expect(texts(line('sms', '甲短信', 'sick'), line('sms', '乙短信', 'off'), line('voice', '甲'))).toEqual([
      'danger 短信全部线路不通，请改用其他方式通知队伍',
    ]);
  });

  test('practice phones beside real lines are no line that works; alone they are', () => {
    const practice = line('voice', '演练手机', 'well', 'practice-voice');
    expect(texts(line('voice', '甲', 'sick'), practice)).toEqual([
      'danger 语音电话全部线路不通，请改用其他方式通知队伍',
    ]);
    expect(texts(practice)).toEqual([]);
    expect(texts({ ...practice, state: 'off' })).toHaveLength(1);
  });

  test('urgent messages that stand', () => {
    expect(alarmsOf([line('sms', '甲')], { stuck: true, waitingUrgent: 12 })).toEqual([
      { level: 'danger', text: '12 条紧急消息积压未发出' },
    ]);
  });

  test('a slow line is a warning only', () => {
    expect(texts(line('sms', '甲短信', 'slow'))).toEqual(['warning 甲短信回执迟缓']);
  });
});
