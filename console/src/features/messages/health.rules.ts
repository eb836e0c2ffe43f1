import type { MessageHealth } from '@liandong/shared/message';

/** What has to be said on every page; its figures may change without it being another alarm. */
export const dangers = (health: MessageHealth | undefined): string[] =>
  (health?.alarms ?? []).filter((alarm) => alarm.level === 'danger').map((alarm) => alarm.text);

/** What a taken alarm is remembered by. */
export const alarmKey = (text: string): string => text.replace(/\d+/g, '');

/** Of the alarms taken, those that still stand: one that went away and comes back is a new one. */
export const stillTaken = (taken: readonly string[], present: readonly string[]): string[] =>
  taken.filter((key) => present.includes(key));

/** The same alarms as facts, for a page that does not speak the server's language. */
export type Danger = { kind: 'sick'; line: MessageHealth['lines'][number]['name'] } | { kind: 'stuck'; count: number };
export function dangerFacts(health: MessageHealth): Danger[] {
  const sick = health.lines.filter((line) => line.state === 'sick');
  return [
    ...sick.map((line): Danger => ({ kind: 'sick', line: line.name })),
    ...(health.stuck ? [{ kind: 'stuck' as const, count: health.waitingUrgent }] : []),
  ];
}
