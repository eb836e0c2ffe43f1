/** Characters of one text message in UCS-2, and of each part of a longer one (messaging providers' common rule, 3GPP TS 23.038). */
export const SMS = { single: 70, part: 67 } as const;

/** How many parts a text is charged and sent as. Length in UTF-16 units, as phones count. */
export function smsParts(text: string): number {
  return text.length <= SMS.single ? 1 : Math.ceil(text.length / SMS.part);
}

/** The first `length` units of a text, less one rather than end in half a character. */
export const cut = (text: string, length: number): string =>
  text.slice(0, Math.max(0, length)).replace(/[\ud800-\udbff]$/, '');

/** The text cut to `room` units, and saying so. */
export const cutTo = (text: string, room: number): string => (text.length > room ? `${cut(text, room - 1)}…` : text);

/** Without what no phone shows and no XML carries: control characters but line breaks and tabs, halves of characters, noncharacters. */
export const printable = (text: string): string =>
  text.replace(/[^\t\n\r\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
