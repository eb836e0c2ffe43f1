import { cut } from '@liandong/shared/sms-parts';
import { oneLine } from './templates/compose.rules.js';
import type { Worded } from './templates/templates.table.js';

/** 请专家: who, where and what, what is wanted; how to answer stands in the template. */
export const expertWords = (expert: string, place: string, task: string): Worded => ({
  template: 'expert',
  params: { expert: cut(expert, 16), place: cut(oneLine(place), 40), task: oneLine(task) },
});

/** 催阅: which document in which version, and whose team has not read it. */
export const documentWords = (title: string, version: number, team: string): Worded => ({
  template: 'document',
  params: { title: oneLine(title), version: String(version), team: cut(team, 16) },
});
