import type { AliyunSettings } from '../../../config.js';
import { phoneKind } from '../../../platform/phone.rules.js';
import type { Asked, Line, Receipt, Sendable, SendOutcome } from '../../lines/line.js';
import { answers, callVoice, Refused, taken, toOutcome, type VoiceClient, voiceClient } from './aliyun.client.js';
import { ALIYUN_VOICE } from './aliyun.facts.js';
import type { Approvals } from './aliyun.lines.js';
import { beijingTime, callReference, plainNumber, receiptOfCall } from './aliyun.rules.js';
import { type Filled, fillVariables } from './template-params.rules.js';

/** Keys the person called may press, and what is said back where the template of answers is registered for calls. */
const KEYS: Readonly<Record<string, string>> = {
  '1': '已登记：收到',
  '2': '已登记：出动',
  '3': '已登记：到达',
  '4': '已登记：完毕',
  '5': '已登记：集结完毕',
  '0': '已登记：不能执行',
};
/** 本县约定: said twice, then eight seconds to press a key. */
const PLAY_TIMES = 2;
const KEY_TIMEOUT_MS = 8000;
/** Calls with keys, among the kinds of calls there are (help.aliyun.com/document_detail/393529.html). */
const IVR = 11000000300005;
/** A call there never was: asking for it calls nobody. */
const NO_CALL = { CallId: '0^0', ProdId: IVR, QueryDate: 1_600_000_000_000 };

/** Calls read a registered text out and tell which key was pressed. */
export function callLine(settings: AliyunSettings & { callNumber: string }, approvals: Approvals): Line {
  const client = voiceClient(settings);

  async function send(message: Sendable, signal: AbortSignal): Promise<SendOutcome> {
    const kind = phoneKind(message.phone);
    if (kind !== 'mobile' && kind !== 'landline') return { outcome: 'refused', code: 'isv.MOBILE_NUMBER_ILLEGAL' };
    const registered = await approvals();
    const said = fillVariables(message.params, registered[message.template ?? ''], 'voice');
    if ('refused' in said) return { outcome: 'refused', code: said.refused };
    const answer = (text: string) => fillVariables({ text }, registered.answer, 'voice');
    const query = {
      CalledShowNumber: settings.callNumber,
      CalledNumber: plainNumber(message.phone),
      StartCode: said.code,
      StartTtsParams: JSON.stringify(said.variables),
      PlayTimes: PLAY_TIMES,
      Timeout: KEY_TIMEOUT_MS,
      MenuKeyMap: menu(answer),
      OutId: callReference(message.attemptId),
      ...bye(answer('再见')),
    };
    const { CallId } = await taken(ALIYUN_VOICE, signal, () => callVoice(client, 'IvrCall', query));
    if (!CallId) throw new Error('Aliyun: called, but not under which id');
    return { outcome: 'accepted', providerId: CallId, delivered: false };
  }

  return {
    name: 'aliyun-voice',
    channel: 'voice',
    facts: ALIYUN_VOICE,
    send: (message, signal) => send(message, signal).catch(toOutcome),
    async ping(signal) {
      await taken(ALIYUN_VOICE, signal, () => callVoice(client, 'QueryCallDetailByCallId', NO_CALL)).catch((error) =>
        answers(ALIYUN_VOICE, error),
      );
    },
    ask: (asked, signal) => findCall(client, asked, signal),
  };
}

/** Without a registered answer a key is taken in silence. */
function menu(answer: (text: string) => Filled) {
  return Object.entries(KEYS).map(([Key, words]) => {
    const said = answer(words);
    return 'refused' in said ? { Key } : { Key, Code: said.code, TtsParams: JSON.stringify(said.variables) };
  });
}

const bye = (said: Filled) =>
  'refused' in said ? {} : { ByeCode: said.code, ByeTtsParams: JSON.stringify(said.variables) };

/** A call is found by their id alone, and some minutes after it ended; a call of nobody's id cannot be asked about. */
async function findCall(client: VoiceClient, { providerId, at }: Asked, signal: AbortSignal): Promise<Receipt | null> {
  if (!providerId) return null;
  const query = { CallId: providerId, ProdId: IVR, QueryDate: at.getTime() };
  const { Data } = await taken(ALIYUN_VOICE, signal, () => callVoice(client, 'QueryCallDetailByCallId', query)).catch(
    unknown,
  );
  if (!Data) return null;
  const call: { state?: string | number; endDate?: string } = JSON.parse(Data);
  return call.state === undefined ? null : receiptOfCall(providerId, String(call.state), beijingTime(call.endDate));
}

/** `Data not available`. @throws unless they know nothing of it */
function unknown(error: unknown): { Data?: string } {
  if (error instanceof Refused && error.code.startsWith('100008')) return {};
  throw error;
}
