import type { BoardRow } from '@liandong/shared/board';
import type { OrderDetail } from '@liandong/shared/order';
import { INCIDENT_TYPES } from '../../xianju/incident-types.js';
import type { ApiClient } from './api-client.js';
import { BANDS, type OrderBelief } from './order-belief.js';
import type { Played } from './played.js';

/** One number: what the simulator holds true, and what the API says. Undefined: only the API knows it. */
export interface Figure {
  group: string;
  name: string;
  believed?: number;
  found: number;
}

const categoryOf = (typeCode: string | undefined): string =>
  INCIDENT_TYPES.find((type) => type.code === typeCode)?.category ?? '未分类';
const CATEGORIES = [...new Set(INCIDENT_TYPES.map((type) => type.category))];

/** Ask the API for everything the simulator believes. @param from,now instants of the run in ms, half-open */
export async function askForFigures(client: ApiClient, played: Played, from: number, now: number): Promise<Figure[]> {
  const period = { from: new Date(from).toISOString(), to: new Date(now + 1000).toISOString() };
  const rows = await incidents(client, period);
  const orders: OrderDetail[] = [];
  for (const id of rows.flatMap((row) => row.orders.map((order) => order.id)))
    orders.push(await client.call('getOrder', { params: { id } }));
  const beliefs = played.calls.flatMap((one) => one.orders);
  return [
    ...ofIncidents(rows, played),
    ...ofOrders(orders, beliefs),
    ...(await ofClock(client, period, beliefs, 'acknowledge', now)),
    ...(await ofBands(client, period, beliefs)),
    ...(await ofClock(client, period, beliefs, 'target', now)),
    ...(await ofReplies(client, played, orders, beliefs, from)),
    ...ofMessages(orders, now),
  ];
}

