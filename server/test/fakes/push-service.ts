import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { type Answered, type Asked, FakeServer } from './fake-server.js';

/** What a browser's service worker is woken with. */
interface Woken {
  content: { messageId: string; orderId: string | null; text: string };
  ttl: number;
  urgency: string;
  vapid: { aud: string; sub: string; key: string };
}

/** A browser with the app installed: holds the other half of its keys, and what woke it. */
export class FakeBrowser {
  readonly woken: Woken[] = [];
  /** The permission was taken away, or the app removed. */
  gone = false;
  private readonly ecdh = createECDH('prime256v1');
  private readonly auth = randomBytes(16);

  constructor(readonly endpoint: string) {
    this.ecdh.generateKeys();
  }

  /** As `PushSubscription.toJSON()` has it. */
  get subscription() {
    const keys = { p256dh: this.ecdh.getPublicKey('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: this.endpoint, keys };
  }

  /** RFC 8291: what was encrypted for this browser alone. @throws when it was not */
  decrypt(body: Buffer): Woken['content'] {
    const salt = body.subarray(0, 16);
    const sender = body.subarray(21, 21 + body[20]!);
    const sealed = body.subarray(21 + body[20]!);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), sender]);
    const secret = Buffer.from(hkdfSync('sha256', this.ecdh.computeSecret(sender), this.auth, info, 32));
    const derive = (what: string, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, length));
    const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    open.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'));
  }
}

/** A push service (RFC 8030) for browsers of one county: wakes a browser only for who it subscribed for (RFC 8292). */
export class FakePushService extends FakeServer {
  private readonly browsers = new Map<string, { browser: FakeBrowser; key: string }>();

  constructor() {
    super((asked) => this.handleAsked(asked));
  }

  /** @param key the public key a browser subscribes for */
  browser(key: string): FakeBrowser {
    const path = `/push/${randomBytes(8).toString('hex')}`;
    const browser = new FakeBrowser(`${this.url}${path}`);
    this.browsers.set(path, { browser, key });
    return browser;
  }

  private handleAsked({ url, headers, bytes }: Asked): Answered {
    const known = this.browsers.get(url.pathname);
    if (!known) return { status: 404, body: '' };
    if (known.browser.gone) return { status: 410, body: '' };
    const { refuses } = this.mood;
    if (refuses) {
      const wait = refuses.retryAfterSeconds;
      return { status: refuses.status, body: '', headers: wait ? { 'retry-after': String(wait) } : {} };
    }
    const vapid = readVapid(headers.authorization ?? '', this.url);
    if (vapid?.key !== known.key) return { status: 403, body: '' };
    if (headers['content-encoding'] !== 'aes128gcm' || !headers.ttl) return { status: 400, body: '' };
    const content = known.browser.decrypt(bytes);
    known.browser.woken.push({ content, ttl: Number(headers.ttl), urgency: String(headers.urgency), vapid });
    return { status: 201, body: '' };
  }
}

/** `vapid t=<JWT>, k=<key>`, signed by that key, for this service, for at most a day; null when it is not. */
function readVapid(header: string, audience: string): Woken['vapid'] | null {
  const [, jwt = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return null;
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const by = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', signed, by, Buffer.from(signature, 'base64url'))) return null;
  const { aud, sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const left = exp - Date.now() / 1000;
  return aud === audience && left > 0 && left <= 86_400 ? { aud, sub, key } : null;
}
