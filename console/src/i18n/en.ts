import { actsEn } from './acts.en';
import { appEn } from './app.en';
import { countyEn } from './county.en';
import { deskEn } from './desk.en';
import { dutyEn } from './duty.en';
import { feedbackEn } from './feedback.en';
import { fieldEn } from './field.en';
import { forcesEn } from './forces.en';
import { intakeEn } from './intake.en';
import { messagesEn } from './messages.en';
import { owedEn } from './owed.en';
import { placesEn } from './places.en';
import { plansEn } from './plans.en';
import { practiceEn } from './practice.en';
import { readinessEn } from './readiness.en';
import { registerEn } from './register.en';
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
  readiness: readinessEn,
  duty: dutyEn,
  forces: forcesEn,
  register: registerEn,
  plans: plansEn,
  places: placesEn,
  county: countyEn,
};
