import type { PlannedCall, Scenario } from '../call-plan.js';
import type { Random } from '../random.js';
import { planOrder, type TeamAction } from '../teams-behaviour.js';
import { Agenda } from './agenda.js';
import type { ApiClient } from './api-client.js';
import { OrderBelief } from './order-belief.js';
import type { Played, PlayedCall } from './played.js';
import type { ServerClock } from './server-clock.js';
import { quiet, replyApplied, whoGotIt } from './server-events.js';

type Step =
  | { do: 'call'; call: PlannedCall }
  | { do: 'settle'; on: PlayedCall }
  | { do: 'send'; on: PlayedCall }
  | { do: 'team'; order: OrderBelief; on: PlayedCall; action: TeamAction }
  | { do: 'read'; replyId: string }
  | { do: 'tick' };

export interface Stage {
  dispatcher: ApiClient;
  supervisor: ApiClient;
  clock: ServerClock;
  random: Random;
  stopped: () => boolean;
  progress: (line: string) => void;
}

/** Instants of an order at which the server itself acts, seconds from issue: the ladder, the alarm; the target's come on top. */
const LADDER_SECONDS = [120, 180, 240] as const;
/** The dispatcher reads every second unreadable reply, some minutes later. */
const READ_AFTER_SECONDS = 240;
const READ_SHARE = 0.5;

/** Plays a scenario to its end, one thing after another: set the clock, act, wait until the server has applied it. */
export class PlayScenario {
  readonly played: Played = {
    calls: [],
    queuedReplies: 0,
    replies: 0,
    waivers: 0,
    recalls: 0,
    settled: 0,
    surprises: [],
  };
  private readonly agenda = new Agenda<Step>();

  constructor(private readonly stage: Stage) {}

  async run(scenario: Scenario): Promise<void> {
    const { clock, stopped } = this.stage;
    const end = clock.origin + scenario.hours * 3_600_000;
    for (const call of scenario.calls) this.agenda.add(clock.origin + call.at * 1000, { do: 'call', call });
    for (let due = this.agenda.next(); due && due.at < end && !stopped(); due = this.agenda.next()) {
      const at = this.whenFor(due.item, Math.max(due.at, clock.now()));
      await clock.moveTo(at, stopped);
      if (!stopped()) await this.play(due.item);
      this.report();
    }
    await this.finish(end);
  }

  /** The scenario's last instant, clear of every edge of every order, with the server's own work done. */
  private async finish(end: number): Promise<void> {
    const { clock, stopped, dispatcher } = this.stage;
    const orders = this.played.calls.flatMap((one) => one.orders);
    const settle = (at: number): number => orders.reduce((when, order) => order.clearOfEdges(when), at);
    let last = stopped() ? clock.now() : Math.max(end, clock.now());
    for (let clear = settle(last); clear !== last; clear = settle(last)) last = clear;
    await clock.moveTo(last, stopped);
    await quiet(dispatcher);
  }

  private whenFor(step: Step, at: number): number {
    return step.do === 'team' ? step.order.clearOfEdges(at) : at;
  }

  private async play(step: Step): Promise<void> {
    const { dispatcher } = this.stage;
    if (step.do === 'call') return this.take(step.call);
    if (step.do === 'settle') return this.settle(step.on);
    if (step.do === 'send') return this.send(step.on);
    if (step.do === 'team') return this.act(step.order, step.on, step.action);
    if (step.do === 'tick') return quiet(dispatcher);
    await dispatcher.call('settleReply', { params: { id: step.replyId }, body: { clientId: crypto.randomUUID() } });
    this.played.settled += 1;
    this.played.queuedReplies -= 1;
  }

  private async take(call: PlannedCall): Promise<void> {
    const { channel, narrative, callerPhone, placeText, location, typeCode } = call;
    const body = { channel, narrative, callerPhone, placeText, location, typeCode, clientId: crypto.randomUUID() };
    const { id } = await this.stage.dispatcher.call('createIncident', { body });
    const on: PlayedCall = { id, call, orders: [], status: 'open' };
    this.played.calls.push(on);
    const sent = call.sendAfter !== null;
    this.later(sent ? call.sendAfter! : call.settledAfter, { do: sent ? 'send' : 'settle', on });
  }

  /** Judged invalid, settled by telephone, or closed after the last team has finished. */
  private async settle(on: PlayedCall): Promise<void> {
    const { dispatcher } = this.stage;
    const params = { id: on.id };
    if (on.status !== 'open') return;
    if (on.call.invalid) {
      await dispatcher.call('invalidateIncident', { params, body: on.call.invalid });
      on.status = 'invalid';
    } else if (on.orders.every((order) => !order.open)) {
      const reason = on.orders.length > 0 ? '处置结束' : '电话处理完毕';
      await dispatcher.call('closeIncident', { params, body: { reason } });
      on.status = 'closed';
    }
  }

