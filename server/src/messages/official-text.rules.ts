import { cut, oneLine, SIGNATURE, SMS } from './order-text.rules.js';

/** A text of at most two parts whose `what` gives way first. */
function fitted(head: string, what: string, tail: string): string {
  const room = 2 * SMS.part - head.length - tail.length;
  return `${head}${what.length > room ? `${cut(what, room - 1)}…` : what}${tail}`;
}

/** 分流: what somebody is handed, and that a receipt is waited for. */
export function referralText(
  incident: { number: string; narrative: string; placeText: string | null },
  unit: string,
): string {
  const place = incident.placeText && !incident.narrative.includes(incident.placeText) ? `${incident.placeText}，` : '';
  return fitted(
    `${SIGNATURE}分流${incident.number}：`,
    oneLine(`${place}${incident.narrative}`),
    `。请${cut(unit, 20)}办理，接到后致电指挥中心登记回执。`,
  );
}

/** 督办: which notice, what is asked for. */
export const noticeText = (number: string, addressee: string, demand: string): string =>
  fitted(`${SIGNATURE}${number}：${cut(addressee, 24)}，`, oneLine(demand), '。请在手机端签收并答复。');
