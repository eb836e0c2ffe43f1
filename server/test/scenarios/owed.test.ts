import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Api } from '@liandong/shared/api';
import type { ObligationKind, ObligationView, OwedRow, WaiverCode } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import type { LiveEvent } from '@liandong/shared/realtime';
import type { Request } from '@liandong/shared/route';
import { type Call, useApp } from '../app.js';
import { FEEDBACK, handIn, order, orderOf, owedOf, report, takeCall } from '../factories.js';

const INCIDENTS = 13;
/** Within this all that fell due while the server was down has to be fired. */
const CAUGHT_UP_MS = 10_000;

describe('the server is down while the clocks of 520 orders run out', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  const orders: OrderView[] = [];
  /** Orders that owe nothing any more when the server goes down. */
  const settled = new Set<string>();
  beforeAll(async () => {
    [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
    const teamCodes = (await dispatcher('listTeams')).body.items.map((team) => team.code);
    for (let index = 0; index < INCIDENTS; index += 1) {
      app.pass({ seconds: 5 });
      const { id } = await takeCall(dispatcher, { severity: 'IV' });
      const body = { teamCodes, channels: ['sms' as const] };
      orders.push(...(await dispatcher('issueOrders', { params: { id }, body })).body.orders);
    }
    await settleSome();
  });

  /** One arrived, one declined, one was recalled, one was forgiven, and a whole incident was closed. */
  async function settleSome(): Promise<void> {
    const [arrived, declined, recalled, forgiven] = orders as [OrderView, OrderView, OrderView, OrderView];
    await report(dispatcher, arrived.id, 'on_scene');
    await report(dispatcher, declined.id, 'declined', { note: '车辆故障' });
    await supervisor('recallOrder', { params: { id: recalled.id }, body: { reason: '误派' } });
    const waiver = { code: 'road_cut' as const, reason: '道路中断' };
    await supervisor('waiveOrder', { params: { id: forgiven.id }, body: waiver });
    const { incidentId } = orders.at(-1)!;
    await supervisor('closeIncident', { params: { id: incidentId }, body: { waive: true, reason: '误报' } });
    const over = orders.filter((one) => one.incidentId === incidentId);
    for (const one of [arrived, declined, recalled, forgiven, ...over]) settled.add(one.id);
  }

  /** The trail from a position on, to its end. */
  async function trail(from = 0): Promise<LiveEvent[]> {
    const auditor = await app.as('auditor');
    const all: LiveEvent[] = [];
    for (let after = from; ; after = all.at(-1)!.position) {
      const { items } = (await auditor('readTrail', { query: { after, limit: 1000 } })).body;
      all.push(...items);
      if (items.length < 1000) return all;
    }
  }
  const missed = async (from?: number) => (await trail(from)).filter((event) => event.type === 'obligation.missed');

  test('each fires once within ten seconds of the restart, the oldest first; what was settled does not', async () => {
    const due = orders.filter((one) => !settled.has(one.id)).flatMap((one) => one.obligations.filter((o) => o.dueAt));
    expect(due.length).toBeGreaterThan(900);
    const before = (await trail()).at(-1)!.position;
    await app.pause();
    app.pass({ minutes: 60 });
    await app.resume();
    const up = Date.now();
    const events = await app.until(async () => {
      const since = await missed(before);
      return since.length >= due.length && since;
    });
    expect(Date.now() - up).toBeLessThan(CAUGHT_UP_MS);
    expect(events.map((event) => event.payload.obligationId).toSorted()).toEqual(due.map((one) => one.id).toSorted());
    const limits = events.map((event) => Date.parse(String(event.payload.dueAt)));
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
  });

  test('teams hear that they are late, but for those who owe nothing; another restart fires nothing again', async () => {
    const chasesOf = async ({ id }: OrderView) =>
      (await dispatcher('getOrder', { params: { id } })).body.messages.filter((one) => one.purpose === 'chase');
    // One after another, so that no single wait is long.
    const late = (await missed())
      .filter((event) => event.payload.kind !== 'acknowledge')
      .map((event) => event.payload.orderId);
    for (const one of orders.filter((each) => late.includes(each.id)))
      await app.until(async () => (await chasesOf(one)).length > 0);
    for (const one of orders.filter((each) => settled.has(each.id))) expect(await chasesOf(one)).toEqual([]);
    const before = (await missed()).length;
    await app.pause();
    await app.resume();
    await takeCall(dispatcher);
    expect(await missed()).toHaveLength(before);
  });
});

