import { cut } from '@liandong/shared/sms-parts';
import { oneLine } from './templates/compose.rules.js';
import type { Worded } from './templates/templates.table.js';

/** 分流: what somebody is handed, and that a receipt is waited for. */
export function referralWords(
  incident: { number: string; narrative: string; placeText: string | null },
  unit: string,
): Worded {
  const place = incident.placeText && !incident.narrative.includes(incident.placeText) ? `${incident.placeText}，` : '';
  const what = oneLine(`${place}${incident.narrative}`);
  return { template: 'referral', params: { number: incident.number, what, unit: cut(unit, 20) } };
}

/** 督办: which notice, what is asked for. */
export const noticeWords = (number: string, addressee: string, demand: string): Worded => ({
  template: 'notice',
  params: { number, addressee: cut(addressee, 24), demand: oneLine(demand) },
});