  private async send(on: PlayedCall): Promise<void> {
    const { dispatcher, random, clock } = this.stage;
    const params = { id: on.id };
    const { items } = await dispatcher.call('recommendTeams', { params });
    const teamCodes = items.filter((team) => team.ticked).map((team) => team.teamCode);
    if (teamCodes.length === 0) throw new Error(`${on.call.typeCode}: no team is ticked`);
    const { orders } = await dispatcher.call('issueOrders', {
      params,
      body: { teamCodes, clientId: crypto.randomUUID() },
    });
    for (const view of orders) {
      const order = new OrderBelief(view);
      on.orders.push(order);
      const plan = planOrder(random, view.target);
      for (const action of plan)
        this.agenda.add(order.issuedAt + action.after * 1000, { do: 'team', order, on, action });
      const half = view.target.seconds / 2;
      for (const seconds of [...LADDER_SECONDS, half, view.target.seconds])
        this.agenda.add(order.issuedAt + seconds * 1000 + 500, { do: 'tick' });
    }
    await quiet(dispatcher);
    if (clock.now() < Date.parse(orders[0]!.issuedAt))
      throw new Error('the server’s clock is ahead of the simulator’s');
  }

  private async act(order: OrderBelief, on: PlayedCall, action: TeamAction): Promise<void> {
    if (!order.open && !(action.act === 'waive')) return;
    await this[action.act](order, action as never);
    if (on.status === 'open' && on.orders.every((each) => !each.open)) this.later(60, { do: 'settle', on });
  }

  async reply(order: OrderBelief, action: Extract<TeamAction, { act: 'reply' }>): Promise<void> {
    const { dispatcher, clock, random } = this.stage;
    if (action.means !== null && !order.accepts(action.means)) return;
    const phones = await whoGotIt(dispatcher, order.order.id);
    const number = phones[action.by] ?? phones[0]!;
    const text = action.text.replace('{code}', String(order.order.code));
    const at = clock.now();
    const body = { text, channel: action.channel };
    const { replyId } = await dispatcher.call('practiceReply', { params: { number }, body });
    const state = await replyApplied(dispatcher, replyId);
    this.played.replies += 1;
    const expected = action.means === null ? 'queued' : 'applied';
    if (state !== expected) this.played.surprises.push(`回复“${text}”（${number}）应为 ${expected}，实为 ${state}`);
    if (state === 'applied' && action.means !== null) order.report(action.means, at);
    if (state === 'queued') {
      this.played.queuedReplies += 1;
      if (random.chance(READ_SHARE)) this.later(READ_AFTER_SECONDS, { do: 'read', replyId });
    }
  }

  async verbal(order: OrderBelief, { kind }: Extract<TeamAction, { act: 'verbal' }>): Promise<void> {
    if (!order.accepts(kind)) return;
    const at = this.stage.clock.now();
    const body = { kind, source: 'verbal' as const, note: '电话询问得知', clientId: crypto.randomUUID() };
    await this.stage.dispatcher.call('reportOnOrder', { params: { id: order.order.id }, body });
    order.report(kind, at);
  }

  async recall(order: OrderBelief, { reason }: Extract<TeamAction, { act: 'recall' }>): Promise<void> {
    const at = this.stage.clock.now();
    await this.stage.supervisor.call('recallOrder', { params: { id: order.order.id }, body: { reason } });
    order.recall(at);
    this.played.recalls += 1;
  }

  async waive(order: OrderBelief, { code, reason }: Extract<TeamAction, { act: 'waive' }>): Promise<void> {
    const at = this.stage.clock.now();
    if (!order.waivable(at)) return;
    await this.stage.supervisor.call('waiveOrder', { params: { id: order.order.id }, body: { code, reason } });
    order.waive(at);
    this.played.waivers += 1;
  }

  private later(seconds: number, step: Step): void {
    this.agenda.add(this.stage.clock.now() + seconds * 1000, step);
  }

  private report(): void {
    const { calls, replies, queuedReplies } = this.played;
    const orders = calls.flatMap((one) => one.orders);
    const open = orders.filter((order) => order.open).length;
    const time = new Date(this.stage.clock.now() + 8 * 3_600_000).toISOString().slice(11, 19);
    this.stage.progress(
      `${time}  接警 ${calls.length}  指令 ${orders.length}（在办 ${open}）  回复 ${replies}  待处理 ${queuedReplies}`,
    );
  }
}
