import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EditRule } from '@liandong/shared/response-rule';
import { type Call, useApp } from '../app.js';
import { copyDatabase } from '../databases.mjs';
import { FEEDBACK, handIn, incidentOf, order, orderOf, owedOf, report, takeCall } from '../factories.js';
import { ZonedServer } from './zoned-server.js';

const DAY = [
  ['S05', 'mustered', 900],
  ['P07', 'on_scene', 1200],
];
const NIGHT = [
  ['S05', 'mustered', 1500],
  ['P07', 'on_scene', 1800],
];

describe('day and night, by the county’s clock and the instant of issue', () => {
  const app = useApp();

  test.each([
    ['06:59:59.999 is night', '2026-07-13T22:59:59.999Z', NIGHT],
    ['07:00:00.000 is day', '2026-07-13T23:00:00.000Z', DAY],
    ['18:59:59.999 is day', '2026-07-14T10:59:59.999Z', DAY],
    ['19:00:00.000 is night', '2026-07-14T11:00:00.000Z', NIGHT],
    ['midnight is night', '2026-07-14T16:00:00.000Z', NIGHT],
    ['the last moment of the year is night', '2026-12-31T15:59:59.999Z', NIGHT],
    ['07:00 of new year’s day is day', '2026-12-31T23:00:00.000Z', DAY],
    ['06:59:59.999 of the leap day is night', '2028-02-28T22:59:59.999Z', NIGHT],
    ['07:00 of the leap day is day', '2028-02-28T23:00:00.000Z', DAY],
    ['19:00 of the leap day is night', '2028-02-29T11:00:00.000Z', NIGHT],
  ])('%s', async (_words, instant, expected) => {
    app.at(instant);
    const dispatcher = await app.as('dispatcher');
    const orders = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05', 'P07');
    expect(orders.map(({ teamCode, target }) => [teamCode, target.measure, target.seconds])).toEqual(expected);
    for (const { target } of orders) {
      expect(Date.parse(target.dueAt) - Date.parse(instant)).toBe(target.seconds * 1000);
      expect(target.daytime).toBe(expected === DAY);
    }
  });
});

describe('the county’s calendar', () => {
  const app = useApp();

  test.each([
    ['2026-12-31T15:59:59.999Z', '20261231-0001', '20261231-0002'],
    ['2026-12-31T16:00:00.000Z', '20270101-0001', '20270101-0002'],
    ['2028-02-28T15:59:59.999Z', '20280228-0001', '20280228-0002'],
    ['2028-02-28T16:00:00.000Z', '20280229-0001', '20280229-0002'],
    ['2028-02-29T15:59:59.999Z', '20280229-0003', '20280229-0004'],
    ['2028-02-29T16:00:00.000Z', '20280301-0001', '20280301-0002'],
  ])('incidents taken at %s are %s and %s', async (instant, ...numbers) => {
    app.at(instant);
    const dispatcher = await app.as('dispatcher');
    for (const number of numbers) expect((await takeCall(dispatcher)).number).toBe(number);
  });

  test('24 hours are 24 hours over the leap day; a follow-up of the 29th of February has until its midnight', async () => {
    app.at('2028-02-28T12:00:00.000Z');
    const [dispatcher, team] = [await app.as('dispatcher'), await app.as('s05')];
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    for (const kind of ['on_scene', 'cleared'] as const) await report(dispatcher, one!.id, kind);
    const [form] = await owedOf(dispatcher, id, 'feedback');
    expect(new Date(form!.dueAt!).toISOString()).toBe('2028-02-29T12:00:00.000Z');
    const plan = { what: '监测山体', unit: '横溪镇政府', person: '演示-王一' };
    const handInUntil = (dueDate: string) => handIn(team, one!.id, { ...FEEDBACK, followUps: [{ ...plan, dueDate }] });
    for (const wrong of ['2029-02-29', '2028-02-30', '2028-02-27']) {
      const { problem } = await handInUntil(wrong);
      expect(problem.fields).toMatchObject([{ path: 'content.followUps.0.dueDate' }]);
    }
    expect((await handInUntil('2028-02-29')).status).toBe(200);
    await dispatcher('acceptFeedback', { params: { id: one!.id }, body: {} });
    const [followUp] = await owedOf(dispatcher, id, 'follow_up');
    expect(new Date(followUp!.dueAt!).toISOString()).toBe('2028-02-29T15:59:59.999Z');
  });
});

