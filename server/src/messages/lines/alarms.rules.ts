import { CHANNELS, type LineView, type MessageHealth } from '@liandong/shared/message';

const CHANNEL_WORDS = { app: '应用推送', sms: '短信', voice: '语音电话' } as const;

type Standing = Pick<LineView, 'name' | 'channel' | 'title' | 'state' | 'explanation'>;
type Alarm = MessageHealth['alarms'][number];

/** Practice phones beside real lines bring nothing to anybody. */
export function realLines<T extends Pick<LineView, 'name'>>(lines: readonly T[]): readonly T[] {
  const real = lines.filter(({ name }) => !name.startsWith('practice-'));
  return real.some(({ name }) => name !== 'push-app') ? real : lines;
}

const danger = (text: string): Alarm => ({ level: 'danger', text });

/** What the desk is alarmed of, worst first: a channel without any working line, a queue that stands, single lines. */
export function alarmsOf(
  all: readonly Standing[],
  { stuck, waitingUrgent }: { stuck: boolean; waitingUrgent: number },
): Alarm[] {
  const lines = realLines(all);
  const dead = CHANNELS.filter((channel) => {
    const own = lines.filter((line) => line.channel === channel);
    return own.length > 0 && !own.some(({ state }) => state === 'well' || state === 'slow');
  });
  const alarmOf = ({ title, state, explanation, channel }: Standing): Alarm[] => {
    if (state === 'slow') return [{ level: 'warning', text: `${title}回执迟缓` }];
    if (state !== 'sick' || dead.includes(channel)) return [];
    return [danger(`${title}不通${explanation ? `（${explanation}）` : ''}，已改走其他线路`)];
  };
  return [
    ...dead.map((channel) => danger(`${CHANNEL_WORDS[channel]}全部线路不通，请改用其他方式通知队伍`)),
    ...(stuck ? [danger(`${waitingUrgent} 条紧急消息积压未发出`)] : []),
    ...lines.flatMap(alarmOf),
  ];
}
