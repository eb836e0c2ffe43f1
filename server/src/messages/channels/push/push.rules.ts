import { isIP } from 'node:net';
import type { SendOutcome } from '../../lines/line.js';

/** So many browsers of one account take pushes: a team shares its account. */
export const MOST_PER_ACCOUNT = 20;

/**
 * May the server send there? A push service has a name in public and TLS. Whoever is signed in chooses this address, so
 * nothing inside the house may be meant by it.
 * @param testing a push service on loopback is one as well
 */
export function mayPushTo(endpoint: string, testing: boolean): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (testing && protocol === 'http:' && /^(127\.0\.0\.1|localhost)$/.test(hostname)) return true;
  const named = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && /\.[a-z][a-z0-9-]*$/i.test(hostname);
  const inside = /(^|\.)(localhost|local|internal|intranet|corp|lan|svc|test|home\.arpa)$/i.test(hostname);
  return protocol === 'https:' && port === '' && username === '' && password === '' && named && !inside;
}

/** Keys as a browser makes them (RFC 8291): an uncompressed P-256 point and 16 bytes of secret, base64url. */
export function areKeys({ p256dh, auth }: { p256dh: string; auth: string }): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  return point.length === 65 && point[0] === 4 && Buffer.from(auth, 'base64url').length === 16;
}

/** What one push service said: taken; this browser is gone for good; or why not now. */
export type Pushed = 'taken' | 'gone' | { code: string; afterSeconds?: number };

/** An answer of a push service (RFC 8030). Its own words are not shown: only what it means is. */
export function pushedBy(status: number, retryAfter: string | null): Pushed {
  if (status >= 200 && status < 300) return 'taken';
  if (status === 404 || status === 410) return 'gone';
  if (status === 413) return { code: 'push_too_long' };
  if (status === 400 || status === 401 || status === 403) return { code: 'push_denied' };
  const afterSeconds = Number(retryAfter);
  const wait = Number.isInteger(afterSeconds) && afterSeconds > 0 ? { afterSeconds: Math.min(afterSeconds, 3600) } : {};
  return { code: status === 429 ? 'push_busy' : 'push_fault', ...wait };
}

/**
 * What several browsers of a team make of one message: taken by one is taken.
 * @param connected the app is open somewhere and was told, but did not confirm
 */
export function outcomeOf(pushed: readonly Pushed[], connected: boolean, providerId: string): SendOutcome {
  if (connected || pushed.includes('taken')) return { outcome: 'accepted', providerId, delivered: false };
  const refusals = pushed.filter((one) => typeof one === 'object');
  const waits = refusals.flatMap(({ afterSeconds }) => (afterSeconds === undefined ? [] : [afterSeconds]));
  const code = refusals[0]?.code ?? 'app_offline';
  return { outcome: 'refused', code, ...(waits.length > 0 ? { afterSeconds: Math.min(...waits) } : {}) };
}
