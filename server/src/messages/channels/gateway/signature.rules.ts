import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '../../lines/hooks.js';

/** A signature this much older or newer than our clock is not taken (本县约定). */
export const WINDOW_SECONDS = 300;

const SHAPE = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

const hmac = (secret: string, seconds: string, content: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(content).digest();

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 over `<t>.<content>`. Content is the body; without one, `GET /path?query`. */
export function sign(secret: string, content: string | Uint8Array, now: Date): string {
  const seconds = String(Math.floor(now.getTime() / 1000));
  return `t=${seconds},v1=${hmac(secret, seconds, content).toString('hex')}`;
}

/** Why this content is not believed to come from whom it says; null: it does. Whether it came before is not asked here. */
export function doubt(
  header: string | undefined,
  content: string | Uint8Array,
  secret: string,
  now: Date,
): Extract<Refusal, 'unsigned' | 'forged' | 'too_late'> | null {
  if (header === undefined || header === '') return 'unsigned';
  const [, seconds = '', given = ''] = SHAPE.exec(header) ?? [];
  if (given === '' || !timingSafeEqual(Buffer.from(given, 'hex'), hmac(secret, seconds, content))) return 'forged';
  return Math.abs(now.getTime() / 1000 - Number(seconds)) > WINDOW_SECONDS ? 'too_late' : null;
}
