import { actsZh } from './acts.zh';
import { appZh } from './app.zh';
import { deskZh } from './desk.zh';
import { feedbackZh } from './feedback.zh';
import { fieldZh } from './field.zh';
import { intakeZh } from './intake.zh';
import { messagesZh } from './messages.zh';
import { owedZh } from './owed.zh';
import { practiceZh } from './practice.zh';
import { repliesZh } from './replies.zh';
import { reportsZh } from './reports.zh';
import { settingsZh } from './settings.zh';
import { signsZh } from './signs.zh';
import { teamsZh } from './teams.zh';
import { upwardZh } from './upward.zh';

/** All words in Chinese, one namespace per feature. */
export const zh = {
  app: appZh,
  signs: signsZh,
  desk: deskZh,
  intake: intakeZh,
  upward: upwardZh,
  owed: owedZh,
  feedback: feedbackZh,
  acts: actsZh,
  messages: messagesZh,
  replies: repliesZh,
  teams: teamsZh,
  reports: reportsZh,
  settings: settingsZh,
  practice: practiceZh,
  field: fieldZh,
};
export type Words = typeof zh;
