/** What a text says of the number itself rather than of an order. */
export type PhoneWord = 'unsubscribe' | 'subscribe' | 'wrong_person';

/** Carriers' and providers' words for no more texts, and for texts again; the whole text, in any case and width. */
const WHOLE: Record<Exclude<PhoneWord, 'wrong_person'>, readonly string[]> = {
  unsubscribe: [
    'T',
    'TD',
    'TDD',
    'R',
    '退订',
    '拒收',
    '取消订阅',
    'STOP',
    'STOPALL',
    'UNSUBSCRIBE',
    'END',
    'QUIT',
    'CANCEL',
  ],
  subscribe: ['恢复', '恢复订阅', '恢复接收', '订阅', 'START', 'UNSTOP'],
};

const WRONG_PERSON =
  /打错了?|发错了?(人|号码)?|不是本人|号码错了|你(发|打)错|我不是.{0,12}(的人|队员|队长|负责人)|我?不认识你/;

/** Reads what a phone says of itself; null: nothing. Numbers and order words are never of this kind. */
export function phoneWordOf(text: string): PhoneWord | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s\p{P}]+$/u, '')
    .toUpperCase();
  if (WHOLE.unsubscribe.includes(plain)) return 'unsubscribe';
  if (WHOLE.subscribe.includes(plain)) return 'subscribe';
  return WRONG_PERSON.test(plain) ? 'wrong_person' : null;
}
