import type { LineFacts } from '../../lines/line.js';

/**
 * A gateway of GSM modems, as docs/gateway.md describes it. A modem sends about one text in four seconds (assumed: SMS Server
 * Tools 3 counts on 500–600 an hour per modem, http://smstools3.kekekasvi.com/index.php?p=history3); the gateway queues the rest.
 */
export const GATEWAY_FACTS: LineFacts = {
  title: '短信猫网关',
  source: 'docs/gateway.md',
  codes: {
    invalid_number: { means: 'number', words: '号码无效，或不能收短信' },
    unsubscribed: { means: 'unsubscribed', words: '机主已退订' },
    content_refused: { means: 'content', words: '内容被运营商拒绝' },
    bad_request: { means: 'content', words: '网关不接受这条内容' },
    unauthorized: { means: 'account', words: '网关不认本系统的签名，请核对密钥与时钟' },
    no_credit: { means: 'account', words: '短信卡欠费或停机' },
    number_limit: { means: 'number_busy', words: '该号码已达网关上限' },
    busy: { means: 'line_busy', words: '网关排队已满' },
    unreachable: { means: 'later', words: '对方关机或不在服务区' },
    expired: { means: 'later', words: '有效期内未送达' },
    not_sent: { means: 'later', words: '短信猫发送失败' },
    modem_offline: { means: 'down', words: '短信猫未连上或无信号' },
    no_gateway: { means: 'down', words: '网关地址不对' },
    gateway_error: { means: 'down', words: '网关自身故障' },
    gateway_timeout: { means: 'unsure', words: '网关未答复，可能已发出' },
  },
  perNumber: [],
  perSecond: 0.25,
  queues: true,
  freeText: true,
  links: true,
  receipts: true,
};

/** What a refusal without a code of its own means, by HTTP status; any other 4xx is `bad_request`, 5xx `gateway_error`. */
export const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'no_gateway',
  405: 'no_gateway',
  429: 'busy',
  504: 'gateway_timeout',
};
