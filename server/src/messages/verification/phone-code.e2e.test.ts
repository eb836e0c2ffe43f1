import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../../test/app.js';
import { FakePhone } from '../../../test/fake-phone.js';

describe('a number is verified by the code that was texted to it', () => {
  const app = useApp();
  const read = async (code: string) => (await (await app.as('admin'))('getTeam', { params: { code } })).body;
  const commander = async (code: string) => (await read(code)).members.find(({ post }) => post === 'commander')!;
  const send = async (id: string, phone: string, as = 'admin') =>
    (await app.as(as))('sendPhoneCode', { params: { id }, body: { phone } });
  const take = async (id: string, phone: string, code: string, as = 'admin') =>
    (await app.as(as))('takePhoneCode', { params: { id }, body: { phone, code } });
  /** The number of a team's commander, with the code that has just come to it. */
  async function asked(teamCode: string, as = 'admin') {
    const { id, phone } = await commander(teamCode);
    const owner = await FakePhone.of(app, teamCode);
    expect((await send(id, phone, as)).status).toBe(201);
    const [code] = /[0-9]{6}/.exec(await owner.receives('核实手机号'))!;
    const other = String(((Number(code) - 100_000 + 1) % 900_000) + 100_000);
    return { id, phone, owner, code, other };
  }
  const replyOf = async (id: string) => {
    const [row] = await app.source.query('SELECT state, why FROM incoming_replies WHERE id = $1', [id]);
    return row.state !== 'received' && row;
  };

  test('its owner reads the code out: verified, with the day and by whom, on the team’s record without the code', async () => {
    const { id, phone, code } = await asked('S05');
    const taken = await take(id, phone, code);
    expect(taken.status).toBe(200);
    expect((await commander('S05')).verified).toEqual([
      { phone, at: expect.any(String), how: 'code', by: '演示-管理员' },
    ]);
    expect((await take(id, phone, code)).problem.fields?.[0]?.message).toContain('已经用过');
    const told = await app.source.query(`SELECT payload::text AS p FROM event_log WHERE type LIKE 'team.phone_%'`);
    expect(told.length).toBe(2);
    expect(told.some(({ p }: { p: string }) => p.includes(code))).toBe(false);
  });

  test('or he answers the text with it: verified by himself, and no dispatcher has to read the reply', async () => {
    const { owner, phone, code } = await asked('S06');
    const replyId = await owner.replies(code);
    expect(await app.until(() => replyOf(replyId))).toMatchObject({ state: 'settled' });
    const { name, verified } = await commander('S06');
    expect(verified).toMatchObject([{ phone, how: 'code', by: name }]);
  });

  test('a wrong code is refused with what is left; after five the right one is refused as well', async () => {
    const { id, phone, owner, code, other } = await asked('S07');
    expect((await take(id, phone, other)).problem.fields).toEqual([
      { path: 'code', message: '验证码不对，还可以试 4 次' },
    ]);
    const replyId = await owner.replies(other);
    expect(await app.until(() => replyOf(replyId))).toEqual({ state: 'queued', why: '验证码不对，还可以试 3 次' });
    for (const _ of [3, 4, 5]) await take(id, phone, other);
    const refused = await take(id, phone, code);
    expect([refused.status, refused.problem.fields?.[0]?.message]).toEqual([
      400,
      '验证码错了 5 次，已作废，请重新发送',
    ]);
  });

  test('after 30 minutes it is good no more; another is sent, though not within a minute', async () => {
    const { id, phone, code } = await asked('S08');
    expect((await send(id, phone)).problem).toMatchObject({ status: 409, state: 'sent' });
    await app.pass({ minutes: 30, seconds: 1 });
    expect((await take(id, phone, code)).problem.fields?.[0]?.message).toContain('超过 30 分钟');
    expect((await send(id, phone)).status).toBe(201);
  });

  test('a leader does so for his own team only, and for numbers of its members only', async () => {
    const { id, phone } = await commander('S09');
    expect((await send(id, phone, 's10')).status).toBe(403);
    expect((await send(id, phone, 'dispatcher')).status).toBe(403);
    expect((await send(id, '10099999999')).problem.fields).toMatchObject([{ path: 'phone' }]);
    expect((await send(id, phone, 's09')).status).toBe(201);
  });
});
