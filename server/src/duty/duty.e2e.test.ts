import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DutyCalendar, RotationPlan, ShiftView } from '@liandong/shared/duty';
import { type Call, useApp } from '../../test/app.js';
import { order, takeCall } from '../../test/factories.js';
import { FakePhone } from '../../test/fake-phone.js';

/** Tuesday, 14 July 2026, 14:00 in the county: the day shift of the demo runs since 08:00. */
describe('duty', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  let leader: Call;
  let stranger: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
    leader = await app.as('s05');
    stranger = await app.as('s06');
  });

  const HOUR = 3_600_000;
  const hours = (count: number, from = app.now) => new Date(from.getTime() + count * HOUR).toISOString();
  const calendar = async (teamCode: string, days = 14, call = supervisor): Promise<DutyCalendar> =>
    (await call('dutyCalendar', { query: { teamCode, from: hours(-24 * 7), to: hours(24 * days) } })).body;
  const running = async (teamCode: string): Promise<ShiftView> =>
    (await calendar(teamCode)).shifts.find(({ startsAt, endsAt }) => startsAt <= hours(0) && endsAt > hours(0))!;
  const future = async (teamCode: string): Promise<ShiftView[]> =>
    (await calendar(teamCode)).shifts.filter(({ startsAt }) => startsAt > hours(0));
  const dutyOf = async (teamCode: string, at: string) =>
    (await supervisor('listDuty', { query: { at } })).body.items.find((row) => row.teamCode === teamCode)!.onDuty;
  const plan = (teamCode: string, memberIds: string[], more: Partial<RotationPlan> = {}) => ({
    teamCode,
    memberIds,
    startMinutes: [480],
    hours: 24,
    firstDay: '2026-07-15',
    clientId: randomUUID(),
    ...more,
  });
  /** A team without any duty, and its people. */
  const emptied = async (teamCode: string, call = supervisor) => {
    const before = await calendar(teamCode, 14, call);
    for (const { id } of before.rotations)
      await call('endRotation', { params: { id }, body: { reason: '改用新的轮值' } });
    return before.members;
  };

  test('a leader plans the own team alone, the supervisor any; nobody else plans', async () => {
    const { members, rotations } = await calendar('S05', 14, leader);
    expect((await stranger('dutyCalendar', { query: { teamCode: 'S05', from: hours(0), to: hours(1) } })).status).toBe(
      403,
    );
    const people = members.map(({ memberId }) => memberId);
    expect((await stranger('createRotation', { body: plan('S05', people) })).status).toBe(403);
    expect((await stranger('previewRotation', { body: plan('S05', people) })).status).toBe(403);
    const { id } = (await future('S05'))[0]!;
    const reason = { reason: '临时调整' };
    expect((await stranger('removeShift', { params: { id }, body: reason })).status).toBe(403);
    expect(
      (await stranger('changeShift', { params: { id }, body: { ...reason, clientId: randomUUID() } })).status,
    ).toBe(403);
    expect((await stranger('checkIn', { params: { id } })).status).toBe(403);
    expect((await stranger('writeHandover', { params: { id }, body: { note: '无' } })).status).toBe(403);
    expect((await stranger('endRotation', { params: { id: rotations[0]!.id }, body: reason })).status).toBe(403);
    const leave = {
      teamCode: 'S05',
      memberId: people[0]!,
      startsAt: hours(1),
      endsAt: hours(2),
      reason: '就医',
      clientId: randomUUID(),
    };
    expect((await stranger('takeLeave', { body: leave })).status).toBe(403);
    expect((await dispatcher('takeLeave', { body: leave })).status).toBe(403);
    expect((await leader('removeShift', { params: { id }, body: reason })).status).toBe(200);
    expect(
      (await supervisor('removeShift', { params: { id: (await future('S05'))[0]!.id }, body: reason })).status,
    ).toBe(200);
    expect((await stranger('dutyStandings')).body.items.map(({ teamCode }) => teamCode)).toEqual(['S06']);
    expect((await supervisor('dutyStandings')).body.items).toHaveLength(40);
  });

  test('a rotation takes the place of another at its first shift, without a gap; its end leaves one that shows at once', async () => {
    const { members, rotations } = await calendar('P03');
    const people = members.slice(0, 3).map(({ memberId }) => memberId);
    const wanted = plan('P03', people, { replaces: rotations[0]!.id });
    const { body: preview } = await supervisor('previewRotation', { body: wanted });
    expect(preview).toMatchObject({ gaps: [], overlaps: [], clashes: [] });
    expect(preview.shifts).toHaveLength(14);
    const made = await supervisor('createRotation', { body: wanted });
    expect(made.status).toBe(201);
    // Sent twice, it is one rotation.
    expect((await supervisor('createRotation', { body: wanted })).body.id).toBe(made.body.id);
    const after = await calendar('P03');
    expect(after.gaps).toEqual([]);
    expect(after.rotations).toHaveLength(2);
    const [first, second] = after.shifts.filter(({ rotationId }) => rotationId === made.body.id);
    expect(first).toMatchObject({
      memberId: people[0],
      startsAt: '2026-07-15T00:00:00.000Z',
      endsAt: '2026-07-16T00:00:00.000Z',
    });
    expect(second).toMatchObject({ memberId: people[1] });
    // The night before ends where the new one begins.
    expect(
      after.shifts.filter(({ startsAt, rotationId }) => startsAt >= first!.startsAt && rotationId !== made.body.id),
    ).toEqual([]);

    await supervisor('endRotation', { params: { id: made.body.id }, body: { reason: '试排结束' } });
    const ended = await calendar('P03');
    expect(ended.gaps).toEqual([{ startsAt: '2026-07-15T00:00:00.000Z', endsAt: hours(24 * 14) }]);
    const again = await supervisor('endRotation', { params: { id: made.body.id }, body: { reason: '试排结束' } });
    expect(again.problem).toMatchObject({ status: 409, state: 'ended' });
  });

  test('who was on duty at a past order is what the order says, whatever was changed since', async () => {
    const { id } = await takeCall(dispatcher);
    const [first] = await order(dispatcher, id, 'S07');
    const issued: { at: string; duty: (typeof first & object)['duty'] }[] = [
      { at: first!.issuedAt, duty: first!.duty },
    ];
    expect(first!.duty).toMatchObject({ memberId: (await running('S07')).memberId });
    const orderNow = async () => {
      const call = await takeCall(dispatcher);
      const [one] = await order(dispatcher, call.id, 'S07');
      issued.push({ at: one!.issuedAt, duty: one!.duty });
      return one!;
    };
    const spare = (await calendar('S07')).members.at(-1)!;

    app.pass({ minutes: 5 });
    const cut = {
      params: { id: (await running('S07')).id },
      body: { memberId: spare.memberId, reason: '临时替班', clientId: randomUUID() },
    };
    const taken = await supervisor('changeShift', cut);
    expect(taken.body).toMatchObject({ memberId: spare.memberId, startsAt: hours(0), source: 'single' });
    expect((await supervisor('changeShift', cut)).body.id).toBe(taken.body.id);
    expect((await orderNow()).duty).toMatchObject({ memberId: spare.memberId });

    app.pass({ minutes: 5 });
    const leave = {
      teamCode: 'S07',
      memberId: spare.memberId,
      startsAt: hours(0),
      endsAt: hours(2),
      reason: '突发疾病',
      clientId: randomUUID(),
    };
    expect((await supervisor('takeLeave', { body: leave })).status).toBe(201);
    expect((await orderNow()).duty).toBeNull();

    app.pass({ minutes: 5 });
    const { leaves, members } = await calendar('S07');
    await supervisor('endLeave', { params: { id: leaves[0]!.id } });
    expect((await orderNow()).duty).toMatchObject({ memberId: spare.memberId });

    app.pass({ minutes: 5 });
    await emptied('S07');
    await supervisor('createRotation', {
      body: plan(
        'S07',
        members.map(({ memberId }) => memberId),
        { firstDay: '2026-07-13' },
      ),
    });
    const admin = await app.as('admin');
    const params = { id: spare.memberId };
    expect((await admin('retireMember', { params, body: { reason: '调离本县' } })).status).toBe(200);
    expect((await orderNow()).duty?.memberId).not.toBe(spare.memberId);

    // Back again, he was away all the same in between.
    app.pass({ minutes: 5 });
    await app.until(async () => {
      const [{ n }] = await app.source.query('SELECT count(*)::int AS n FROM duty_shifts WHERE left_at IS NOT NULL');
      return n > 0;
    });
    expect((await admin('restoreMember', { params, body: { reason: '调回' } })).status).toBe(200);
    for (const { at, duty } of issued) {
      const was = await dutyOf('S07', at);
      expect(was && { name: was.name, phone: was.phone }).toEqual(duty && { name: duty.name, phone: duty.phone });
    }
    expect(issued.at(-1)!.duty).not.toBeNull();
    expect(issued.map(({ duty }) => duty?.memberId === spare.memberId)).toEqual([false, true, false, true, false]);
  });

  test('two shifts change hands only when the other agrees, and only as they were when it was asked', async () => {
    const [mine, , other] = await future('P04');
    const body = { shiftId: mine!.id, otherShiftId: other!.id, note: '家中有事', clientId: randomUUID() };
    const team = await app.as('p04');
    const asked = await team('askSwap', { body });
    expect(asked.body).toMatchObject({
      state: 'requested',
      mine: { memberId: mine!.memberId },
      other: { memberId: other!.memberId },
    });
    expect((await team('askSwap', { body })).body.id).toBe(asked.body.id);
    const twice = await team('askSwap', { body: { ...body, clientId: randomUUID() } });
    expect(twice.problem).toMatchObject({ status: 409, state: 'requested' });
    const holders = async () =>
      (await future('P04')).filter(({ id }) => id === mine!.id || id === other!.id).map(({ memberId }) => memberId);
    expect(await holders()).toEqual([mine!.memberId, other!.memberId]);

    const params = { id: asked.body.id };
    const own = await team('answerSwap', { params, body: { agree: true, memberId: mine!.memberId } });
    expect(own.problem).toMatchObject({ status: 400, fields: [{ path: 'memberId' }] });
    expect((await stranger('answerSwap', { params, body: { agree: true, memberId: other!.memberId } })).status).toBe(
      403,
    );
    const agreed = await team('answerSwap', { params, body: { agree: true, memberId: other!.memberId } });
    expect(agreed.body).toMatchObject({ state: 'agreed', consentedBy: other!.memberId, answeredBy: '安洲分队' });
    expect(await holders()).toEqual([other!.memberId, mine!.memberId]);
    const late = await team('withdrawSwap', { params });
    expect(late.problem).toMatchObject({ status: 409, state: 'agreed' });
  });

  test.each([
    ['asks', 'P16'],
    ['is asked', 'P17'],
  ])(
    'who has signed in early, %s for a swap and gives the shift away has not signed in for the other',
    async (asks, team) => {
      const [mine, , other] = await future(team);
      const at = app.now;
      app.at(hours(-0.5, new Date(mine!.startsAt)));
      const { body: early } = await supervisor('checkIn', { params: { id: mine!.id } });
      expect(early.checkedInAt).toBe(app.now.toISOString());
      const [asking, asked] = asks === 'asks' ? [mine!, other!] : [other!, mine!];
      const { body: swap } = await supervisor('askSwap', {
        body: { shiftId: asking.id, otherShiftId: asked.id, clientId: randomUUID() },
      });
      await supervisor('answerSwap', { params: { id: swap.id }, body: { agree: true, memberId: asked.memberId } });
      const given = (await calendar(team)).shifts.find(({ id }) => id === mine!.id);
      expect(given).toMatchObject({ memberId: other!.memberId, checkedInAt: null, checkedInBy: null });
      app.at(at);
    },
  );

  test('a swap is off when it is refused or withdrawn, when a shift changed, when leave came between, and when one has begun', async () => {
    const [a, b, c, d] = await future('P05');
    const ask = async (one: ShiftView, two: ShiftView) =>
      (await supervisor('askSwap', { body: { shiftId: one.id, otherShiftId: two.id, clientId: randomUUID() } })).body;
    const answer = (id: string, agree: boolean, memberId: string) =>
      supervisor('answerSwap', { params: { id }, body: { agree, memberId } });
    const before = (await future('P05')).map(({ id, memberId }) => [id, memberId]);
    expect((await answer((await ask(a!, b!)).id, false, b!.memberId)).body.state).toBe('refused');
    expect((await supervisor('withdrawSwap', { params: { id: (await ask(a!, b!)).id } })).body.state).toBe('withdrawn');
    expect((await future('P05')).map(({ id, memberId }) => [id, memberId])).toEqual(before);

    const changed = await ask(c!, d!);
    const longer = { endsAt: hours(1, new Date(d!.endsAt)), reason: '延长一小时', clientId: randomUUID() };
    await supervisor('changeShift', { params: { id: d!.id }, body: longer });
    expect((await answer(changed.id, true, d!.memberId)).problem).toMatchObject({ status: 409, state: 'void' });

    const other = await ask(a!, b!);
    const span = { startsAt: a!.startsAt, endsAt: a!.endsAt };
    const away = { teamCode: 'P05', memberId: b!.memberId, ...span, reason: '婚假', clientId: randomUUID() };
    const leave = await supervisor('takeLeave', { body: away });
    const name = (await calendar('P05')).members.find(({ memberId }) => memberId === b!.memberId)!.name;
    expect((await answer(other.id, true, b!.memberId)).problem).toMatchObject({
      status: 409,
      state: 'void',
      detail: `${name}该时段在请假：婚假`,
    });
    expect((await calendar('P05')).swaps.find(({ id }) => id === other.id)?.state).toBe('void');
    await supervisor('endLeave', { params: { id: leave.body.id } });

    const soon = await ask(a!, b!);
    app.at(a!.startsAt);
    expect((await answer(soon.id, true, b!.memberId)).problem).toMatchObject({ status: 409, state: 'void' });
    const begun = await supervisor('askSwap', {
      body: { shiftId: a!.id, otherShiftId: b!.id, clientId: randomUUID() },
    });
    expect(begun.problem).toMatchObject({ status: 409, state: 'begun' });
  });

  test('who is on leave is nobody on duty: a cover takes the shifts, also those planned later, else it is a gap', async () => {
    const shift = (await future('P06'))[0]!;
    const spare = (await calendar('P06')).members.at(-1)!;
    const leave = {
      teamCode: 'P06',
      memberId: shift.memberId,
      startsAt: hours(-1, new Date(shift.startsAt)),
      endsAt: shift.endsAt,
      reason: '婚假',
    };
    const alone = await supervisor('takeLeave', { body: { ...leave, clientId: randomUUID() } });
    expect((await calendar('P06')).gaps).toEqual([{ startsAt: shift.startsAt, endsAt: shift.endsAt }]);
    expect((await calendar('P06')).shifts.find(({ id }) => id === shift.id)?.absent).toHaveLength(1);
    const twice = await supervisor('takeLeave', { body: { ...leave, clientId: randomUUID() } });
    expect(twice.problem).toMatchObject({ status: 409, state: 'on-leave' });
    const back = await supervisor('endLeave', { params: { id: alone.body.id } });
    expect(back.body.withdrawnAt).not.toBeNull();
    expect((await calendar('P06')).gaps).toEqual([]);

    const long = { ...leave, coverId: spare.memberId, endsAt: hours(24 * 80), clientId: randomUUID() };
    await supervisor('takeLeave', { body: long });
    const covered = await calendar('P06');
    expect(covered.gaps).toEqual([]);
    expect(
      covered.shifts.filter(({ source }) => source === 'cover').every(({ memberId }) => memberId === spare.memberId),
    ).toBe(true);
    app.pass({ minutes: 60 * 24 * 40 });
    await app.until(async () => {
      const { gaps, shifts } = await calendar('P06', 60);
      return gaps.length === 1 && gaps[0]!.startsAt > hours(24 * 44) && shifts.some(({ source }) => source === 'cover');
    });
    app.pass({ minutes: -60 * 24 * 40 });
  });

  test('nobody is given a shift for a time of leave: not a new one, not another’s, not by a swap, not by a longer one', async () => {
    const people = await emptied('P15');
    const [away, other] = people.map(({ memberId }) => memberId);
    const add = async (memberId: string, from: number, to: number) =>
      supervisor('addShift', {
        body: { teamCode: 'P15', memberId, startsAt: hours(from), endsAt: hours(to), clientId: randomUUID() },
      });
    const change = (id: string, more: object) =>
      supervisor('changeShift', { params: { id }, body: { ...more, reason: '调整', clientId: randomUUID() } });
    const before = (await add(away!, 40, 48)).body;
    const during = (await add(other!, 50, 58)).body;
    const span = { startsAt: hours(48), endsAt: hours(72) };
    const leave = { teamCode: 'P15', memberId: away!, ...span, reason: '婚假', clientId: randomUUID() };
    const taken = await supervisor('takeLeave', { body: leave });

    const refused = { status: 409, state: 'on-leave', detail: '此人该时段在请假：婚假' };
    expect((await add(away!, 60, 62)).problem).toMatchObject(refused);
    expect((await change(during.id, { memberId: away })).problem).toMatchObject(refused);
    expect((await change(before.id, { endsAt: hours(49) })).problem).toMatchObject(refused);
    const swap = { shiftId: before.id, otherShiftId: during.id, clientId: randomUUID() };
    const { name } = people[0]!;
    expect((await supervisor('askSwap', { body: swap })).problem).toMatchObject({
      ...refused,
      detail: `${name}该时段在请假：婚假`,
    });
    expect((await future('P15')).map(({ memberId, endsAt }) => [memberId, endsAt])).toEqual([
      [away, hours(48)],
      [other, hours(58)],
    ]);

    expect((await add(away!, 72, 74)).status).toBe(201);
    await supervisor('endLeave', { params: { id: taken.body.id } });
    expect((await change(before.id, { endsAt: hours(49) })).status).toBe(200);
    // Leave taken for a part of a shift that is there: the shift may still be shortened.
    await supervisor('takeLeave', {
      body: { ...leave, startsAt: hours(47), endsAt: hours(60), clientId: randomUUID() },
    });
    expect((await change(before.id, { endsAt: hours(48) })).status).toBe(200);
  });

  test('while one team’s rotation cannot be planned on, the others are, and gaps are found and chased all the same', async () => {
    await app.source.query(`DELETE FROM duty_shifts WHERE team_code = 'P16'`);
    await app.source.query(`UPDATE duty_rotations SET filled_until = '2026-06-30' WHERE team_code IN ('P14', 'P16')`);
    await app.source.query(
      `ALTER TABLE duty_rotations ADD CONSTRAINT broken CHECK (team_code <> 'P14' OR filled_until < '2026-07-01') NOT VALID`,
    );
    const { id, startsAt } = (await future('P13'))[0]!;
    await supervisor('removeShift', { params: { id }, body: { reason: '临时调整' } });
    await app.until(
      async () =>
        (
          await app.source.query(
            `SELECT 1 FROM duty_gaps WHERE team_code = 'P13' AND starts_at = $1 AND chased_stage > 0`,
            [startsAt],
          )
        ).length === 1,
    );
    await app.until(async () => (await future('P16')).length > 0);
    await app.source.query('ALTER TABLE duty_rotations DROP CONSTRAINT broken');
  });

  test('nobody stands for two teams at once, nor twice for one; two people at once are told', async () => {
    const people = await emptied('P08');
    const teams = await emptied('P09');
    await app.source.query('UPDATE team_members SET phone = $2 WHERE id = $1', [teams[0]!.memberId, people[0]!.phone]);
    const span = { startsAt: hours(100), endsAt: hours(110) };
    const add = (teamCode: string, memberId: string, more: object = {}) =>
      supervisor('addShift', { body: { teamCode, memberId, ...span, ...more, clientId: randomUUID() } });
    expect((await add('P08', people[0]!.memberId)).status).toBe(201);
    expect((await add('P08', people[0]!.memberId)).problem).toMatchObject({ status: 409, state: 'on-duty-already' });
    expect((await add('P09', teams[0]!.memberId)).problem).toMatchObject({ status: 409, state: 'on-duty-elsewhere' });
    expect((await add('P09', teams[0]!.memberId, { startsAt: hours(110), endsAt: hours(111) })).status).toBe(201);
    expect((await add('P08', people[1]!.memberId, { startsAt: hours(105) })).status).toBe(201);
    expect((await calendar('P08')).overlaps).toEqual([{ startsAt: hours(105), endsAt: hours(110) }]);
    const { body } = await supervisor('previewRotation', {
      body: plan('P09', [teams[0]!.memberId], { hours: 12, startMinutes: [480, 1200] }),
    });
    expect(body.clashes).toMatchObject([{ teamShortName: '埠头分队' }, { teamShortName: '埠头分队' }]);
    expect(body.gaps.length).toBeGreaterThan(0);
  });

  test('signing in: from an hour before, late after a quarter of an hour, once; who does not is called, with the commander', async () => {
    const members = await emptied('P10');
    const spare = members.at(-1)!;
    const startsAt = '2026-07-16T01:00:00.000Z';
    const add = {
      teamCode: 'P10',
      memberId: spare.memberId,
      startsAt,
      endsAt: '2026-07-16T09:00:00.000Z',
      clientId: randomUUID(),
    };
    const { body: shift } = await supervisor('addShift', { body: add });
    const team = await app.as('p10');
    const params = { id: shift.id };
    app.at('2026-07-15T23:59:59.000Z');
    expect((await team('checkIn', { params })).problem).toMatchObject({ status: 409, state: 'ahead' });
    app.at('2026-07-16T01:15:00.000Z');
    const standing = async () =>
      (await supervisor('dutyStandings')).body.items.find(({ teamCode }) => teamCode === 'P10')!;
    expect((await standing()).onDuty).toMatchObject([{ shiftId: shift.id, late: false, checkedInAt: null }]);
    app.at('2026-07-16T01:15:01.000Z');
    const commander = await FakePhone.of(app, 'P10');
    await commander.receives(`${spare.name}应于7月16日9时00分到岗值班，尚未签到`);
    expect((await standing()).onDuty).toMatchObject([{ late: true }]);
    app.pass({ minutes: 30 });
    const { body: late } = await team('checkIn', { params });
    expect(late).toMatchObject({ checkedInAt: app.now.toISOString(), late: true, checkedInBy: '田市分队' });
    app.pass({ minutes: 1 });
    expect((await team('checkIn', { params })).body.checkedInAt).toBe(late.checkedInAt);
    const texts = await app.source.query(
      `SELECT count(*)::int AS n FROM outgoing_messages WHERE template = 'duty_check_in' AND team_code = 'P10'`,
    );
    expect(texts[0].n).toBe(2);
    app.at('2026-07-16T09:00:00.000Z');
    const ended = await supervisor('checkIn', { params: { id: (await calendar('P11')).shifts[0]!.id } });
    expect(ended.problem).toMatchObject({ status: 409, state: 'ended' });
  });

  test('a handover is written by the outgoing and confirmed by somebody else; then it stands', async () => {
    const shift = await running('P12');
    const team = await app.as('p12');
    const params = { id: shift.id };
    const ahead = await team('writeHandover', { params: { id: (await future('P12'))[0]!.id }, body: { note: '无' } });
    expect(ahead.problem).toMatchObject({ status: 409, state: 'ahead' });
    await team('writeHandover', { params, body: { note: '水泵待修' } });
    const { body: written } = await team('writeHandover', {
      params,
      body: { note: '水泵已修', openPoints: ['油料待补'] },
    });
    expect(written).toMatchObject({
      outgoing: shift.name,
      note: '水泵已修',
      openPoints: ['油料待补'],
      confirmedAt: null,
    });
    const self = await team('confirmHandover', { params: { id: written.id }, body: { memberId: shift.memberId } });
    expect(self.problem).toMatchObject({ status: 400, fields: [{ path: 'memberId' }] });
    const { memberId, name } = (await future('P12'))[0]!;
    const done = await team('confirmHandover', { params: { id: written.id }, body: { memberId } });
    expect(done.body).toMatchObject({ confirmedMember: name, confirmedBy: '下各分队' });
    expect((await team('writeHandover', { params, body: { note: '再改' } })).problem).toMatchObject({
      status: 409,
      state: 'confirmed',
    });
    expect((await calendar('P12')).handovers).toHaveLength(1);
  });

  test('a gap of 14 days ahead is chased when found, three days and a day before, and no more once it is filled', async () => {
    app.at('2026-08-03T02:00:00Z');
    await app.until(async () => (await calendar('S10', 30)).gaps.length === 0);
    const shift = (await future('S10')).find(({ startsAt }) => startsAt > hours(24 * 6))!;
    await supervisor('removeShift', { params: { id: shift.id }, body: { reason: '外出培训' } });
    const sent = async () =>
      (
        await app.source.query(
          `SELECT recipient_post AS post, text FROM outgoing_messages WHERE template = 'duty_gap' AND team_code = 'S10' ORDER BY id`,
        )
      ).map(({ post }: { post: string }) => post);
    const gap = async () => (await supervisor('dutyGaps')).body.items.find(({ teamCode }) => teamCode === 'S10');
    await app.until(async () => (await sent()).length === 2);
    expect(await sent()).toEqual(['commander', 'liaison']);
    expect(await gap()).toMatchObject({ startsAt: shift.startsAt, endsAt: shift.endsAt, urgent: false });
    const id = (await gap())!.id;
    expect(id).toEqual(expect.any(String));
    const liaison = await FakePhone.of(app, 'S10', 'liaison');
    await liaison.receives('值班空缺：8月');
    app.at(hours(-71, new Date(shift.startsAt)));
    await app.until(async () => (await sent()).length === 4);
    app.at(hours(-24, new Date(shift.startsAt)));
    await app.until(async () => (await sent()).length === 6);
    expect(await gap()).toMatchObject({ id, urgent: true });
    app.at(hours(1, new Date(shift.startsAt)));
    expect(await gap()).toMatchObject({ id, urgent: true });
    const auditor = await app.as('auditor');
    const types = async () =>
      (await auditor('readTrail', { query: { limit: 1000 } })).body.items
        .filter(
          ({ type, payload }) =>
            type.startsWith('duty.gap') && (payload as { startsAt: string }).startsAt === shift.startsAt,
        )
        .map(({ type }) => type);
    const { members } = await calendar('S10');
    const fill = {
      teamCode: 'S10',
      memberId: members.at(-1)!.memberId,
      startsAt: hours(0),
      endsAt: shift.endsAt,
      clientId: randomUUID(),
    };
    expect((await supervisor('addShift', { body: fill })).status).toBe(201);
    await app.until(async () => (await types()).includes('duty.gap_filled'));
    expect((await types()).sort()).toEqual([
      'duty.gap_alarmed',
      'duty.gap_chased',
      'duty.gap_filled',
      'duty.gap_found',
    ]);
    expect(await sent()).toHaveLength(6);
    expect(await gap()).toBeUndefined();
  });

  test('what is wrong is named, and nothing is half done', async () => {
    const { members, shifts } = await calendar('P13');
    const people = members.map(({ memberId }) => memberId);
    const missing = '00000000-0000-7000-8000-000000000000';
    const other = (await calendar('P14')).members[0]!.memberId;
    const rotate = async (more: Partial<RotationPlan>) =>
      (await supervisor('createRotation', { body: plan('P13', people, more) })).problem;
    expect(await rotate({ memberIds: [people[0]!, other] })).toMatchObject({
      status: 400,
      fields: [{ path: 'memberIds.1' }],
    });
    expect(await rotate({ memberIds: [people[0]!, people[0]!] })).toMatchObject({ status: 400 });
    expect(await rotate({ memberIds: [people[0]!], perShift: 2 })).toMatchObject({ fields: [{ path: 'perShift' }] });
    expect(await rotate({ firstDay: '2027-02-29' })).toMatchObject({ status: 400, fields: [{ path: 'firstDay' }] });
    expect(await rotate({ firstDay: '2026-09-02', lastDay: '2026-09-01' })).toMatchObject({
      fields: [{ path: 'lastDay' }],
    });
    expect(await rotate({ firstDay: '2026-01-01', lastDay: '2026-01-02' })).toMatchObject({
      fields: [{ path: 'lastDay' }],
    });
    expect(await rotate({ replaces: missing })).toMatchObject({ status: 404 });
    expect((await supervisor('createRotation', { body: plan('X99', people) })).status).toBe(404);
    const add = async (startsAt: string, endsAt: string, memberId = people[0]!) =>
      (await supervisor('addShift', { body: { teamCode: 'P13', memberId, startsAt, endsAt, clientId: randomUUID() } }))
        .problem;
    expect(await add(hours(2), hours(1))).toMatchObject({ fields: [{ path: 'endsAt' }] });
    expect(await add(hours(-3), hours(-1))).toMatchObject({
      fields: [{ path: 'endsAt', message: '已经过去，过去的值班不能改' }],
    });
    expect(await add(hours(1), hours(24 * 40))).toMatchObject({ fields: [{ path: 'endsAt' }] });
    expect(await add(hours(1), hours(2), other)).toMatchObject({
      fields: [{ path: 'memberId', message: '不是本队队员' }],
    });
    const gone = await supervisor('removeShift', { params: { id: missing }, body: { reason: '没有' } });
    expect(gone.status).toBe(404);
    const past = shifts.find(({ endsAt }) => endsAt <= hours(0))!;
    const now = await running('P13');
    const remove = async ({ id }: ShiftView) =>
      (await supervisor('removeShift', { params: { id }, body: { reason: '撤销' } })).problem;
    expect(await remove(past)).toMatchObject({ status: 409, state: 'ended' });
    expect(await remove(now)).toMatchObject({ status: 409, state: 'running' });
    const change = async ({ id }: ShiftView, more: object) =>
      (await supervisor('changeShift', { params: { id }, body: { reason: '改动', clientId: randomUUID(), ...more } }))
        .problem;
    expect(await change(past, { memberId: people[0] })).toMatchObject({ status: 409, state: 'ended' });
    expect(await change(now, { startsAt: hours(-2) })).toMatchObject({ fields: [{ path: 'startsAt' }] });
    const [soon] = await future('P13');
    const foreign = (await future('P14'))[0]!;
    const swap = await supervisor('askSwap', {
      body: { shiftId: soon!.id, otherShiftId: foreign.id, clientId: randomUUID() },
    });
    expect(swap.problem).toMatchObject({ fields: [{ path: 'otherShiftId' }] });
    const wide = await supervisor('dutyCalendar', { query: { teamCode: 'P13', from: hours(0), to: hours(24 * 200) } });
    expect(wide.problem).toMatchObject({ status: 400, fields: [{ path: 'to' }] });
    expect(
      (await supervisor('dutyCalendar', { query: { teamCode: 'X99', from: hours(0), to: hours(1) } })).status,
    ).toBe(404);
    expect((await calendar('P13')).shifts.map(({ id }) => id)).toEqual(shifts.map(({ id }) => id));
  });
});
