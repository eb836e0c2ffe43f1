/** 工作方案, 预案文本, 通讯录, 其他. */
export const DOCUMENT_KINDS = ['plan', 'contingency', 'directory', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
