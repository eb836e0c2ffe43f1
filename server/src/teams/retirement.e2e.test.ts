import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BroadcastGroup } from '@liandong/shared/broadcast';
import { type Call, useApp } from '../../test/app.js';
import { incidentOf, LANDSLIDE, order, report, takeCall } from '../../test/factories.js';

const reason = '机构撤并';

describe('who has left is asked nothing any more', () => {
  const app = useApp();
  let desk: Call;
  let admin: Call;
  beforeAll(async () => {
    desk = await app.as('supervisor');
    admin = await app.as('admin');
  });
  const read = async (code: string) => (await admin('getTeam', { params: { code } })).body;
  const phones = async () => (await admin('practicePhones', { query: {} })).body.items.map((phone) => phone.number);
  const retire = async (code: string) => admin('retireTeam', { params: { code }, body: { reason } });
  const recipients = async (...groups: BroadcastGroup[]) => {
    const { body } = await desk('previewBroadcast', { body: { groups, text: '演练通知' } });
    return body.numbers;
  };

  test('before a team is retired the county sees what it loses: its plans by level, its shifts, its equipment', async () => {
    const losses = async (code: string) => (await admin('previewRetirement', { params: { code } })).body;
    const written = await admin('createResponsePlan', {
      body: {
        typeCode: 'landslide',
        name: '演示增援',
        levels: [{ steps: [{ local: 'township' }] }, { steps: [{ team: 'P01' }, { team: 'S04' }] }],
        effectiveFrom: app.now.toISOString(),
        reason: '试编',
        clientId: randomUUID(),
      },
    });
    expect(written.body).toMatchObject({ name: '演示增援' });
    const [issued] = await order(desk, (await takeCall(desk)).id, 'S04');
    const seen = await losses('S04');
    expect(seen.plans).toContainEqual({ code: expect.any(String), name: '演示增援', levels: [2] });
    expect(seen.plans.every(({ levels }) => levels.length > 0)).toBe(true);
    expect(seen.openOrders).toEqual([issued!.code]);
    const counted = await app.source.query(
      `SELECT (SELECT count(*)::int FROM duty_shifts WHERE team_code = 'S04' AND ends_at > $1) AS shifts,
              (SELECT count(*)::int FROM equipment WHERE team_code = 'S04') AS equipment`,
      [app.now],
    );
    expect(counted[0].shifts).toBeGreaterThan(0);
    expect(seen).toMatchObject(counted[0]);
    await report(desk, issued!.id, 'declined', { note: '车辆故障' });
    expect((await losses('S04')).openOrders).toEqual([]);
    expect((await losses('P17')).plans.map(({ name }) => name)).not.toContain('演示增援');
    expect((await admin('previewRetirement', { params: { code: 'X99' } })).status).toBe(404);
  });

  test('a team with an open order is not retired; once it has ended it is, and only once', async () => {
    const [issued] = await order(desk, (await takeCall(desk)).id, 'S03');
    const refused = await retire('S03');
    expect(refused.problem).toMatchObject({ status: 409, state: 'open_orders' });
    expect(refused.problem.detail).toContain(`${issued!.code}号`);
    await report(desk, issued!.id, 'declined', { note: '车辆故障' });
    expect((await retire('S03')).body.team.retiredAt).not.toBeNull();
    expect((await retire('S03')).problem).toMatchObject({ status: 409, state: 'retired' });
    expect((await retire('X99')).status).toBe(404);
  });

  test('a retired team takes no orders, alone or with others, and is not recommended; its past stays', async () => {
    const { id } = await takeCall(desk, { ...LANDSLIDE, typeCode: 'flood' });
    const answer = await desk('issueOrders', { params: { id }, body: { teamCodes: ['S05', 'S03'] } });
    expect(answer.problem.fields).toEqual([{ path: 'teamCodes.1', message: '防汛抗旱队已停用，不接受指令' }]);
    expect((await incidentOf(desk, id)).orders).toEqual([]);
    const { body } = await desk('recommendTeams', { params: { id } });
    expect(body.items.map((team) => team.teamCode)).not.toContain('S03');
    expect(body.items.map((team) => team.teamCode)).toContain('S05');
    const { body: past } = await desk('listOrders', { query: {} });
    expect(past.items.map((one) => one.teamCode)).toContain('S03');
  });

  test('its own account takes no call on the hotline', async () => {
    const body = { ...LANDSLIDE, clientId: randomUUID() };
    const answer = await (await app.as('s03'))('takeOnHotline', { body });
    expect(answer.status).toBe(400);
  });

  test('it is in no list unless asked for, in no directory of phones, in no group', async () => {
    const { alarmPhone, members } = await read('S03');
    const list = async (query: { retired?: '1' }) =>
      (await desk('listTeams', { query })).body.items.map((team) => team.code);
    expect(await list({})).not.toContain('S03');
    expect((await list({ retired: '1' })).at(-1)).toBe('S03');
    expect(await phones()).not.toContain(alarmPhone);
    expect(await phones()).not.toContain(members[0]!.phone);
    const commanders = await recipients({ kind: 'commanders' });
    expect(commanders).toBe(39);
  });

  test('it is edited by nobody until it comes back, and then takes orders again', async () => {
    const { version, members } = await read('S03');
    const edit = () => admin('editTeam', { params: { code: 'S03' }, body: { duties: '新', baseVersion: version } });
    expect((await edit()).problem).toMatchObject({ status: 409, state: 'retired' });
    const body = { name: '新名', baseVersion: members[0]!.version };
    expect((await admin('editMember', { params: { id: members[0]!.id }, body })).status).toBe(409);
    const restore = () => admin('restoreTeam', { params: { code: 'S03' }, body: { reason: '恢复建制' } });
    expect((await restore()).body.team.retiredAt).toBeNull();
    expect((await restore()).problem).toMatchObject({ status: 409, state: 'active' });
    expect(await order(desk, (await takeCall(desk)).id, 'S03')).toHaveLength(1);
  });

  test('a member who has left gets no order, is on no duty, in no group, no directory, and does not count', async () => {
    const before = await read('S05');
    const { onDuty, strength } = before;
    const chief = before.members[0]!;
    const duty = before.members.find((one) => one.phone === onDuty!.phone)!;
    for (const { id } of new Map([chief, duty].map((one) => [one.id, one])).values())
      await admin('retireMember', { params: { id }, body: { reason: '离队' } });
    const after = await read('S05');
    expect(after.onDuty).toBeNull();
    expect(after.strength).toBeLessThan(strength);
    expect(await phones()).not.toContain(chief.phone);
    const [issued] = await order(desk, (await takeCall(desk)).id, 'S05');
    const { messages } = (await desk('getOrder', { params: { id: issued!.id } })).body;
    const told = messages.map((message) => message.phone);
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain(chief.phone);
    expect(told).not.toContain(duty.phone);
    const { body } = await desk('recommendTeams', { params: { id: (await takeCall(desk)).id } });
    expect(body.items.find((team) => team.teamCode === 'S05')).toMatchObject({ onDuty: false });
    expect(await recipients({ kind: 'on_duty' })).toBe(39);
  });

  test('who moved answers for his new team, not by the old team’s roster', async () => {
    const { onDuty, members } = await read('S06');
    const man = members.find((one) => one.phone === onDuty!.phone)!;
    const successorId = man.post === 'commander' ? members[1]!.id : undefined;
    const body = { teamCode: 'S07', post: 'member' as const, reason, ...(successorId && { successorId }) };
    const moved = await admin('moveMember', { params: { id: man.id }, body });
    expect(moved.body.warnings).toEqual([expect.stringMatching(/还排有 \d+ 个班次/)]);
    expect((await read('S06')).onDuty).toBeNull();
    expect((await read('S07')).onDuty!.phone).not.toBe(man.phone);
  });
});

