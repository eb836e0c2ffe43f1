import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../../test/app.js';
import { order, report, takeCall } from '../../test/factories.js';

describe('the readiness board', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });
  const board = async () => (await dispatcher('readiness')).body.items;
  const team = async (code: string) => (await board()).find((row) => row.teamCode === code)!;

  test('shows all 40 teams, who answers for each, and the three that are short', async () => {
    const rows = await board();
    expect(rows).toHaveLength(40);
    expect(rows.every(({ onDuty }) => onDuty !== null)).toBe(true);
    expect(rows.filter(({ state }) => state === 'short').map(({ teamCode }) => teamCode)).toEqual([
      'P14',
      'S02',
      'S06',
    ]);
    expect(rows.filter(({ state }) => state === 'available')).toHaveLength(37);
  });

  test('a team is committed from the order to its end, with the incident, the step and since when', async () => {
    const incident = await takeCall(dispatcher, { typeCode: 'landslide' });
    const [given] = await order(dispatcher, incident.id, 'S05');
    expect(await team('S05')).toMatchObject({
      state: 'committed',
      since: app.now.toISOString(),
      orders: [
        { orderId: given!.id, incidentNumber: incident.number, what: '山体滑坡 横溪镇下陈村', status: 'issued' },
      ],
    });
    app.pass({ minutes: 2 });
    await report(dispatcher, given!.id, 'en_route');
    const { since, orders } = await team('S05');
    expect([since, orders[0]!.status]).toEqual([app.now.toISOString(), 'en_route']);
    await report(dispatcher, given!.id, 'cleared', { note: '返回' });
    expect(await team('S05')).toMatchObject({ state: 'available', orders: [] });
  });

  test('a supervisor sets a team aside with a reason and returns it; both are on record', async () => {
    const params = { code: 'p08' };
    const until = new Date(app.now.getTime() + 3_600_000).toISOString();
    const aside = await supervisor('setTeamAside', { params, body: { reason: '车辆检修', until } });
    expect([aside.status, aside.body]).toMatchObject([201, { teamCode: 'P08', until, by: '演示-值班长' }]);
    expect(await team('P08')).toMatchObject({ state: 'off', words: ['停勤：车辆检修'], outage: { until } });
    const twice = await supervisor('setTeamAside', { params, body: { reason: '车辆检修' } });
    expect(twice.problem).toMatchObject({ status: 409, state: 'set_aside' });
    await supervisor('returnTeam', { params, body: { reason: '提前修好' } });
    expect((await team('P08')).state).toBe('available');
    const again = await supervisor('returnTeam', { params, body: { reason: '提前修好' } });
    expect(again.problem).toMatchObject({ status: 409, state: 'in_service' });
    const events = await app.source.query(
      `SELECT type, payload->>'reason' AS reason FROM event_log WHERE type LIKE 'team.%' ORDER BY id`,
    );
    expect(events).toEqual([
      { type: 'team.set_aside', reason: '车辆检修' },
      { type: 'team.returned', reason: '提前修好' },
    ]);
  });

  test('one that is set aside until an hour is back by itself at that very instant', async () => {
    const until = new Date(app.now.getTime() + 3_600_000);
    await supervisor('setTeamAside', { params: { code: 'P09' }, body: { reason: '集训', until: until.toISOString() } });
    app.at(new Date(until.getTime() - 1));
    expect((await team('P09')).state).toBe('off');
    app.at(until);
    expect((await team('P09')).state).toBe('available');
  });

  test('set aside with an order in hand, it stays committed: the orders come first', async () => {
    const { id } = await takeCall(dispatcher, { typeCode: 'landslide' });
    await order(dispatcher, id, 'P07');
    await supervisor('setTeamAside', { params: { code: 'P07' }, body: { reason: '人员不足' } });
    expect(await team('P07')).toMatchObject({ state: 'committed', words: ['1 条指令在办', '停勤：人员不足'] });
  });

  test('nobody on duty is off; a retired team is gone from the board', async () => {
    await app.source.query(`UPDATE duty_shifts SET team_code = 'nobody' WHERE team_code = 'S11'`);
    expect(await team('S11')).toMatchObject({ state: 'off', onDuty: null, words: ['当前无人值班'] });
    await app.source.query(`UPDATE teams SET retired_at = $1 WHERE code = 'S11'`, [app.now]);
    expect(await team('S11')).toBeUndefined();
  });

  test.each<[string, object, number]>([
    ['without a reason', { reason: '' }, 400],
    ['until an hour that is past', { reason: '检修', until: '2020-01-01T00:00:00Z' }, 400],
  ])('set aside %s is refused', async (_name, body, status) => {
    expect((await supervisor('setTeamAside', { params: { code: 'P10' }, body: body as never })).status).toBe(status);
  });

  test('only a supervisor, and only a team there is', async () => {
    for (const role of ['dispatcher', 'commander', 'admin', 'auditor', 'p10'])
      expect(
        (await (await app.as(role))('setTeamAside', { params: { code: 'P10' }, body: { reason: '检修' } })).status,
      ).toBe(403);
    expect((await supervisor('setTeamAside', { params: { code: 'Z99' }, body: { reason: '检修' } })).status).toBe(404);
  });
});
