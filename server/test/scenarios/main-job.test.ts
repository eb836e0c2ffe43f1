import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OrderView } from '@liandong/shared/order';
import { type Call, useApp } from '../app.js';
import { LANDSLIDE, order, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

/** The county's main job as one story: a call, four teams, their answers, double feedback, the report. */
describe('横溪镇下陈村山体滑坡，2人被困', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  test('the narrative proposes type, severity and place', async () => {
    const { body } = await dispatcher('proposeIntake', { body: { narrative: LANDSLIDE.narrative } });
    expect(body.types[0]).toMatchObject({ code: 'landslide', severity: 'II' });
    expect(body.places[0]).toMatchObject({ name: '下陈村', townshipName: '横溪镇' });
  });

  test.each([
    { when: 'by day', at: '2026-07-14T06:00:00Z', onScene: 1200, muster: 900 },
    { when: 'by night', at: '2026-07-14T15:00:00Z', onScene: 1800, muster: 1500 },
  ])('four teams are recommended with reasons and their targets $when', async ({ at, onScene, muster }) => {
    app.at(at);
    const incident = await takeCall(dispatcher);
    const { body } = await dispatcher('recommendTeams', { params: { id: incident.id } });
    const ticked = body.items.filter((team) => team.ticked);
    expect(ticked.map((team) => [team.teamCode, team.target.measure, team.target.seconds, team.target.ruleNo])).toEqual(
      [
        ['S05', 'mustered', muster, 3],
        ['P07', 'on_scene', onScene, 2],
        ['P01', 'mustered', muster, 3],
        ['P02', 'mustered', muster, 3],
      ],
    );
    expect(ticked[0]!.reasons[0]).toBe('预案第 1 位');
    expect(ticked[1]!.reasons).toContain('属地队伍');
    for (const team of ticked) expect(team.reasons.some((reason) => reason.startsWith('值班：演示-'))).toBe(true);
    await supervisor('closeIncident', { params: { id: incident.id }, body: {} });
  });

  test('from the order to the report', async () => {
    app.at('2026-07-14T06:00:00Z');
    const incident = await takeCall(dispatcher);
    const [geology, hengxi, rescue, medical] = await order(dispatcher, incident.id, 'S05', 'P07', 'P01', 'P02');
    expect(geology!.target).toMatchObject({ measure: 'mustered', dueAt: '2026-07-14T06:15:00.000Z' });
    expect(hengxi!.target).toMatchObject({ measure: 'on_scene', dueAt: '2026-07-14T06:20:00.000Z' });

    const leader = await FakePhone.of(app, 'S05');
    expect(await leader.receives('号令')).toContain(
      `请地质灾害队立即集结，15分钟内出发。回1收到 2出动 3到达 4完毕 0不能 +${geology!.code}`,
    );

    app.pass({ minutes: 1 });
    await leader.replies('1');
    await (await FakePhone.of(app, 'P07')).replies(`１ ${hengxi!.code}`);
    await (await FakePhone.of(app, 'P01')).replies('收到');
    await (await FakePhone.of(app, 'P02')).replies('1', 'voice');
    const acknowledged = (code: string) =>
      app.until(async () => (await find(dispatcher, incident.id, code)).stamps.acknowledged);
    expect(await acknowledged('S05')).toMatchObject({ at: '2026-07-14T06:01:00.000Z', evidence: 'sms' });
    expect(await acknowledged('P02')).toMatchObject({ evidence: 'voice' });
    await acknowledged('P07');
    await acknowledged('P01');

    await leader.replies('12人 8分');
    await app.until(async () => (await find(dispatcher, incident.id, 'S05')).headcount === 12);
    expect(await find(dispatcher, incident.id, 'S05')).toMatchObject({ status: 'acknowledged', etaMinutes: 8 });

    app.at('2026-07-14T06:15:00.000Z');
    await report(dispatcher, geology!.id, 'mustered');
    app.at('2026-07-14T06:20:00.001Z');
    await report(dispatcher, hengxi!.id, 'on_scene');
    await report(dispatcher, rescue!.id, 'en_route');
    app.pass({ minutes: 20 });
    for (const one of [geology!, rescue!, medical!]) await report(dispatcher, one.id, 'on_scene');

    expect((await dispatcher('closeIncident', { params: { id: incident.id }, body: {} })).problem).toMatchObject({
      status: 409,
      type: '/problems/open-feedback',
    });
    app.pass({ minutes: 60 });
    for (const one of [geology!, hengxi!, rescue!, medical!]) await report(dispatcher, one.id, 'cleared');
    expect((await dispatcher('closeIncident', { params: { id: incident.id }, body: {} })).body.status).toBe('closed');

    const { body } = await dispatcher('responseTimes', { query: { groupBy: 'team' } });
    const rows = Object.fromEntries(body.rows.map((row) => [row.group, row]));
    expect(rows.S05).toMatchObject({ n: 1, met: 1, missing: 0, compliance: 1, p50Seconds: 900 });
    expect(rows.P07).toMatchObject({ n: 1, met: 0, missing: 0, compliance: 0, p90Seconds: 1200.001 });
    expect(rows.P01).toMatchObject({ n: 1, met: 0, worstSeconds: 1200.001 });
    expect(body.total).toMatchObject({ n: 4, met: 1, compliance: 0.25 });
    const behind = await dispatcher('measuredOrders', { query: { group: 'P07', result: 'missed' } });
    expect(behind.body.items).toMatchObject([
      { code: hengxi!.code, targetSeconds: 1200, lateSeconds: 0.001, evidence: 'verbal' },
    ]);
  });
});

async function find(call: Call, incidentId: string, teamCode: string): Promise<OrderView> {
  const { body } = await call('getIncident', { params: { id: incidentId } });
  return body.orders.find((one) => one.teamCode === teamCode)!;
}
