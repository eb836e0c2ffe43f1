import { randomUUID } from 'node:crypto';
import type { CorrectedKind, ReportBody } from '@liandong/shared/order';
import fc from 'fast-check';
import type { Call, TestApp } from '../app.js';
import { takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';
import { settleDown } from './settle-down.js';

const TEAMS = ['S05', 'P07', 'P01', 'P02'];
const KINDS = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared', 'declined', 'situation'] as const;
const CORRECTED: readonly CorrectedKind[] = ['acknowledged', 'mustered', 'en_route', 'on_scene', 'cleared'];
const DIGITS = { acknowledged: '1', en_route: '2', on_scene: '3', cleared: '4', mustered: '5', declined: '0' } as const;

/** One thing somebody does in a story. `team` is an index: of the teams to order, or of the orders there are. */
export type Act =
  | { do: 'order'; team: number }
  | {
      do: 'report';
      team: number;
      kind: ReportBody['kind'];
      by: 'app' | 'verbal' | 'backfill';
      ago: number;
      offset: number;
      note: boolean;
    }
  | { do: 'next step'; team: number; by: 'app' | 'verbal' | 'backfill'; back: number }
  | { do: 'text'; team: number; kind: keyof typeof DIGITS }
  | { do: 'again' }
  | { do: 'both devices'; team: number; kind: ReportBody['kind'] }
  | { do: 'correct'; team: number; step: number; back: number }
  | { do: 'recall'; team: number }
  | { do: 'waive'; team: number }
  | { do: 'pass'; seconds: number }
  | { do: 'restart' };

const team = fc.nat({ max: TEAMS.length - 1 });
const kind = fc.constantFrom(...KINDS);
/** How many seconds ago it happened, as the device or the paper says: mostly believable, sometimes before the order or to come. */
const ago = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -600, max: 90_000 }));
/** How far back towards the order, 0 = now, 1 = its issue; beyond either it has to be refused. */
const back = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-0.2, 1.2) },
);
const by = fc.constantFrom('app' as const, 'verbal' as const, 'backfill' as const);
const offset = fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 30 }), fc.constant(4000));

export const ACTS: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('order' as const), team }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('next step' as const), team, by, back }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      team,
      kind,
      by,
      ago,
      offset,
      note: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('text' as const),
      team,
      kind: fc.constantFrom(...(Object.keys(DIGITS) as (keyof typeof DIGITS)[])),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'again' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('both devices' as const), team, kind }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('correct' as const), team, step: fc.nat({ max: 4 }), back }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recall' as const), team }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('waive' as const), team }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      seconds: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 9000 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** Where a story has come to. */
export interface World {
  app: TestApp;
  incidentId: string;
  orders: { id: string; code: number; teamCode: string; issuedAt: Date }[];
  /** Orders a supervisor waived something of. */
  waived: Set<string>;
}

/** Plays a story from a fresh incident; `look` sees the world after every act, once all its consequences are done. */
export async function play(app: TestApp, story: readonly Act[], look: (world: World) => Promise<void>): Promise<World> {
  const dispatcher = await app.as('dispatcher');
  const incident = await takeCall(dispatcher, { severity: 'IV' });
  const player = new Player({ app, incidentId: incident.id, orders: [], waived: new Set() });
  for (const act of story) {
    await player.perform(act);
    await settleDown(app);
    await look(player.world);
  }
  const supervisor = await app.as('supervisor');
  await supervisor('closeIncident', { params: { id: incident.id }, body: { waive: true, reason: '故事结束' } });
  await settleDown(app);
  await look(player.world);
  return player.world;
}

class Player {
  private last: { orderId: string; as: string; body: ReportBody } | null = null;

  constructor(readonly world: World) {}

  async perform(act: Act): Promise<void> {
    const { app, orders } = this.world;
    if (act.do === 'pass') return app.pass({ seconds: act.seconds });
    if (act.do === 'order') return this.order(act.team);
    if (act.do === 'again') return this.last ? this.send(this.last) : undefined;
    if (act.do === 'restart') {
      await app.pause();
      return app.resume();
    }
    const order = orders[act.team % Math.max(orders.length, 1)];
    if (!order) return;
    if (act.do === 'report') return this.report(order, act);
    if (act.do === 'next step') return this.nextStep(order, act);
    if (act.do === 'text')
      return void (await (await FakePhone.of(app, order.teamCode)).replies(`${DIGITS[act.kind]} ${order.code}`));
    if (act.do === 'both devices') {
      await Promise.all([0, 1].map(() => this.report(order, { ...act, by: 'app', ago: 0, offset: 0, note: true })));
      return;
    }
    await this.supervise(order, act);
  }

