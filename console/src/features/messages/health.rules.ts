import { CHANNELS, type Channel, type LineName, type MessageHealth } from '@liandong/shared/message';

/** What has to be said on every page; its figures may change without it being another alarm. */
export const dangers = (health: MessageHealth | undefined): string[] =>
  (health?.alarms ?? []).filter((alarm) => alarm.level === 'danger').map((alarm) => alarm.text);

/** What a taken alarm is remembered by. */
export const alarmKey = (text: string): string => text.replace(/\d+/g, '');

/** Of the alarms taken, those that still stand: one that went away and comes back is a new one. */
export const stillTaken = (taken: readonly string[], present: readonly string[]): string[] =>
  taken.filter((key) => present.includes(key));

/** The same alarms as facts, for a page that does not speak the server's language. `dead`: no line of the channel works. */
export type Danger =
  | { kind: 'dead'; channel: Channel }
  | { kind: 'stuck'; count: number }
  | { kind: 'sick'; line: LineName };
export function dangerFacts({ lines: all, stuck, waitingUrgent }: MessageHealth): Danger[] {
  // Practice phones beside real lines bring nothing to anybody.
  const real = all.filter(({ name }) => !name.startsWith('practice-'));
  const lines = real.some(({ name }) => name !== 'push-app') ? real : all;
  const works = (line: MessageHealth['lines'][number]): boolean => line.state === 'well' || line.state === 'slow';
  const dead = CHANNELS.filter((channel) => {
    const own = lines.filter((line) => line.channel === channel);
    return own.length > 0 && !own.some(works);
  });
  const sick = lines.filter((line) => line.state === 'sick' && !dead.includes(line.channel));
  return [
    ...dead.map((channel): Danger => ({ kind: 'dead', channel })),
    ...(stuck ? [{ kind: 'stuck' as const, count: waitingUrgent }] : []),
    ...sick.map((line): Danger => ({ kind: 'sick', line: line.name })),
  ];
}