type OwedQuery = NonNullable<Request<Api['listObligations']>['query']>;
const isOwing = (owed: OwedRow) => owed.metAt === null && !owed.givenUp && ['open', 'missed'].includes(owed.state);

const WAIVED_KINDS: [ObligationKind, string, WaiverCode][] = [
  ['acknowledge', 'P01', 'other'],
  ['muster', 'P01', 'road_cut'],
  ['on_scene', 'P07', 'road_cut'],
  ['clear', 'P07', 'stood_down'],
  ['situation_report', 'P07', 'other'],
  ['upward_report', '值班长', 'other'],
  ['feedback', 'S06', 'stood_down'],
  ['follow_up', 'S05', 'other'],
  ['supervision', 'P02', 'other'],
];

describe('what is owed across the county', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  let incidentId = '';
  beforeAll(async () => {
    [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
    incidentId = (await takeCall(dispatcher)).id;
    await order(dispatcher, incidentId, 'S05', 'S06', 'P07', 'P01', 'P02');
    for (const code of ['S05', 'S06'])
      for (const kind of ['on_scene', 'cleared'] as const)
        await report(dispatcher, (await orderOf(dispatcher, incidentId, code)).id, kind);
    await planFollowUp((await orderOf(dispatcher, incidentId, 'S05')).id);
    app.pass({ minutes: 3, seconds: 1 });
    const late = await app.until(
      async () => (await one('acknowledge', 'P02')).state === 'missed' && one('acknowledge', 'P02'),
    );
    await supervisor('issueNotice', { params: { id: late.id }, body: { clientId: randomUUID() } });
  });

  async function planFollowUp(orderId: string): Promise<void> {
    const followUps = [{ what: '监测山体', unit: '横溪镇政府', person: '演示-王一', dueDate: '2026-07-20' }];
    await handIn(await app.as('s05'), orderId, { ...FEEDBACK, followUps });
    await dispatcher('acceptFeedback', { params: { id: orderId }, body: {} });
  }
  /** The newest of a kind that a team or a post owes. */
  const one = async (kind: ObligationKind, who: string): Promise<ObligationView> =>
    (await owedOf(dispatcher, incidentId, kind)).findLast((owed) => (owed.teamCode ?? owed.owedBy) === who)!;
  const list = async (query: OwedQuery = {}, call = dispatcher) =>
    (await call('listObligations', { query })).body.items;
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

  test.each(WAIVED_KINDS)(
    '%s of %s is forgiven with code, reason and name, and published',
    async (kind, team, code) => {
      const { id, metAt } = await one(kind, team);
      const waive = () => supervisor('waiveObligation', { params: { id }, body: { code, reason: '经查情况属实' } });
      const forgiven = {
        state: 'waived',
        waivedCode: code,
        waivedReason: '经查情况属实',
        waivedBy: '演示-值班长',
        metAt,
      };
      expect((await waive()).body).toMatchObject(forgiven);
      expect((await list({ show: 'waived', kind })).find((owed) => owed.id === id)).toMatchObject(forgiven);
      expect(ids(await list({ show: 'owing' }))).not.toContain(id);
      expect((await waive()).problem).toMatchObject({ status: 409, state: 'waived' });
    },
  );

  test('a round of situation reports that is forgiven does not end them: the next begins', async () => {
    const { state, startedAt } = await one('situation_report', 'P07');
    expect([state, Date.parse(startedAt)]).toEqual(['open', app.now.getTime()]);
  });

  test('what was met in time cannot be forgiven', async () => {
    const { id } = await one('on_scene', 'S05');
    const body = { code: 'other' as const, reason: '经查情况属实' };
    expect((await supervisor('waiveObligation', { params: { id }, body })).problem).toMatchObject({
      status: 409,
      state: 'met',
    });
  });

  test.each<[OwedQuery['show'], (owed: OwedRow) => boolean]>([
    ['owing', isOwing],
    ['late', (owed) => isOwing(owed) && owed.dueAt !== null && Date.parse(owed.dueAt) < app.now.getTime()],
    ['met', (owed) => owed.state === 'met'],
    ['missed', (owed) => owed.state === 'missed'],
    ['waived', (owed) => owed.state === 'waived'],
  ])('shows what is %s, page by page without losing or repeating a row', async (show, belongs) => {
    const paged: OwedRow[] = [];
    for (let cursor: string | undefined; ; ) {
      const { body } = await dispatcher('listObligations', { query: { show, limit: 3, ...(cursor && { cursor }) } });
      paged.push(...body.items);
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(paged.length).toBeGreaterThan(1);
    expect(ids(paged)).toEqual(ids(await list({ show })));
    expect(ids(paged).toSorted()).toEqual(ids((await list({ show: 'all' })).filter(belongs)).toSorted());
    if (show !== 'owing' && show !== 'late') return;
    const limits = paged.map((owed) => (owed.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(owed.dueAt)));
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
  });

  test('is filtered by kind, team and period; each row names its incident, order and notice', async () => {
    const all = await list({ show: 'all' });
    const kinds = await list({ show: 'all', kind: 'upward_report' });
    expect(ids(kinds)).toEqual(ids(all.filter((owed) => owed.kind === 'upward_report')));
    expect(kinds).toMatchObject([{ owedBy: '值班长', orderCode: null }, { owedBy: '值班长' }]);
    const teams = await list({ show: 'all', teamCode: 'P02' });
    expect(ids(teams)).toEqual(ids(all.filter((owed) => owed.teamCode === 'P02')));
    expect(teams.find((owed) => owed.kind === 'acknowledge')).toMatchObject({
      incident: { typeName: '山体滑坡', severity: 'II', placeText: '横溪镇下陈村', drill: false },
      notice: { number: '督办〔2026〕1号', state: 'issued' },
    });
    const now = app.now.toISOString();
    const begun = (owed: OwedRow) => Date.parse(owed.startedAt) >= Date.parse(now);
    expect(
      all
        .filter(begun)
        .map((owed) => owed.kind)
        .toSorted(),
    ).toEqual(['situation_report', 'supervision']);
    expect(ids(await list({ show: 'all', from: now }))).toEqual(ids(all.filter(begun)));
    expect(ids(await list({ show: 'all', to: now }))).toEqual(ids(all.filter((owed) => !begun(owed))));
  });

  test('a team sees its own only, whatever it asks for', async () => {
    const team = await app.as('p02');
    for (const query of [{}, { teamCode: 'S05' }]) {
      const own = await list({ ...query, show: 'all' }, team);
      expect(ids(own)).toEqual(ids(await list({ show: 'all', teamCode: 'P02' })));
    }
  });

  test('what was forgiven is never missed and nobody is chased for it', async () => {
    const forgiven = async () => (await list({ show: 'waived' })).map(({ id, state, chases }) => [id, state, chases]);
    const before = await forgiven();
    app.pass({ minutes: 26 * 60 });
    await app.until(
      async () => (await owedOf(dispatcher, incidentId, 'upward_report', 'phone'))[0]!.state === 'missed',
    );
    expect(await forgiven()).toEqual(before);
  });
});