  private async order(index: number): Promise<void> {
    const { app, incidentId, orders } = this.world;
    const call = await app.as('dispatcher');
    const answer = await call('issueOrders', {
      params: { id: incidentId },
      body: { teamCodes: [TEAMS[index]!], clientId: randomUUID() },
    });
    expectExpected(answer);
    if (answer.status === 201)
      orders.push(...answer.body.orders.map((one) => ({ ...one, issuedAt: new Date(one.issuedAt) })));
  }

  /** What comes next on this order, told of after it happened. */
  private async nextStep(
    order: World['orders'][number],
    { by, back }: Extract<Act, { do: 'next step' }>,
  ): Promise<void> {
    const call = await this.world.app.as('dispatcher');
    const { body } = await call('getOrder', { params: { id: order.id } });
    const kind = CORRECTED[CORRECTED.indexOf(body.status as CorrectedKind) + 1];
    if (kind) await this.report(order, { kind, by, ago: this.ago(order, back), offset: 0, note: false });
  }

  /** Seconds ago, `back` of the way to the order's issue. */
  private ago({ issuedAt }: World['orders'][number], back: number): number {
    return ((this.world.app.now.getTime() - issuedAt.getTime()) / 1000) * back;
  }

  private report(
    { id, teamCode }: World['orders'][number],
    { kind, by, ago, offset, note }: Omit<Extract<Act, { do: 'report' }>, 'do' | 'team'>,
  ): Promise<void> {
    const body: ReportBody = {
      kind,
      source: by,
      clientId: randomUUID(),
      occurredAt: new Date(this.world.app.now.getTime() - ago * 1000 + offset * 1000).toISOString(),
      ...(by === 'app' ? { deviceOffsetSeconds: offset } : {}),
      ...(note ? { note: '现场情况' } : {}),
    };
    this.last = { orderId: id, as: by === 'app' ? teamCode.toLowerCase() : 'dispatcher', body };
    return this.send(this.last);
  }

  private async send({ orderId, as, body }: NonNullable<typeof this.last>): Promise<void> {
    const call = await this.world.app.as(as);
    expectExpected(await call('reportOnOrder', { params: { id: orderId }, body }));
  }

  private async supervise(
    order: World['orders'][number],
    act: Extract<Act, { do: 'correct' | 'recall' | 'waive' }>,
  ): Promise<void> {
    const { app, waived } = this.world;
    const call: Call = await app.as('supervisor');
    const { id } = order;
    const params = { id };
    const reason = '录音核对';
    if (act.do === 'recall') expectExpected(await call('recallOrder', { params, body: { reason } }));
    if (act.do === 'waive') {
      const answer = await call('waiveOrder', { params, body: { reason, code: 'other' } });
      expectExpected(answer);
      if (answer.status === 200) waived.add(id);
    }
    if (act.do === 'correct') await this.correct(order, act);
  }

  /** One of the steps there are, somewhere between its neighbours, or just outside. */
  private async correct(order: World['orders'][number], act: Extract<Act, { do: 'correct' }>): Promise<void> {
    const { app } = this.world;
    const call = await app.as('supervisor');
    const { body } = await call('getOrder', { params: { id: order.id } });
    const made = CORRECTED.filter((kind) => body.stamps[kind]);
    const place = act.step % Math.max(made.length, 1);
    const kind = made[place] ?? 'acknowledged';
    const instant = (step: CorrectedKind | undefined): number | undefined =>
      step && Date.parse(body.corrections.find((one) => one.kind === step)?.at ?? body.stamps[step]!.at);
    const from = instant(made[place - 1]) ?? order.issuedAt.getTime();
    const to = instant(made[place + 1]) ?? app.now.getTime();
    const occurredAt = new Date(to - (to - from) * act.back).toISOString();
    const correction = { kind, occurredAt, reason: '录音核对', clientId: randomUUID() };
    expectExpected(await call('correctOrder', { params: { id: order.id }, body: correction }));
  }
}

/** Done, or refused for a reason: never a fault. */
function expectExpected({ status, problem }: { status: number; problem: unknown }): void {
  if (status >= 500) throw new Error(`a fault: ${JSON.stringify(problem)}`);
}
