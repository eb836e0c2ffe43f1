import { createHmac } from 'node:crypto';
import iconv from 'iconv-lite';
import { type Answered, type Asked, FakeServer } from './fake-server.js';

interface Text {
  id: string;
  providerId: string;
  to: string;
  text: string;
  urgent: boolean;
  state: 'accepted' | 'delivered' | 'undelivered';
  code: string | null;
}

/** Where the gateway tells us what happened, and what time it is there. */
interface Home {
  url: () => string;
  now: () => Date;
}

const json = (status: number, body: unknown): Answered => ({ status, body });

/**
 * A gateway of GSM modems as docs/gateway.md has it, written from that page alone: checks what we sign, takes one id once,
 * signs what it tells. Without a home it tells nothing.
 */
export class FakeGateway extends FakeServer {
  /** Texts it has, by our id, oldest first. */
  readonly texts = new Map<string, Text>();
  readonly inbox: { from: string; text: string; receivedAt: string; key: string }[] = [];
  /** Every answer our webhooks gave it. */
  readonly told: { path: string; status: number }[] = [];
  modems = 1;
  private keys = 0;

  constructor(
    private readonly secret: string,
    private readonly home?: Home,
  ) {
    super((asked) => this.handleAsked(asked));
  }

  /** A text arrives at the modem from a phone; `gbk`: told in that charset. @returns the status our webhook answered */
  comes(from: string, text: string, how: { gbk?: 'said' | 'unsaid'; key?: string } = {}): Promise<number> {
    this.keys += 1;
    const came = { from, text, receivedAt: new Date().toISOString(), key: how.key ?? `sim-${this.keys}` };
    this.inbox.push(came);
    const body = JSON.stringify(came);
    const type = how.gbk === 'said' ? 'application/json; charset=gbk' : 'application/json';
    return this.tell('/hooks/gateway/reply', how.gbk ? iconv.encode(body, 'gbk') : Buffer.from(body), type);
  }

  /** What became of a text, as it stands. */
  reports(id: string, more: object = {}): Promise<number> {
    const { providerId, state, code } = this.texts.get(id)!;
    const report = { id, providerId, state, code, at: this.home!.now().toISOString(), ...more };
    return this.tell('/hooks/gateway/report', Buffer.from(JSON.stringify(report)));
  }

  /** `t=…,v1=…` over a body, by the gateway's clock or another. */
  signs(body: string | Uint8Array, now = this.home?.now() ?? new Date()): string {
    const seconds = Math.floor(now.getTime() / 1000);
    return `t=${seconds},v1=${createHmac('sha256', this.secret).update(`${seconds}.`).update(body).digest('hex')}`;
  }

  private async tell(path: string, body: Uint8Array, type = 'application/json'): Promise<number> {
    const headers = { 'content-type': type, 'x-signature': this.signs(body) };
    const { status } = await fetch(`${this.home!.url()}${path}`, { method: 'POST', headers, body: Buffer.from(body) });
    this.told.push({ path, status });
    return status;
  }

  private handleAsked({ method, url, headers, body }: Asked): Answered {
    const content = method === 'POST' ? body : `${method} ${url.pathname}${url.search}`;
    const header = String(headers['x-signature'] ?? '');
    const seconds = Number(/^t=(\d+),/.exec(header)?.[1]);
    const genuine = header === this.signs(content, new Date(seconds * 1000));
    if (!genuine || Math.abs(Date.now() / 1000 - seconds) > 300) return json(401, { code: 'unauthorized' });
    if (url.pathname === '/health') return json(this.modems > 0 ? 200 : 503, { modems: this.modems });
    if (url.pathname === '/inbox') return json(200, { items: this.inbox });
    const known = this.texts.get(url.pathname.replace(/^\/messages\/?/, ''));
    if (method === 'GET') return known ? json(200, known) : json(404, {});
    return this.take(JSON.parse(body) as Text);
  }

  private take({ id, to, text, urgent }: Text): Answered {
    const { refuses } = this.mood;
    if (refuses) {
      const { status, code, retryAfterSeconds } = refuses;
      return json(status, { code, retryAfterSeconds });
    }
    if (!this.texts.has(id)) {
      const providerId = `modem-${this.texts.size + 1}`;
      this.texts.set(id, { id, providerId, to, text, urgent, state: 'accepted', code: null });
      this.deliver(this.texts.get(id)!);
    }
    const { providerId } = this.texts.get(id)!;
    return json(202, { providerId, parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) });
  }

  private deliver(text: Text): void {
    const { receipts, undelivered } = this.mood;
    if (!this.home) return;
    const ends = { state: undelivered ? ('undelivered' as const) : ('delivered' as const), code: undelivered };
    const steps = [{ state: 'accepted' as const, code: null }, ends];
    const order = { once: steps, twice: [...steps, ...steps], reversed: [...steps].reverse(), never: [] }[receipts];
    // Whoever asks hears of it, also of what is never told.
    Object.assign(text, ends);
    // After the answer has gone out, one after another, as a gateway does.
    setImmediate(async () => {
      for (const step of order) await this.reports(text.id, step).catch(() => undefined);
    });
  }
}
