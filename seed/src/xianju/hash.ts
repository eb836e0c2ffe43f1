/** FNV-1a, 32 bit unsigned: variation that is the same on every machine and every day. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}

/** Golden angle in radians: successive multiples spread points evenly round a centre. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