async function incidents(client: ApiClient, period: { from: string; to: string }): Promise<BoardRow[]> {
  const rows: BoardRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await client.call('listIncidents', {
      query: { ...period, limit: 100, ...(cursor ? { cursor } : {}) },
    });
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

function ofIncidents(rows: readonly BoardRow[], { calls }: Played): Figure[] {
  const valid = calls.filter((one) => one.call.invalid === null || one.status !== 'invalid');
  const validRows = rows.filter((row) => row.status !== 'invalid');
  const status = (name: string, wanted: string): Figure => ({
    group: '接警',
    name,
    believed: calls.filter((one) => one.status === wanted).length,
    found: rows.filter((row) => row.status === wanted).length,
  });
  return [
    { group: '接警', name: '接警总数', believed: calls.length, found: rows.length },
    { group: '接警', name: '有效', believed: valid.length, found: validRows.length },
    status('无效', 'invalid'),
    status('已结案', 'closed'),
    status('未结', 'open'),
    ...CATEGORIES.map((name) => ({
      group: '有效分类',
      name,
      believed: valid.filter((one) => categoryOf(one.call.typeCode) === name).length,
      found: validRows.filter((row) => categoryOf(row.type?.code) === name).length,
    })).filter((figure) => figure.believed + figure.found > 0),
  ];
}

/** Delivered is no step of a team: an order nobody answered is `issued` or `delivered`. */
const stepOf = (status: string): string => (status === 'delivered' ? 'issued' : status);
const STATUS_NAMES = {
  issued: '未签收',
  acknowledged: '已签收',
  mustered: '已集结',
  en_route: '途中',
  on_scene: '在现场',
  cleared: '处置结束',
  declined: '不能出动',
  recalled: '已撤回',
};

function ofOrders(orders: readonly OrderDetail[], beliefs: readonly OrderBelief[]): Figure[] {
  const agree = (test: (order: OrderDetail, belief: OrderBelief) => boolean) =>
    beliefs.filter((belief) => orders.some((order) => order.id === belief.order.id && test(order, belief))).length;
  return [
    { group: '指令', name: '下达', believed: beliefs.length, found: orders.length },
    ...Object.entries(STATUS_NAMES).map(([status, name]) => ({
      group: '指令',
      name,
      believed: beliefs.filter((belief) => stepOf(belief.status) === status).length,
      found: orders.filter((order) => stepOf(order.status) === status).length,
    })),
    {
      group: '指令',
      name: '逐条状态与各步一致',
      believed: beliefs.length,
      found: agree((order, belief) => {
        const steps = Object.keys(order.stamps).filter((kind) => kind !== 'recalled');
        const same = steps.length === belief.stamps.size && steps.every((kind) => belief.stamps.has(kind));
        return same && stepOf(order.status) === stepOf(belief.status);
      }),
    },
    {
      group: '指令',
      name: '收到的报告',
      believed: beliefs.reduce((sum, belief) => sum + belief.reports, 0),
      found: orders.reduce((sum, order) => sum + order.reports.length, 0),
    },
  ];
}

type Period = { from: string; to: string };
const CLOCK_NAMES = { acknowledge: '签收', target: '时限' };

async function ofClock(
  client: ApiClient,
  period: Period,
  beliefs: readonly OrderBelief[],
  interval: 'acknowledge' | 'target',
  now: number,
): Promise<Figure[]> {
  const { total } = await client.call('responseTimes', { query: { ...period, interval, groupBy: 'all' } });
  const count = (result: string): number => beliefs.filter((each) => each.result(interval, now) === result).length;
  const group = CLOCK_NAMES[interval];
  return [
    { group, name: '达标', believed: count('met'), found: total.met },
    { group, name: '未达标', believed: count('missed'), found: total.n - total.met },
    {
      group,
      name: '其中缺报',
      believed: beliefs.filter((each) => each.missing(interval, now)).length,
      found: total.missing,
    },
    { group, name: '豁免', believed: count('waived'), found: total.waived },
    { group, name: '计时中', believed: count('running'), found: total.running },
  ];
}

async function ofBands(client: ApiClient, period: Period, beliefs: readonly OrderBelief[]): Promise<Figure[]> {
  const { items } = await client.call('measuredOrders', {
    query: { ...period, interval: 'acknowledge', groupBy: 'all' },
  });
  const found = items.flatMap((item) => item.takenSeconds ?? []);
  const believed = beliefs.flatMap((each) => {
    const at = each.answeredAt();
    return at === undefined ? [] : (at - each.issuedAt) / 1000;
  });
  const edges = [0, ...BANDS, Number.POSITIVE_INFINITY];
  return edges.slice(1).map((high, index) => {
    const low = edges[index]!;
    const inBand = (seconds: number): boolean => seconds >= low && seconds < high;
    const name = high === Number.POSITIVE_INFINITY ? `${low}+ 秒` : `${low}–${high} 秒`;
    return { group: '签收用时', name, believed: believed.filter(inBand).length, found: found.filter(inBand).length };
  });
}

async function ofReplies(
  client: ApiClient,
  played: Played,
  orders: readonly OrderDetail[],
  beliefs: readonly OrderBelief[],
  from: number,
): Promise<Figure[]> {
  const { items } = await client.call('listReplies', { query: { state: 'queued' } });
  const waiting = items.filter((reply) => Date.parse(reply.receivedAt) >= from);
  const byPhone = orders.flatMap((order) => order.reports).filter((r) => r.source === 'sms' || r.source === 'voice');
  const verbal = orders.flatMap((order) => order.reports).filter((r) => r.source === 'verbal');
  const reports = beliefs.reduce((sum, belief) => sum + belief.reports, 0);
  const unread = played.queuedReplies + played.settled;
  return [
    { group: '回复', name: '短信与按键，已应用', believed: played.replies - unread, found: byPhone.length },
    { group: '回复', name: '电话询问代报', believed: reports - (played.replies - unread), found: verbal.length },
    { group: '回复', name: '未能识别，待处理', believed: played.queuedReplies, found: waiting.length },
  ];
}

/** Messages are the server's own affair: the simulator only knows that none may be stuck and every order was told. */
function ofMessages(orders: readonly OrderDetail[], now: number): Figure[] {
  const messages = orders.flatMap((order) => order.messages);
  const count = (test: (m: (typeof messages)[number]) => boolean): number => messages.filter(test).length;
  const stuck = count((m) => m.state === 'sending' || (m.state === 'queued' && Date.parse(m.dueAt) <= now));
  const told = orders.filter((order) => order.messages.some((m) => m.state === 'delivered')).length;
  return [
    ...['sms', 'voice', 'app'].map((channel) => ({
      group: '消息',
      name: `${channel} 已试送`,
      found: count((m) => m.channel === channel && m.attempts > 0),
    })),
    { group: '消息', name: '已取消', found: count((m) => m.state === 'cancelled') },
    { group: '消息', name: '到期未送', believed: 0, found: stuck },
    { group: '消息', name: '已送达的指令', believed: orders.length, found: told },
  ];
}
