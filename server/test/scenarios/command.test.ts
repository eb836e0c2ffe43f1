import { beforeAll, describe, expect, test } from '@jest/globals';
import type { IncidentView } from '@liandong/shared/incident';
import { type Call, useApp } from '../app.js';
import { order, orderOf, report, takeCall } from '../factories.js';

/** Who commands at the scene, and how command passes. */
describe('command at the scene', () => {
  const app = useApp();
  let dispatcher: Call;
  let admin: Call;
  beforeAll(async () => {
    [dispatcher, admin] = [await app.as('dispatcher'), await app.as('admin')];
    app.at('2026-07-14T06:00:00Z');
  });

  const OUTAGE = { typeCode: 'power_outage', narrative: '安洲街道大面积停电', severity: 'IV', location: undefined };
  const incidentNow = async (id: string): Promise<IncidentView> =>
    (await dispatcher('getIncident', { params: { id } })).body;
  const head = async (team: string) => {
    const { members } = (await dispatcher('getTeam', { params: { code: team } })).body;
    const { name, phone } = members.find((one) => one.post === 'commander')!;
    return { name, phone };
  };

  test('一般性: the head of the lead team, named once teams are called; he changes with the team that leads', async () => {
    const { id, sceneCommand, sceneCommander } = await takeCall(dispatcher, OUTAGE);
    expect([sceneCommand, sceneCommander]).toEqual(['主责队伍负责人', null]);
    await order(dispatcher, id, 'S08', 'S07', 'P01');
    expect(await incidentNow(id)).toMatchObject({ leadTeamCode: 'S08', sceneCommander: await head('S08') });
    const given = { params: { id }, body: { teamCode: 'S07', reason: '现场以清障为主' } };
    expect((await dispatcher('transferCommand', given)).body).toMatchObject({
      leadTeamCode: 'S07',
      sceneCommander: await head('S07'),
    });
    await report(dispatcher, (await orderOf(dispatcher, id, 'P01')).id, 'acknowledged');
    await report(dispatcher, (await orderOf(dispatcher, id, 'S07')).id, 'declined', { note: '车辆故障' });
    expect(await incidentNow(id)).toMatchObject({ leadTeamCode: 'P01', sceneCommander: await head('P01') });
  });

  test('a person named by hand stays, whatever team leads', async () => {
    const { id } = await takeCall(dispatcher, OUTAGE);
    await order(dispatcher, id, 'S08', 'S07');
    const commander = { post: '现场总指挥', name: '演示-林', phone: '10000000911' };
    await dispatcher('transferCommand', { params: { id }, body: { commander, reason: '领导到场' } });
    await dispatcher('transferCommand', { params: { id }, body: { teamCode: 'S07', reason: '换班' } });
    const { name, phone } = commander;
    expect(await incidentNow(id)).toMatchObject({ sceneCommand: '现场总指挥', sceneCommander: { name, phone } });
  });

  test('a team without an open order here cannot lead, and nobody at all is no transfer', async () => {
    const { id } = await takeCall(dispatcher, OUTAGE);
    await order(dispatcher, id, 'S08');
    const transfer = (body: object) =>
      dispatcher('transferCommand', { params: { id }, body: { reason: '移交', ...body } });
    expect((await transfer({ teamCode: 'S07' })).problem.fields).toMatchObject([{ path: 'teamCode' }]);
    expect((await transfer({})).status).toBe(400);
  });

  test('another person in the post: the next incident names him, the running one keeps its own', async () => {
    const before = await takeCall(dispatcher);
    const params = { code: 'deputy_head' };
    const body = { name: '演示-新任', phone: '10000000999', reason: '人事变动' };
    expect((await dispatcher('editCommandPost', { params, body })).status).toBe(403);
    expect((await admin('editCommandPost', { params, body })).body).toMatchObject({ name: '演示-新任' });
    expect((await takeCall(dispatcher)).sceneCommander).toEqual({ name: '演示-新任', phone: '10000000999' });
    expect((await incidentNow(before.id)).sceneCommander).toEqual(before.sceneCommander);
    expect((await admin('editCommandPost', { params: { code: 'nobody' }, body })).status).toBe(404);
  });
});
