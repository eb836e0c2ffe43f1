import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { decodeText } from '../../lines/decode-text.js';

/** A push older than this is not believed: Aliyun gives up after 16 minutes, a phone that was off gets a text for 72 h. */
export const LATEST_MS = 72 * 3_600_000;

/**
 * Aliyun signs none of its pushes and sends nothing to prove who it is (as documented:
 * help.aliyun.com/document_detail/101508.html, …/112503.html); it posts to whatever address was registered. So the address is
 * the secret: the county registers each with this key behind it, `/hooks/aliyun/up?key=…`, HMAC-SHA256 of the path with
 * ALIYUN_HOOK_SECRET in hex. That says who pushes, not that the words are unchanged: register https.
 */
export const hookKey = (path: string, secret: string): string =>
  createHmac('sha256', secret).update(path).digest('hex');

/** Why a push is not believed; null: its address is the one we gave away. */
export function doubtKey(key: unknown, path: string, secret: string): 'unsigned' | 'forged' | null {
  if (typeof key !== 'string' || key === '') return 'unsigned';
  const expected = Buffer.from(hookKey(path, secret));
  const given = Buffer.from(key);
  return given.length === expected.length && timingSafeEqual(given, expected) ? null : 'forged';
}

/** What a push tells, one by one; one thing may come without a list around it. Null: cut short, or no JSON. */
export function itemsOf(body: Uint8Array, contentType = ''): unknown[] | null {
  try {
    // Ids can be numbers longer than a number here holds exactly.
    const exact = decodeText(body, contentType).replace(/(:\s*)(\d{16,})(?=\s*[,}\]])/g, '$1"$2"');
    const told: unknown = JSON.parse(exact);
    if (Array.isArray(told)) return told;
    return typeof told === 'object' && told !== null ? [told] : null;
  } catch {
    return null;
  }
}

export interface Sifted<T> {
  good: T[];
  late: number;
  malformed: number;
}

/** What of it can be used: well formed, and not older than it may be. */
export function sift<T>(
  items: readonly unknown[],
  schema: z.ZodType<T>,
  timeOf: (item: T) => Date | null,
  now: Date,
): Sifted<T> {
  const sifted: Sifted<T> = { good: [], late: 0, malformed: 0 };
  for (const item of items) {
    const { data } = schema.safeParse(item);
    const at = data === undefined ? null : timeOf(data);
    if (data === undefined || !at) sifted.malformed += 1;
    else if (now.getTime() - at.getTime() > LATEST_MS) sifted.late += 1;
    else sifted.good.push(data);
  }
  return sifted;
}
