import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DutyCalendar, ShiftView } from '@liandong/shared/duty';
import { type Call, useApp } from '../../test/app.js';
import { FakePhone } from '../../test/fake-phone.js';

/** Tuesday, 14 July 2026, 14:00 in the county: the day shift of the demo runs since 08:00. */
describe('duty by text from a member’s own phone', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  const HOUR = 3_600_000;
  const hours = (count: number, from = app.now) => new Date(from.getTime() + count * HOUR).toISOString();
  const calendar = async (teamCode: string): Promise<DutyCalendar> =>
    (await supervisor('dutyCalendar', { query: { teamCode, from: hours(0), to: hours(24 * 14) } })).body;
  const future = async (teamCode: string): Promise<ShiftView[]> =>
    (await calendar(teamCode)).shifts.filter(({ startsAt }) => startsAt > hours(0));

  /** What a phone said and what it was told back. */
  const says = async (number: string, text: string) => {
    const { replyId } = (await dispatcher('practiceReply', { params: { number }, body: { text, channel: 'sms' } }))
      .body;
    return app.until(async () => {
      const { items } = (await dispatcher('listReplies', { query: { state: 'all' } })).body;
      const reply = items.find(({ id }) => id === replyId)!;
      return reply.state !== 'received' && reply;
    });
  };
  const askSwap = async (mine: ShiftView, other: ShiftView) =>
    (await supervisor('askSwap', { body: { shiftId: mine.id, otherShiftId: other.id, clientId: randomUUID() } })).body;

  test('the other agrees to a swap, or not, by text from the own phone; nobody else’s word counts', async () => {
    const [a, b, c] = await future('P18');
    const phoneOf = async (memberId: string) =>
      (await calendar('P18')).members.find((one) => one.memberId === memberId)!.phone;
    const holders = async () =>
      (await future('P18')).filter(({ id }) => [a!.id, b!.id].includes(id)).map(({ memberId }) => memberId);
    await askSwap(a!, b!);
    const other = await phoneOf(b!.memberId);
    await FakePhone.at(app, other).receives('请回复“同意换班”或“不同意换班”');
    expect(await says(await phoneOf(a!.memberId), '同意换班')).toMatchObject({ state: 'queued' });
    expect(await says(other, '不同意')).toMatchObject({ state: 'applied', why: '不同意换班' });
    expect(await holders()).toEqual([a!.memberId, b!.memberId]);

    const asked = await askSwap(a!, b!);
    expect(await says(other, '同意换班。')).toMatchObject({ state: 'applied', why: '同意换班' });
    expect(await holders()).toEqual([b!.memberId, a!.memberId]);
    const [event] = await app.source.query(
      `SELECT actor_name AS name, actor_role AS role FROM event_log WHERE type = 'duty.swap_agreed' AND payload ->> 'swapId' = $1`,
      [asked.id],
    );
    expect(event).toEqual({ name: b!.name, role: 'phone' });
    expect(await says(other, '同意')).toMatchObject({ state: 'queued' });

    const leave = { startsAt: hours(-1, new Date(a!.startsAt)), endsAt: c!.endsAt, reason: '婚假' };
    await askSwap(a!, c!);
    await supervisor('takeLeave', {
      body: { teamCode: 'P18', memberId: c!.memberId, ...leave, clientId: randomUUID() },
    });
    expect(await says(await phoneOf(c!.memberId), '同意')).toMatchObject({
      state: 'applied',
      why: '换班申请作废',
      answer: `${c!.name}该时段在请假：婚假，换班申请作废`,
    });
  });

  test('asked for two swaps at once, a text says neither; whoever has none to answer is asked what he means', async () => {
    const [a, b, c] = await future('P19');
    const two = (await future('P19')).filter(({ memberId }) => memberId === b!.memberId);
    await askSwap(a!, b!);
    await askSwap(c!, two[1]!);
    const number = (await calendar('P19')).members.find(({ memberId }) => memberId === b!.memberId)!.phone;
    expect(await says(number, '同意')).toMatchObject({ state: 'queued', why: '有几个换班申请待答' });
  });

  test('signing in by text: from an hour before, by the person alone, told back', async () => {
    const [spare, stranger] = (await calendar('P20')).members.slice(-2);
    const startsAt = hours(30);
    const { body: shift } = await supervisor('addShift', {
      body: { teamCode: 'P20', memberId: spare!.memberId, startsAt, endsAt: hours(38), clientId: randomUUID() },
    });
    const before = app.now;
    app.at(hours(-2, new Date(startsAt)));
    expect(await says(spare!.phone, '签到')).toMatchObject({ state: 'queued', why: '没有可签到的班次' });
    app.at(hours(-0.5, new Date(startsAt)));
    expect(await says(stranger!.phone, '签到')).toMatchObject({ state: 'queued', why: '没有可签到的班次' });
    const said = await says(spare!.phone, '签到');
    expect(said).toMatchObject({ state: 'applied', answer: '已签到：7月15日20时00分的班' });
    await FakePhone.at(app, spare!.phone).receives('已签到：7月15日20时00分的班');
    expect((await calendar('P20')).shifts.find(({ id }) => id === shift.id)).toMatchObject({
      checkedInAt: app.now.toISOString(),
      checkedInBy: spare!.name,
    });
    app.at(before);
  });
});
