import { appEn } from './app.en';
import { deskEn } from './desk.en';
import { fieldEn } from './field.en';
import { intakeEn } from './intake.en';
import { practiceEn } from './practice.en';
import { repliesEn } from './replies.en';
import { reportsEn } from './reports.en';
import type { Shape } from './shape';
import { signsEn } from './signs.en';
import { teamsEn } from './teams.en';
import type { Words } from './zh';

/** The same words in English; a missing or surplus key is a type error. */
export const en: Shape<Words> = {
  app: appEn,
  signs: signsEn,
  desk: deskEn,
  intake: intakeEn,
  replies: repliesEn,
  teams: teamsEn,
  reports: reportsEn,
  practice: practiceEn,
  field: fieldEn,
};
