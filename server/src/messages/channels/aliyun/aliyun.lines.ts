import sdk from '@alicloud/dysmsapi20170525';
import type { TemplateApproval } from '@liandong/shared/message-template';
import type { AliyunSettings } from '../../../config.js';
import { phoneKind } from '../../../platform/phone.rules.js';
import type { Asked, Line, Receipt, Sendable, SendOutcome } from '../../lines/line.js';
import { answers, once, type SmsClient, smsClient, taken, toOutcome } from './aliyun.client.js';
import { ALIYUN_SMS } from './aliyun.facts.js';
import { daysOf, plainNumber, receiptOfText } from './aliyun.rules.js';
import { callLine } from './aliyun-voice.line.js';
import { fillVariables } from './template-params.rules.js';

/** What the county registered with Aliyun, by the key of our template. */
export type Approvals = () => Promise<Record<string, TemplateApproval | undefined>>;

/** The most one page of a number's texts holds. */
const PAGE = 50;
/** A number without limits may have had more texts a day than one page. */
const PAGES = 4;

/** Texts, and calls where the county has a number to call from, by one Aliyun account. */
export function aliyunLines(settings: AliyunSettings, approvals: Approvals): Line[] {
  const { callNumber } = settings;
  const text = textLine(settings, approvals);
  return callNumber ? [text, callLine({ ...settings, callNumber }, approvals)] : [text];
}

function textLine(settings: AliyunSettings, approvals: Approvals): Line {
  const client = smsClient(settings);

  async function send(message: Sendable, signal: AbortSignal): Promise<SendOutcome> {
    if (phoneKind(message.phone) !== 'mobile') return { outcome: 'refused', code: 'isv.MOBILE_NUMBER_ILLEGAL' };
    const approval = (await approvals())[message.template ?? ''];
    const filled = fillVariables(message.params, approval, 'sms');
    if ('refused' in filled) return { outcome: 'refused', code: filled.refused };
    const request = new sdk.SendSmsRequest({
      phoneNumbers: plainNumber(message.phone),
      signName: settings.sign,
      templateCode: filled.code,
      templateParam: JSON.stringify(filled.variables),
      outId: message.attemptId,
    });
    const { bizId } = await taken(ALIYUN_SMS, signal, () => client.sendSmsWithOptions(request, once()));
    if (!bizId) throw new Error('Aliyun: taken, but not under which id');
    return { outcome: 'accepted', providerId: bizId, delivered: false };
  }

  return {
    name: 'aliyun-sms',
    channel: 'sms',
    facts: ALIYUN_SMS,
    send: (message, signal) => send(message, signal).catch(toOutcome),
    async ping(signal) {
      const request = new sdk.QuerySmsSignListRequest({ pageIndex: 1, pageSize: 1 });
      await taken(ALIYUN_SMS, signal, () => client.querySmsSignListWithOptions(request, once())).catch((error) =>
        answers(ALIYUN_SMS, error),
      );
    },
    ask: (asked, signal) => findText(client, asked, signal),
  };
}

/** Found by our own reference: it is there whether or not they could tell us theirs. */
async function findText(client: SmsClient, asked: Asked, signal: AbortSignal): Promise<Receipt | null> {
  for (const sendDate of daysOf(asked.at)) {
    for (let currentPage = 1; currentPage <= PAGES; currentPage += 1) {
      const request = new sdk.QuerySendDetailsRequest({
        phoneNumber: plainNumber(asked.phone),
        sendDate,
        currentPage,
        pageSize: PAGE,
        ...(asked.providerId ? { bizId: asked.providerId } : {}),
      });
      const { smsSendDetailDTOs } = await taken(ALIYUN_SMS, signal, () =>
        client.querySendDetailsWithOptions(request, once()),
      );
      const texts = smsSendDetailDTOs?.smsSendDetailDTO ?? [];
      const found = texts.find(({ outId }) => outId === asked.id);
      if (found) return receiptOfText(asked, found);
      if (texts.length < PAGE) break;
    }
  }
  return null;
}
