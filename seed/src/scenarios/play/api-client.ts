import { type Api, type ApiName, api } from '@liandong/shared/api';
import type { Answer, Request, Route } from '@liandong/shared/route';

const TIMEOUT_MS = 30_000;
/** A run that asks more than this has lost its way. */
const MOST_REQUESTS = 200_000;

/** The server refused: status and its words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(what);
  }
}

type Sent = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** One signed-in person talking to a running server over HTTP, by the table of endpoints and nothing else. */
export class ApiClient {
  static requests = 0;
  private cookie = '';

  constructor(
    private readonly origin: string,
    private readonly username: string,
    private readonly password: string,
  ) {}

  async signIn(): Promise<Answer<Api['me']>> {
    const answer = await this.send('/api/auth/login', 'POST', { username: this.username, password: this.password });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return (await answer.json()) as Answer<Api['me']>;
  }

  /** Signs in again once when the session has ended: a shift is longer than a session. @throws Refused, or no answer in time */
  async call<N extends ApiName>(name: N, request: Request<Api[N]>): Promise<Answer<Api[N]>> {
    const route: Route = api[name];
    const { params = {}, query = {}, body } = request as Sent;
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
    const asked = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(asked.map(([key, value]): [string, string] => [key, String(value)]));
    const whole = asked.length > 0 ? `${path}?${search}` : path;
    const once = () => this.send(whole, route.method, body);
    const answer = await once().catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      await this.signIn();
      return once();
    });
    return (await answer.json()) as Answer<Api[N]>;
  }

  /** The gauges of `/metrics` by name. */
  async gauges(): Promise<Record<string, number>> {
    const text = await (await this.send('/metrics', 'GET')).text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return Object.fromEntries(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
  }

  private async send(path: string, method: string, body?: unknown): Promise<Response> {
    ApiClient.requests += 1;
    if (ApiClient.requests > MOST_REQUESTS) throw new Error(`more than ${MOST_REQUESTS} requests`);
    const headers = {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await fetch(this.origin + path, {
      method,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Refused(answer.status, `${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return answer;
  }
}
