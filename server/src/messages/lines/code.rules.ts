/**
 * What a provider's code means for what happens next. Every code of every provider is one of these; an unknown one is `later`.
 * - `number`: this number takes nothing by this channel, now or later (does not exist, a landline, barred)
 * - `unsubscribed`: its owner wants no texts
 * - `content`: this line does not take this text (no approved template, filtered words)
 * - `account`: this line takes nothing from us (money, rights, suspended)
 * - `number_busy`: this number has had as much as this line gives it for a while
 * - `line_busy`: the line has had as much as it takes for a moment
 * - `later`: the phone or its carrier cannot be reached now
 * - `down`: the provider did not take it: no connection, a fault of its own
 * - `unsure`: handed over, and no answer came
 */
export const CODE_CLASSES = [
  'number',
  'unsubscribed',
  'content',
  'account',
  'number_busy',
  'line_busy',
  'later',
  'down',
  'unsure',
] as const;
export type CodeClass = (typeof CODE_CLASSES)[number];

interface Meaning {
  /** What it says of the line's health: a fault counts towards `sick`, `sick` is at once, `alive` proves it answers. */
  line: 'alive' | 'fault' | 'sick';
  /** May the same line be tried again with this message, and another line of the channel? */
  again: boolean;
  elsewhere: boolean;
}

/** 本县约定: what is tried next after each class. */
export const MEANING: Record<CodeClass, Meaning> = {
  number: { line: 'alive', again: false, elsewhere: false },
  unsubscribed: { line: 'alive', again: false, elsewhere: true },
  content: { line: 'alive', again: false, elsewhere: true },
  account: { line: 'sick', again: true, elsewhere: true },
  number_busy: { line: 'alive', again: false, elsewhere: true },
  line_busy: { line: 'alive', again: true, elsewhere: true },
  later: { line: 'alive', again: true, elsewhere: true },
  down: { line: 'fault', again: true, elsewhere: true },
  unsure: { line: 'fault', again: true, elsewhere: true },
};

/** Codes of our own, beside those of the providers. */
export const OWN_CODES = {
  app_offline: { means: 'number', words: '应用未在线' },
  timeout: { means: 'unsure', words: '线路未答复，可能已发出' },
  no_connection: { means: 'down', words: '连不上线路' },
  channel_error: { means: 'unsure', words: '线路出错，可能已发出' },
  server_error: { means: 'down', words: '线路自身故障' },
  no_line: { means: 'down', words: '各线路都不通，恢复后立即发出' },
  not_configured: { means: 'number', words: '未配置此类线路' },
  landline: { means: 'number', words: '固定电话，收不到短信' },
  flagged_unsubscribed: { means: 'unsubscribed', words: '号码已退订短信' },
  flagged_unreachable: { means: 'number', words: '号码无效，已标记' },
  over_budget: { means: 'number_busy', words: '该号码已达线路上限' },
  interrupted: { means: 'unsure', words: '发送中断，可能已发出' },
} as const satisfies Record<string, { means: CodeClass; words: string }>;
