import type { Worded } from './templates/templates.table.js';

/** A gap of the roster, to the people who can fill it. */
export const dutyGapWords = (team: string, when: string, left: string): Worded => ({
  template: 'duty_gap',
  params: { team, when, left },
});

/** Somebody on duty has not signed in. */
export const checkInWords = (team: string, person: string, when: string): Worded => ({
  template: 'duty_check_in',
  params: { team, person, when },
});

/** A swap: what it is about, and what came of it or is asked for. */
export const swapWords = (team: string, first: string, second: string, state: string): Worded => ({
  template: 'duty_swap',
  params: { team, first, second, state },
});
