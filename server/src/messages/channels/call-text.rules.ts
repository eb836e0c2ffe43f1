import { printable } from '@liandong/shared/sms-parts';

/** Runs this long are numbers of people and papers, said digit by digit. */
const LONG_NUMBER = /\d(?:[\d-]{3,}\d)/g;
/** 37号令: the code is said as it is typed, 3 7. */
const ORDER_CODE = /(\d+)(?=号令)/g;
/** `请回：1收到 5集结…` and the `+37` and link after it. */
const ANSWERS = /请?回(?:复)?[:：]?\s*((?:\d[\p{Script=Han}]{1,6}[\s，、/]*)+)(?:[+＋]\d+)?/u;
const ANSWER = /(\d)([\p{Script=Han}]{1,6})/gu;
const LINK = /https?:\/\/\S+/g;
const SIGNATURE = /^【([^】]*)】/;
/** Marks a voice stumbles over or reads aloud. */
const UNSPEAKABLE = /[【】〔〕［］[\]{}<>*#_|~^`“”"]+/g;

const apart = (digits: string): string => [...digits.replaceAll('-', '')].join(' ');

/** `按1收到，按2出动`. */
function keys(answers: string): string {
  const each = [...answers.matchAll(ANSWER)].map(([, digit, word]) => `按${digit}${word}`);
  return `请按键：${each.join('，')}。`;
}

/** A text message as a phone says it: no brackets and links, keys to press in place of what to write back, numbers digit by digit. */
export function callText(text: string): string {
  return printable(text)
    .replace(LINK, '')
    .replace(SIGNATURE, '$1。')
    .replace(ANSWERS, (_, answers: string) => keys(answers))
    .replace(ORDER_CODE, apart)
    .replace(LONG_NUMBER, apart)
    .replace(UNSPEAKABLE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
