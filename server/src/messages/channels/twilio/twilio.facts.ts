import type { CodeClass } from '../../lines/code.rules.js';
import type { LineFacts } from '../../lines/line.js';

type Codes = Readonly<Record<string, { means: CodeClass; words: string }>>;

const DAY_SECONDS = 86_400;

/** Of both kinds, https://www.twilio.com/docs/api/errors */
const OF_EVERYTHING: Codes = {
  10001: { means: 'account', words: 'Twilio 账户未启用' },
  20003: { means: 'account', words: 'Twilio 账户或密钥不对，或无权限' },
  20005: { means: 'account', words: 'Twilio 账户已停用' },
  20404: { means: 'account', words: 'Twilio 没有这个账户或接口' },
  20429: { means: 'line_busy', words: 'Twilio 请求过多，稍后再发' },
  20500: { means: 'down', words: 'Twilio 内部故障' },
  20503: { means: 'down', words: 'Twilio 暂停服务' },
  21211: { means: 'number', words: '号码无效' },
};

/**
 * Codes of a refusal at once and, from 30001 on, of a receipt.
 * 21612, 21408: not reached from this number or account, which says nothing of the phone.
 */
const OF_TEXTS: Codes = {
  ...OF_EVERYTHING,
  14107: { means: 'line_busy', words: '发送过快，稍后再发' },
  21408: { means: 'number_busy', words: 'Twilio 账户未开通向该地区发短信' },
  21602: { means: 'content', words: '短信没有正文' },
  21604: { means: 'number', words: '没有收信号码' },
  21606: { means: 'account', words: '发信号码不能发短信' },
  21608: { means: 'number_busy', words: 'Twilio 试用账户只能发给已验证的号码' },
  21609: { means: 'account', words: '回执地址无效，请核对 PUBLIC_URL' },
  21610: { means: 'unsubscribed', words: '机主已退订短信' },
  21611: { means: 'line_busy', words: '发信号码排队已满' },
  21612: { means: 'number_busy', words: '从本发信号码到不了该号码' },
  21614: { means: 'number', words: '不是手机号码，收不到短信' },
  21617: { means: 'content', words: '短信过长' },
  21635: { means: 'number', words: '固定电话，收不到短信' },
  21660: { means: 'account', words: '发信号码不属于本账户' },
  30001: { means: 'line_busy', words: '排队已满，未发出' },
  30002: { means: 'account', words: 'Twilio 账户已停用，未发出' },
  30003: { means: 'later', words: '手机关机或不在服务区' },
  30004: { means: 'content', words: '被号码或运营商拦截' },
  30005: { means: 'later', words: '号码不明，可能空号或停机' },
  30006: { means: 'number', words: '固定电话或运营商不可达' },
  30007: { means: 'content', words: '内容被运营商过滤' },
  30008: { means: 'later', words: '未送达，原因不明' },
  30036: { means: 'later', words: '排队超过有效时间，未发出' },
};

/** 10004, 2xxxx: of a refusal at once; words: how a call ended, https://www.twilio.com/docs/voice/api/call-resource */
const OF_CALLS: Codes = {
  ...OF_EVERYTHING,
  10004: { means: 'line_busy', words: '同时通话数已满' },
  21201: { means: 'number', words: '没有被叫号码' },
  21205: { means: 'account', words: '回调地址无效，请核对 PUBLIC_URL' },
  21210: { means: 'account', words: '主叫号码未经验证' },
  21212: { means: 'account', words: '主叫号码无效' },
  21214: { means: 'number_busy', words: '线路到不了该号码' },
  21215: { means: 'number_busy', words: 'Twilio 账户未开通呼叫该地区' },
  21216: { means: 'number_busy', words: 'Twilio 不呼叫该号码' },
  21217: { means: 'number', words: '号码无效' },
  21219: { means: 'number_busy', words: 'Twilio 试用账户只能呼叫已验证的号码' },
  busy: { means: 'later', words: '占线' },
  'no-answer': { means: 'later', words: '无人接听' },
  failed: { means: 'later', words: '未接通，可能空号或停机' },
  canceled: { means: 'later', words: '呼叫已取消' },
};

/**
 * Of three same texts to one number within 24 hours the third is refused in China,
 * https://support.twilio.com/hc/en-us/articles/360016612253-China-SMS-Template-Whitelisting.
 * A long number sends one part a second and queues up to ten hours, https://www.twilio.com/docs/api/errors/21611
 */
export const TWILIO_SMS: LineFacts = {
  title: 'Twilio 短信',
  source: 'https://www.twilio.com/en-us/guidelines/cn/sms',
  codes: OF_TEXTS,
  perNumber: [],
  perSameText: { most: 2, seconds: DAY_SECONDS },
  perSecond: 1,
  queues: true,
  freeText: true,
  links: true,
  receipts: true,
};

/** One call a second, more wait at Twilio, https://www.twilio.com/docs/voice/api/call-resource */
export const TWILIO_VOICE: LineFacts = {
  title: 'Twilio 语音',
  source: 'https://www.twilio.com/docs/voice/api/call-resource',
  codes: OF_CALLS,
  perNumber: [],
  perSecond: 1,
  queues: true,
  freeText: true,
  links: false,
  receipts: true,
};
