import { actsZh } from './acts.zh';
import { appZh } from './app.zh';
import { countyZh } from './county.zh';
import { deskZh } from './desk.zh';
import { dutyZh } from './duty.zh';
import { feedbackZh } from './feedback.zh';
import { fieldZh } from './field.zh';
import { forcesZh } from './forces.zh';
import { intakeZh } from './intake.zh';
import { messagesZh } from './messages.zh';
import { owedZh } from './owed.zh';
import { placesZh } from './places.zh';
import { plansZh } from './plans.zh';
import { practiceZh } from './practice.zh';
import { readinessZh } from './readiness.zh';
import { registerZh } from './register.zh';
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
  readiness: readinessZh,
  duty: dutyZh,
  forces: forcesZh,
  register: registerZh,
  plans: plansZh,
  places: placesZh,
  county: countyZh,
};
export type Words = typeof zh;
