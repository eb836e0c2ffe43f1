import type { LineFacts } from '../../lines/line.js';

/**
 * The team's app: its socket while it is open, Web Push (RFC 8030, 8291, 8292) while it is not. Each browser has a push
 * service of its own, so what one of them refuses says nothing of the line.
 */
export const PUSH_FACTS: LineFacts = {
  title: '手机端应用推送',
  source: 'https://www.rfc-editor.org/rfc/rfc8030',
  codes: {
    push_silent: { means: 'later', words: '推送服务连不上或未答复' },
    push_fault: { means: 'later', words: '推送服务故障' },
    push_busy: { means: 'later', words: '推送服务限流' },
    push_denied: { means: 'number', words: '推送服务不认本系统的签名，请在手机端重新开启提醒' },
    push_too_long: { means: 'content', words: '推送内容过长' },
  },
  perNumber: [],
  perSecond: 200,
  queues: false,
  freeText: true,
  links: false,
  // A phone that is off, or signed out, tells nothing: that is no slowness of the line.
  receipts: false,
};