describe('rules that change while an incident runs', () => {
  const app = useApp();
  let dispatcher: Call;
  let incidentId = '';
  const edit = async (more: Partial<EditRule>) => {
    const rule = { measure: 'mustered' as const, daySeconds: 600, nightSeconds: 600, basis: '本县约定', note: '' };
    const body = { ...rule, effectiveFrom: app.now.toISOString(), reason: '汛期提速', ...more };
    expect((await (await app.as('admin'))('editResponseRule', { params: { ruleNo: 3 }, body })).status).toBe(201);
  };
  const issue = async (teamCode: string) => {
    const [one] = await order(dispatcher, incidentId, teamCode);
    return [one!.target.ruleVersion, one!.target.seconds];
  };
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    incidentId = (await takeCall(dispatcher)).id;
  });

  test('what is issued keeps its version and its clock; the reinforcement gets the new one', async () => {
    expect(await issue('S05')).toEqual([1, 900]);
    app.pass({ minutes: 1 });
    await edit({});
    expect(await issue('S06')).toEqual([2, 600]);
    app.pass({ minutes: 10, seconds: 1 });
    const musterOf = async (code: string) =>
      (await orderOf(dispatcher, incidentId, code)).obligations.find((one) => one.kind === 'muster')!;
    await app.until(async () => (await musterOf('S06')).state === 'missed');
    expect(await musterOf('S05')).toMatchObject({ state: 'open' });
    app.at('2026-07-14T06:15:00.001Z');
    await app.until(async () => (await musterOf('S05')).state === 'missed');
    const { target } = await orderOf(dispatcher, incidentId, 'S05');
    expect(target).toMatchObject({ ruleVersion: 1, seconds: 900, dueAt: '2026-07-14T06:15:00.000Z' });
  });

  test('a version planned ahead takes over at its very instant, not a millisecond before', async () => {
    await edit({ daySeconds: 480, effectiveFrom: '2026-07-14T08:00:00.000Z' });
    app.at('2026-07-14T07:59:59.999Z');
    expect(await issue('S10')).toEqual([2, 600]);
    app.at('2026-07-14T08:00:00.000Z');
    expect(await issue('S13')).toEqual([3, 480]);
    const { orders } = await incidentOf(dispatcher, incidentId);
    expect(orders.map((one) => one.target.ruleVersion)).toEqual([1, 2, 2, 3]);
  });
});

/** Edges of the county's day and year, and of the clock changes of New York, in order. */
const INSTANTS = [
  '2026-03-08T06:59:59.999Z',
  '2026-03-08T07:00:00.000Z',
  '2026-07-13T22:59:59.999Z',
  '2026-07-13T23:00:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-12-31T15:59:59.999Z',
  '2026-12-31T16:00:00.000Z',
  '2028-02-28T16:00:00.000Z',
  '2028-02-29T11:00:00.000Z',
];

describe('the zone the server’s machine stands in', () => {
  const servers: ZonedServer[] = [];
  const drops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York']) {
      const { drop, ...place } = await copyDatabase();
      drops.push(drop);
      servers.push(await ZonedServer.start(zone, place));
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    for (const drop of drops) await drop();
  });

  test.each(INSTANTS)('changes nothing at %s: numbers, targets, limits, notices, the text upward', async (instant) => {
    const [county, abroad] = await Promise.all(servers.map((server) => server.story(instant)));
    expect(abroad).toEqual(county);
  });

  test('and the county’s own answers are the right ones', async () => {
    const [county] = servers;
    expect(await county!.story('2029-12-31T16:00:00.000Z')).toMatchObject({
      number: '20300101-0001',
      targets: [
        ['S05', 1500, '2029-12-31T16:25:00.000Z'],
        ['P07', 1800, '2029-12-31T16:30:00.000Z'],
      ],
      notice: '督办〔2030〕1号',
      followUpDueAt: '2030-01-02T15:59:59.999Z',
      draft: expect.stringMatching(/^1月1日0时00分，指挥中心接到报警.*地质灾害队（0时03分到场，已结束）/s),
    });
  });
});
