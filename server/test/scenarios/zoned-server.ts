import { randomUUID } from 'node:crypto';
import type { IncidentDetail } from '@liandong/shared/board';
import type { FollowUpView } from '@liandong/shared/feedback';
import type { IncidentView } from '@liandong/shared/incident';
import type { OrderView } from '@liandong/shared/order';
import type { NoticeView } from '@liandong/shared/supervision';
import type { UpwardDraft } from '@liandong/shared/upward';
import { TEST_PASSWORD } from '../databases.mjs';
import { FEEDBACK, LANDSLIDE } from '../factories.js';
import { ServerProcess } from '../server-process.js';

const PATIENCE_MS = 20_000;
const DAY_MS = 86_400_000;
const COUNTY_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A server of its own whose machine stands in some zone, and the same short story told to it at any instant. */
export class ZonedServer {
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly server: ServerProcess) {}

  static async start(zone: string, place: { url?: string; dataDir: string }): Promise<ZonedServer> {
    const settings = { DATA_DIR: place.dataDir, DATABASE_URL: place.url, DEMO: '1', DEMO_PASSWORD: TEST_PASSWORD };
    return new ZonedServer(await ServerProcess.start({ ...settings, TEST_CLOCK: '1', TZ: zone }));
  }

  stop(): Promise<number | null> {
    return this.server.stop();
  }

  /** Call, orders, a missed answer with its notice, the form and its follow-up: everything that has a date in it, and nothing left to do. */
  async story(instant: string) {
    await this.at(instant);
    const incident = await this.ask<IncidentView>('POST', '/api/incidents', LANDSLIDE);
    const path = `/api/incidents/${incident.id}`;
    const { orders } = await this.ask<{ orders: OrderView[] }>('POST', `${path}/orders`, { teamCodes: ['S05', 'P07'] });
    const [geology, township] = orders as [OrderView, OrderView];
    await this.at(new Date(Date.parse(instant) + 200_000).toISOString());
    const notice = await this.noticeOnAnswer(path, geology.id);
    await this.ask('POST', `/api/orders/${township.id}/recall`, { reason: '误派' }, 'supervisor');
    const followUp = await this.followUp(geology.id, instant);
    const draft = await this.ask<UpwardDraft>('GET', `${path}/upward-reports/draft?stage=written`);
    const { obligations, calls } = await this.ask<IncidentDetail>('GET', path);
    await this.ask('POST', `${path}/close`, {});
    return {
      number: incident.number,
      calls: calls.map((call) => call.number),
      targets: orders.map(({ teamCode, target }) => [teamCode, target.seconds, target.dueAt]),
      limits: obligations.map(({ kind, stage, dueAt }) => [kind, stage, dueAt && new Date(dueAt).toISOString()]),
      draft: draft.text,
      notice,
      followUpDueAt: followUp.dueAt,
    };
  }

  private async noticeOnAnswer(path: string, orderId: string): Promise<string> {
    const id = await this.until(async () => {
      const { obligations } = await this.ask<IncidentDetail>('GET', path);
      return obligations.find((one) => one.orderId === orderId && one.kind === 'acknowledge' && one.state === 'missed')
        ?.id;
    });
    const body = { clientId: randomUUID() };
    const notice = await this.ask<NoticeView>('POST', `/api/obligations/${id}/notices`, body, 'supervisor');
    await this.ask('POST', `/api/notices/${notice.id}/answer`, { answer: '已整改', ...body }, 'supervisor');
    await this.ask('POST', `/api/notices/${notice.id}/close`, body, 'supervisor');
    return notice.number;
  }

  private async followUp(orderId: string, instant: string): Promise<FollowUpView> {
    const path = `/api/orders/${orderId}`;
    const dueDate = COUNTY_DATE.format(Date.parse(instant) + DAY_MS);
    const content = { ...FEEDBACK, followUps: [{ what: '监测', unit: '横溪镇政府', person: '演示-王一', dueDate }] };
    for (const kind of ['on_scene', 'cleared'])
      await this.ask('POST', `${path}/reports`, { kind, source: 'verbal', clientId: randomUUID() });
    await this.ask('PUT', `${path}/feedback`, { content, baseVersion: 0, clientId: randomUUID() });
    await this.ask('POST', `${path}/feedback/submit`, { clientId: randomUUID() });
    await this.ask('POST', `${path}/feedback/accept`, {});
    const { items } = await this.ask<{ items: FollowUpView[] }>('GET', '/api/follow-ups?state=open');
    const body = { proof: '已办', clientId: randomUUID() };
    return this.ask('POST', `/api/follow-ups/${items[0]!.id}/complete`, body);
  }

  /** The clock stands at an instant, and everybody signs in anew: sessions do not last for years. */
  private async at(now: string): Promise<void> {
    await this.send('PUT', '/api/test/clock', { now, frozen: true });
    for (const username of ['dispatcher', 'supervisor']) {
      const answer = await this.send('POST', '/api/auth/login', { username, password: TEST_PASSWORD });
      this.cookies.set(username, answer.headers.get('set-cookie')!.split(';')[0]!);
    }
  }

  private async ask<T>(method: string, path: string, body?: object, as = 'dispatcher'): Promise<T> {
    const answer = await this.send(method, path, body, this.cookies.get(as));
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private send(method: string, path: string, body?: object, cookie = ''): Promise<Response> {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    return fetch(`${this.server.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  }

  private async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((later) => setTimeout(later, 50))) {
      const seen = await look();
      if (seen) return seen;
    }
    throw new Error(`still not true: ${look}`);
  }
}
