import { PHONE_CODE_MINUTES } from '@liandong/shared/register';

/** How long a code is good, how often it may be told wrong, and how soon another may be sent. 本县约定 */
export const PHONE_CODE = { minutes: PHONE_CODE_MINUTES, tries: 5, againSeconds: 60 } as const;

export interface SentCode {
  code: string;
  sentAt: Date;
  tries: number;
}

/** `none`: nothing was sent, or it has come back already. */
export type Verdict = 'right' | 'wrong' | 'spent' | 'expired' | 'none';

/** Is this the code? Good for 30 minutes, the last instant included; after the fifth wrong one it is good no more. */
export function judgeCode(sent: SentCode | undefined, told: string, now: Date): Verdict {
  if (sent === undefined) return 'none';
  if (sent.tries >= PHONE_CODE.tries) return 'spent';
  if (now.getTime() - sent.sentAt.getTime() > PHONE_CODE.minutes * 60_000) return 'expired';
  return told === sent.code ? 'right' : 'wrong';
}

/** Why a code does not verify, for the person who told it; `left`: how often he may still try. */
export const refusalOf = (verdict: Exclude<Verdict, 'right'>, left: number): string =>
  ({
    wrong: left > 0 ? `验证码不对，还可以试 ${left} 次` : '验证码不对，次数用完，请重新发送',
    spent: '验证码错了 5 次，已作废，请重新发送',
    expired: '验证码超过 30 分钟，已失效，请重新发送',
    none: '没有给这个号码发过验证码，或已经用过，请先发送',
  })[verdict];

/** A text that can be nothing but a code: six digits, in any width, with spaces or a full stop. Null: something else. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s。.]/g, '');
  return /^[0-9]{6}$/.test(plain) ? plain : null;
}
