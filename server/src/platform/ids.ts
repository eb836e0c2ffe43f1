import { randomUUID } from 'node:crypto';

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
  const time = lastMs.toString(16).padStart(12, '0');
  const order = counter.toString(16).padStart(3, '0');
  // The last 64 bits (variant and chance) are those of a random UUID.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${randomUUID().slice(19)}`;
}
