import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import type { Api, ApiName } from '@liandong/shared/api';
import { api } from '@liandong/shared/api';
import type { ProblemBody } from '@liandong/shared/problem';
import type { Answer, Request, Route } from '@liandong/shared/route';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { readConfig } from '../src/config.js';
import { createApp } from '../src/create-app.js';
import { closeDatabase, type OpenDatabase, openDatabase } from '../src/database/data-source.js';
import { EventRelay } from '../src/events/event-relay.worker.js';
import { Clock } from '../src/platform/clock.js';
import { CommitSignal } from '../src/platform/commit-signal.js';
import { copyDatabase, TEST_PASSWORD, TEST_START } from './databases.mjs';

/** What came back: the status and, whichever it is, the answer or the problem. */
export interface Reply<N extends ApiName> {
  status: number;
  body: Answer<Api[N]>;
  problem: ProblemBody;
}

export type Call = <N extends ApiName>(
  name: N,
  ...request: object extends Request<Api[N]> ? [Request<Api[N]>?] : [Request<Api[N]>]
) => Promise<Reply<N>>;

const PATIENCE_MS = 20_000;

/** The whole server on its own copy of the county, reached over HTTP as its users do. */
export class TestApp {
  /**
   * @param settings environment beside the usual, read at each start: a fake provider's address is known only then
   * @param empty an empty database, as at a county's very first start
   */
  constructor(
    private readonly settings: () => Record<string, string> = () => ({}),
    private readonly empty = false,
  ) {}

  private database!: OpenDatabase;
  private app!: NestFastifyApplication;
  private drop = async () => {};
  private readonly cookies = new Map<string, string>();
  private stopped: { url?: string; dataDir: string } | null = null;
  url = '';

  async start(): Promise<void> {
    const { drop, ...place } = await copyDatabase(this.empty);
    this.drop = drop;
    this.stopped = place;
    await this.resume();
    this.at(TEST_START);
  }

  /** Start again on the same data, as after a restart. */
  async resume(): Promise<void> {
    const now = this.app ? this.clock.now() : null;
    this.database = await openDatabase(this.stopped!);
    this.app = await createApp(
      readConfig({ NODE_ENV: 'test', TEST_CLOCK: '1', DATA_DIR: this.stopped!.dataDir, ...this.settings() }),
      this.database.source,
    );
    if (now) this.clock.set(now, true);
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
  }

  /** Stop cleanly; the data stays. */
  async pause(): Promise<void> {
    await this.app.close();
    await closeDatabase(this.database);
  }

  async stop(): Promise<void> {
    await this.pause();
    await this.drop();
  }

  get source(): DataSource {
    return this.database.source;
  }

  private get clock(): Clock {
    return this.app.get(Clock);
  }

  get now(): Date {
    return this.clock.now();
  }

  /** The server's clock stands at this instant until it is moved; whatever has become due fires. */
  at(instant: Date | string): void {
    this.clock.set(new Date(instant), true);
    this.app.get(CommitSignal).wakeAll();
  }

  /** The clock moves on by this much. */
  pass(time: { seconds?: number; minutes?: number }): void {
    const seconds = (time.seconds ?? 0) + (time.minutes ?? 0) * 60;
    this.at(new Date(this.now.getTime() + seconds * 1000));
  }

  /** Sign in once and call as that person from then on; a session that has run out is opened again, as a person would. */
  async as(username: string): Promise<Call> {
    if (!this.cookies.has(username)) await this.signIn(username);
    return (async (name: ApiName, request: never) => {
      const answer = await this.send(name, request, this.cookies.get(username));
      if (answer.status !== 401) return answer;
      await this.signIn(username);
      return this.send(name, request, this.cookies.get(username));
    }) as never;
  }

  /** Call as somebody whose password was handed out on paper. */
  async signedIn(username: string, password: string): Promise<Call> {
    const answer = await this.send('login', { body: { username, password } } as never);
    if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.status}`);
    this.cookies.set(username, answer.cookie!);
    return this.as(username);
  }

  private async signIn(username: string): Promise<void> {
    const answer = await this.send('login', { body: { username, password: TEST_PASSWORD } } as never);
    if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.status}`);
    this.cookies.set(username, answer.cookie!);
  }

  cookie(username: string): string {
    return this.cookies.get(username)!;
  }

  /** Any request, for what the typed client would not let through. */
  raw(path: string, init: RequestInit & { as?: string } = {}): Promise<Response> {
    const cookie: Record<string, string> = init.as ? { cookie: this.cookie(init.as) } : {};
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...cookie, ...(init.headers as Record<string, string>) },
    });
  }

  private async send<N extends ApiName>(
    name: N,
    request: { params?: object; query?: object; body?: unknown } = {},
    cookie?: string,
  ) {
    const route: Route = api[name];
    let path: string = route.path;
    for (const [key, value] of Object.entries(request.params ?? {}))
      path = path.replace(`:${key}`, encodeURIComponent(String(value)));
    const query = new URLSearchParams(request.query as Record<string, string>).toString();
    const response = await fetch(`${this.url}${path}${query && `?${query}`}`, {
      method: route.method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
    });
    const body = await response.json();
    if (response.ok) route.answer.parse(body);
    return { status: response.status, body, problem: body, cookie: response.headers.get('set-cookie')?.split(';')[0] };
  }

  /** Wait until something is true; looked at again whenever something happened. @throws after twenty seconds, saying what was seen last */
  async until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
    let last: unknown = null;
    let wake = () => {};
    this.app.get(EventRelay).listen(() => wake());
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      last = await look();
      if (last) return last as T;
      if (Date.now() > end) throw new Error(`still not true: ${look} (${JSON.stringify(last)})`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  }
}

/** One server for a test file. */
export function useApp(settings?: () => Record<string, string>): TestApp {
  return used(new TestApp(settings));
}

/** One server on an empty database, with a county still to be set up. */
export function useNewCounty(settings: Record<string, string> = {}): TestApp {
  return used(new TestApp(() => ({ DEMO: '0', ...settings }), true));
}

/** An empty database is made from nothing, which takes a busy machine its time. */
const START_MS = 240_000;

function used(app: TestApp): TestApp {
  beforeAll(() => app.start(), START_MS);
  afterAll(() => app.stop());
  return app;
}
