import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562): sorts by the time it was made, and within one millisecond by the order it was made in
 * (12-bit counter), so that rows written together also stay in their order.
 */
export function newId(nowMs = Date.now()): string {
  counter = nowMs > lastMs ? 0 : counter + 1;
  lastMs = Math.max(lastMs, nowMs);
  if (counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
