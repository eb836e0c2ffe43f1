import { createHmac } from 'node:crypto';
import iconv from 'iconv-lite';

/** A push as it went out and what came back; status 0: nobody answered. */
export interface Pushed {
  path: string;
  items: unknown;
  status: number;
  answer: string;
}

/** Where Aliyun reaches this server, with what secret its addresses are registered, and what time it is there. */
export interface Home {
  url: () => string;
  secret: string;
  now: () => Date;
}

/** After 1, 5 and 10 minutes there; here at once. */
const REPEATS = 3;

/** Tells the application what happened, in batches, at the addresses the county registered. */
export class AliyunPushes {
  readonly pushed: Pushed[] = [];
  private readonly under_way = new Set<Promise<unknown>>();

  constructor(private readonly home: Home | undefined) {}

  /** The address of one kind of push, key and all, as the county registers it. */
  address(path: string): string {
    const key = createHmac('sha256', this.home!.secret).update(path).digest('hex');
    return `${this.home!.url()}${path}?key=${key}`;
  }

  /** `2026-07-14 14:05:09`, without a zone. */
  time(at = this.home?.now() ?? new Date()): string {
    return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  }

  /** Once, whatever comes back. */
  async push(path: string, items: unknown, charset?: 'gbk'): Promise<Pushed> {
    const json = JSON.stringify(items);
    const pushed = await this.raw(path, this.address(path), charset ? iconv.encode(json, charset) : Buffer.from(json));
    return Object.assign(pushed, { items });
  }

  /** Any bytes at any address. */
  async raw(path: string, address: string, body: Uint8Array, type = 'application/json'): Promise<Pushed> {
    const pushed: Pushed = { path, items: null, status: 0, answer: '' };
    this.pushed.push(pushed);
    const headers = { 'content-type': type };
    const response = await fetch(address, { method: 'POST', headers, body: Buffer.from(body) }).catch(() => null);
    if (response) Object.assign(pushed, { status: response.status, answer: await response.text() });
    return pushed;
  }

  /** As it does by itself: again while it is not answered with a number, three times more at most. */
  async until(path: string, items: unknown): Promise<Pushed> {
    let pushed = await this.push(path, items);
    for (let again = 0; again < REPEATS && !isTaken(pushed); again += 1) pushed = await this.push(path, items);
    return pushed;
  }

  /** What is told from here on is waited for by `settled`; without a home nothing is. */
  inBackground(work: () => Promise<unknown>): void {
    if (!this.home) return;
    const done: Promise<unknown> = work().finally(() => this.under_way.delete(done));
    this.under_way.add(done);
  }

  async settled(): Promise<void> {
    while (this.under_way.size > 0) await Promise.all(this.under_way);
  }
}

function isTaken({ status, answer }: Pushed): boolean {
  try {
    return status === 200 && typeof JSON.parse(answer).code === 'number';
  } catch {
    return false;
  }
}
