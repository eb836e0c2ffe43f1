import { actsEn } from './acts.en';
import { appEn } from './app.en';
import { deskEn } from './desk.en';
import { feedbackEn } from './feedback.en';
import { fieldEn } from './field.en';
import { intakeEn } from './intake.en';
import { messagesEn } from './messages.en';
import { owedEn } from './owed.en';
import { practiceEn } from './practice.en';
import { repliesEn } from './replies.en';
import { reportsEn } from './reports.en';
import { settingsEn } from './settings.en';
import type { Shape } from './shape';
import { signsEn } from './signs.en';
import { teamsEn } from './teams.en';
import { upwardEn } from './upward.en';
import type { Words } from './zh';

/** The same words in English; a missing or surplus key is a type error. */
export const en: Shape<Words> = {
  app: appEn,
  signs: signsEn,
  desk: deskEn,
  intake: intakeEn,
  upward: upwardEn,
  owed: owedEn,
  feedback: feedbackEn,
  acts: actsEn,
  messages: messagesEn,
  replies: repliesEn,
  teams: teamsEn,
  reports: reportsEn,
  settings: settingsEn,
  practice: practiceEn,
  field: fieldEn,
};
