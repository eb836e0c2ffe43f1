import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { EditTemplate } from '@liandong/shared/message-template';
import { TEMPLATES, type TemplateRow } from '../../src/messages/templates/templates.table.js';
import { toLocal } from '../../src/platform/phone.rules.js';
import { TestApp } from '../app.js';
import { FakeAliyun } from './aliyun.js';
import type { FakeServer, Mood } from './fake-server.js';
import { FakeGateway } from './gateway.js';
import { FakeTwilio } from './twilio.js';

export type ProviderName = 'twilio' | 'aliyun' | 'gateway';

/** How each of them says the same thing. The last four are codes of receipts. */
interface Sayings {
  broken: NonNullable<Mood['refuses']>;
  busy: NonNullable<Mood['refuses']>;
  poor: NonNullable<Mood['refuses']>;
  absent: string;
  nobody: string;
  unsubscribed: string;
  strange: string;
}

export const SAYS: Record<ProviderName, Sayings> = {
  twilio: {
    broken: { status: 500, code: '20500' },
    busy: { status: 429, code: '20429', retryAfterSeconds: 30 },
    poor: { status: 401, code: '20003' },
    absent: '30003',
    nobody: '30006',
    unsubscribed: '21610',
    strange: '39999',
  },
  aliyun: {
    broken: { status: 500, code: 'InternalError' },
    busy: { status: 429, code: 'Throttling.User', retryAfterSeconds: 30 },
    poor: { status: 200, code: 'isv.AMOUNT_NOT_ENOUGH' },
    absent: 'MK:0010',
    nobody: 'MK:0001',
    unsubscribed: 'USER_REJECT',
    strange: 'ZZ:9999',
  },
  gateway: {
    broken: { status: 503, code: 'modem_offline' },
    busy: { status: 429, code: 'busy', retryAfterSeconds: 30 },
    poor: { status: 402, code: 'no_credit' },
    absent: 'unreachable',
    nobody: 'invalid_number',
    unsubscribed: 'unsubscribed',
    strange: 'sim_on_fire',
  },
};

/** Where the providers tell what happened, and what time it is there. */
interface Home {
  url: () => string;
  now: () => Date;
}

const SECRET = 'a-secret-of-the-county';
/** A value of one variable of Aliyun's has 35 characters: a long parameter is registered as several. */
const PIECES = { usual: 1, givesWay: 4, broadcast: 9 } as const;

/** As a county registers it: variables apart, each once, and never alone. */
const approvable = (content: string): string => {
  const seen = new Set<string>();
  const once = content.replace(/\{\w+\}/g, (name) => {
    const again = seen.has(name);
    seen.add(name);
    return again ? '编号' : name;
  });
  const apart = once.replaceAll('}{', '}，{');
  return /^[{}\w，]+$/.test(apart) ? `通知：${apart}` : apart;
};

const REGISTERED = Object.entries(TEMPLATES as Record<string, TemplateRow>)
  .filter(([key]) => key !== 'signature')
  .map(([key, { body, parameters, givesWay }]) => {
    const variables: string[] = [];
    let content = body;
    for (const name of Object.keys(parameters).filter((each) => each !== 'link')) {
      const pieces = key === 'broadcast' ? PIECES.broadcast : name === givesWay ? PIECES.givesWay : PIECES.usual;
      const names = Array.from({ length: pieces }, (_, index) => (index === 0 ? name : `${name}${index + 1}`));
      variables.push(...names);
      content = content.replaceAll(`{${name}}`, names.map((each) => `{${each}}`).join(''));
    }
    return { key, body, content: approvable(content.replace('{link}', '')), variables };
  });

/** Twilio, Aliyun and a gateway of modems beside each other on loopback. */
export class Providers {
  readonly twilio: FakeTwilio;
  readonly aliyun: FakeAliyun;
  readonly gateway: FakeGateway;

  constructor(home: Home) {
    this.twilio = new FakeTwilio('https://ld.example.cn', home.url, home.now);
    const templates = REGISTERED.flatMap(({ key, content, variables }) =>
      ['SMS', 'TTS'].map((kind) => ({ code: `${kind}_${key}`, content, variables })),
    );
    this.aliyun = new FakeAliyun(templates, { ...home, secret: SECRET });
    this.gateway = new FakeGateway(SECRET, home);
  }

  private get all(): FakeServer[] {
    return [this.twilio, this.aliyun, this.gateway];
  }

  get environment(): Record<string, string> {
    const gateway = { GATEWAY_URL: this.gateway.url, GATEWAY_SECRET: SECRET };
    return { ...this.twilio.environment, ...this.aliyun.environment, ...gateway };
  }

  async start(): Promise<void> {
    for (const fake of this.all) await fake.start();
  }

  async stop(): Promise<void> {
    for (const fake of this.all) await fake.stop();
  }

  async settled(): Promise<void> {
    await Promise.all([this.twilio.settled(), this.aliyun.settled()]);
  }

  async feel(mood: Partial<Mood> = {}): Promise<void> {
    for (const fake of this.all) await fake.feels(mood);
  }

  /** Texts this one took, oldest first; numbers as the county writes them. */
  texts(name: ProviderName): { phone: string; text: string }[] {
    if (name === 'aliyun') return this.aliyun.messages.map(({ phone, content }) => ({ phone, text: content }));
    if (name === 'gateway') return [...this.gateway.texts.values()].map(({ to, text }) => ({ phone: to, text }));
    return this.twilio.messages
      .filter(({ direction }) => direction !== 'inbound')
      .map(({ to, body }) => ({ phone: toLocal(to), text: body }));
  }

  /** Calls this one took. */
  calls(name: 'twilio' | 'aliyun'): { phone: string; text: string }[] {
    if (name === 'aliyun') return this.aliyun.calls.map(({ phone, content }) => ({ phone, text: content }));
    return this.twilio.calls.map(({ to, body }) => ({ phone: toLocal(to), text: body }));
  }

  /** A phone texts the county's number at this one, and it tells of it. */
  async write(name: ProviderName, phone: string, text: string): Promise<void> {
    if (name === 'twilio') await this.twilio.texts(`+86${phone}`, text);
    else if (name === 'aliyun') await this.aliyun.texts(phone, text);
    else await this.gateway.comes(phone, text);
  }
}

/** What an administrator enters once Aliyun has approved the county's templates. */
export const APPROVALS: readonly { key: string; body: EditTemplate }[] = REGISTERED.map(({ key, body, variables }) => ({
  key,
  body: {
    body,
    reason: '模板已报备',
    approvals: { aliyun: { sms: `SMS_${key}`, voice: `TTS_${key}`, variables } },
  },
}));

/** One server for a test file and all providers beside it; each test begins with all of them well. */
export function useProviders(settings: Record<string, string>): { app: TestApp; fakes: Providers } {
  const app: TestApp = new TestApp(() => ({ ...fakes.environment, ...settings }));
  const fakes = new Providers({ url: () => app.url, now: () => app.now });
  beforeAll(async () => {
    await fakes.start();
    await app.start();
    const admin = await app.as('admin');
    for (const { key, body } of APPROVALS) {
      const { status, problem } = await admin('editTemplate', { params: { key }, body });
      if (status !== 200) throw new Error(JSON.stringify(problem));
    }
  });
  beforeEach(() => fakes.feel());
  afterAll(async () => {
    await fakes.settled();
    await app.stop();
    await fakes.stop();
  });
  return { app, fakes };
}
