import { TEST_PASSWORD } from '../databases.mjs';
import { pause } from './dice.js';

const AGAIN_MS = 100;
const PATIENCE_MS = 20_000;

export interface Answer<T> {
  status: number;
  body: T;
}

/** A desk that outlives the server: what is not answered is sent again, as the console's outbox does. */
export class Desk {
  private cookie = '';
  private signingIn: Promise<void> | null = null;

  constructor(
    private readonly url: string,
    private readonly username: string,
  ) {}

  /** The first answer that says yes or no. A server that is away, or in trouble (5xx), has not answered. */
  async surely<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    for (;;) {
      const answer = await this.once(method, path, body).catch(() => null);
      if (answer?.status === 401) await this.signInOnce();
      else if (answer && answer.status < 500) return { status: answer.status, body: (await answer.json()) as T };
      await pause(AGAIN_MS);
    }
  }

  private async once(method: string, path: string, body?: object): Promise<Response> {
    const headers = { cookie: this.cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(this.url + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Read to the end here: an answer that breaks off is none.
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers });
  }

  /** However many of its requests ask for it. */
  private signInOnce(): Promise<void> {
    this.signingIn ??= this.signIn()
      .catch(() => undefined)
      .finally(() => {
        this.signingIn = null;
      });
    return this.signingIn;
  }

  private async signIn(): Promise<void> {
    const answer = await this.once('POST', '/api/auth/login', { username: this.username, password: TEST_PASSWORD });
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
  }
}
