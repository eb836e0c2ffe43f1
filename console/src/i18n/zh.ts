import { appZh } from './app.zh';
import { deskZh } from './desk.zh';
import { fieldZh } from './field.zh';
import { intakeZh } from './intake.zh';
import { practiceZh } from './practice.zh';
import { repliesZh } from './replies.zh';
import { reportsZh } from './reports.zh';
import { signsZh } from './signs.zh';
import { teamsZh } from './teams.zh';

/** All words in Chinese, one namespace per feature. */
export const zh = {
  app: appZh,
  signs: signsZh,
  desk: deskZh,
  intake: intakeZh,
  replies: repliesZh,
  teams: teamsZh,
  reports: reportsZh,
  practice: practiceZh,
  field: fieldZh,
};
export type Words = typeof zh;