describe('every number of a member is his', () => {
  const app = useApp();

  test('a text from his second phone counts as his, and proves the number; the order goes to the first', async () => {
    const [desk, admin] = [await app.as('dispatcher'), await app.as('admin')];
    const chief = (await admin('getTeam', { params: { code: 'S05' } })).body.members[0]!;
    const second = '10039990777';
    const phones = [
      { phone: chief.phone, label: '' },
      { phone: second, label: '家庭' },
    ];
    await admin('editMember', { params: { id: chief.id }, body: { phones, baseVersion: chief.version } });
    const [issued] = await order(desk, (await takeCall(desk)).id, 'S05');
    await admin('practiceReply', { params: { number: second }, body: { text: `1 ${issued!.code}` } });
    const done = await app.until(async () => {
      const { body } = await desk('getOrder', { params: { id: issued!.id } });
      return body.status === 'acknowledged' && body;
    });
    expect(done.messages.map((message) => message.phone)).not.toContain(second);
    const { members } = (await admin('getTeam', { params: { code: 'S05' } })).body;
    expect(members[0]!.verified).toMatchObject([{ phone: second, how: 'reply', by: chief.name }]);
  });

  test('put first, it is the number orders go to', async () => {
    const [desk, admin] = [await app.as('dispatcher'), await app.as('admin')];
    const chief = (await admin('getTeam', { params: { code: 'S05' } })).body.members[0]!;
    const phones = [...chief.morePhones, { phone: chief.phone, label: '' }];
    await admin('editMember', { params: { id: chief.id }, body: { phones, baseVersion: chief.version } });
    const [issued] = await order(desk, (await takeCall(desk)).id, 'S05');
    const { messages } = (await desk('getOrder', { params: { id: issued!.id } })).body;
    expect(messages.map((message) => message.phone)).toContain('10039990777');
    expect(messages.map((message) => message.phone)).not.toContain(chief.phone);
  });
});
