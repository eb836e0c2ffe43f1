import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ObligationView } from '@liandong/shared/obligation';
import type { NoticeView } from '@liandong/shared/supervision';
import { type Call, useApp } from '../app.js';
import { onNotice, order, owedOf, report, takeCall } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

/** 督办: a formal notice about what was missed. */
describe('督办 notices', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
  });

  const issue = (obligationId: string, body: { demand?: string; clientId?: string } = {}) =>
    supervisor('issueNotice', { params: { id: obligationId }, body: { clientId: randomUUID(), ...body } });
  /** An order of S05 whose answer is overdue. */
  async function missedAnswer(): Promise<ObligationView> {
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    await order(dispatcher, id, 'S05');
    app.pass({ minutes: 3, seconds: 1 });
    return app.until(async () => {
      const [owed] = await owedOf(dispatcher, id, 'acknowledge');
      return owed!.state === 'missed' && owed;
    });
  }
  const noticeIn = async (state: 'issued' | 'received' | 'answered' | 'closed'): Promise<NoticeView> => {
    const { body } = await issue((await missedAnswer()).id);
    const team = await app.as('s05');
    if (state !== 'issued') await onNotice(team, 'receive', body.id);
    if (state === 'answered' || state === 'closed') await onNotice(team, 'answer', body.id);
    if (state === 'closed') await onNotice(supervisor, 'close', body.id);
    return body;
  };
  const read = async (id: string) =>
    (await dispatcher('listNotices', { query: { limit: 500 } })).body.items.find((one) => one.id === id)!;

  test('only what was missed is put under notice: nothing open, met or forgiven', async () => {
    app.at('2026-07-14T06:00:00Z');
    const { id } = await takeCall(dispatcher, { severity: 'IV' });
    const [one] = await order(dispatcher, id, 'S05');
    const [owed] = await owedOf(dispatcher, id, 'acknowledge');
    expect((await issue(owed!.id)).problem).toMatchObject({ status: 409, state: 'open' });
    await report(dispatcher, one!.id, 'acknowledged');
    expect((await issue(owed!.id)).problem).toMatchObject({ status: 409, state: 'met' });
    await supervisor('recallOrder', { params: { id: one!.id }, body: { reason: '误派' } });
    const [waived] = await owedOf(dispatcher, id, 'muster');
    expect((await issue(waived!.id)).problem).toMatchObject({ status: 409, state: 'waived' });
    expect((await issue(randomUUID())).status).toBe(404);
  });

  test('it has a number, the usual demand or the supervisor’s, a clock of its own, and the team is told', async () => {
    const owed = await missedAnswer();
    const { body, status } = await issue(owed.id, { demand: '请书面说明值守情况' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'issued',
      kind: 'acknowledge',
      addressee: '地质灾害队',
      demand: '请书面说明值守情况',
    });
    expect(body.number).toMatch(/^督办〔2026〕\d+号$/);
    expect(Date.parse(body.answerDueAt) - app.now.getTime()).toBe(24 * 3_600_000);
    expect(await (await FakePhone.of(app, 'S05')).receives(body.number)).toContain('请书面说明值守情况');
    const [clock] = await owedOf(dispatcher, owed.incidentId, 'supervision');
    expect(clock).toMatchObject({ state: 'open', teamCode: 'S05', dueAt: expect.any(String) });
    expect((await issue((await missedAnswer()).id)).body.demand).toBe('请说明未按时签收指令的原因，并落实专人值守');
  });

  test('never two open ones about the same; sent twice it is one; when it is closed there may be another', async () => {
    const owed = await missedAnswer();
    const clientId = randomUUID();
    const answers = [await issue(owed.id, { clientId }), await issue(owed.id, { clientId })];
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(2).fill([201, clientId]));
    expect((await issue(owed.id)).problem).toMatchObject({ status: 409, detail: '这项应办已在督办' });
    const other = await missedAnswer();
    expect((await issue(other.id, { clientId })).problem.fields).toMatchObject([{ path: 'clientId' }]);
    await onNotice(await app.as('s05'), 'answer', clientId);
    await onNotice(supervisor, 'close', clientId);
    expect((await issue(owed.id)).status).toBe(201);
  });

  test('the order may be taken back; the notice about it is still to be answered', async () => {
    const owed = await missedAnswer();
    await issue(owed.id);
    await supervisor('recallOrder', { params: { id: owed.orderId! }, body: { reason: '现场力量已够' } });
    expect(await owedOf(dispatcher, owed.incidentId, 'supervision')).toMatchObject([{ state: 'open' }]);
  });

  test('two supervisors’ clicks at once make one notice', async () => {
    const owed = await missedAnswer();
    const answers = await Promise.all([issue(owed.id), issue(owed.id), issue(owed.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  test.each([
    ['issued', '签收 received · 答复 answered · 办结 409 issued'],
    ['received', '签收 received · 答复 answered · 办结 409 received'],
    ['answered', '签收 answered · 答复 409 answered · 办结 closed'],
    ['closed', '签收 closed · 答复 409 closed · 办结 closed'],
  ] as const)('one that is %s: %s', async (state, expected) => {
    const team = await app.as('s05');
    const answers = [];
    for (const [word, step, call] of [
      ['签收', 'receive', team],
      ['答复', 'answer', team],
      ['办结', 'close', supervisor],
    ] as const) {
      const { id } = await noticeIn(state);
      const { status, body, problem } = await onNotice(call, step, id, '另一种说法');
      answers.push(status === 200 ? `${word} ${body.state}` : `${word} ${status} ${problem.state}`);
    }
    expect(answers.join(' · ')).toBe(expected);
  });

  test('each step is kept with who and when, and what is done again changes nothing', async () => {
    const { id } = await noticeIn('issued');
    const team = await app.as('s05');
    app.pass({ minutes: 10 });
    await onNotice(team, 'receive', id);
    const receivedAt = app.now.toISOString();
    app.pass({ minutes: 10 });
    await onNotice(team, 'receive', id);
    await onNotice(team, 'answer', id, '值班员手机没电，已换岗');
    const answeredAt = app.now.toISOString();
    await onNotice(team, 'answer', id, '值班员手机没电，已换岗');
    app.pass({ minutes: 10 });
    await onNotice(supervisor, 'close', id);
    await onNotice(team, 'answer', id, '还想说一句');
    expect(await read(id)).toMatchObject({
      state: 'closed',
      receivedBy: '地质灾害队',
      receivedAt: sameInstant(receivedAt),
      answer: '值班员手机没电，已换岗',
      answeredBy: '地质灾害队',
      answeredAt: sameInstant(answeredAt),
      closedBy: '演示-值班长',
      closedAt: sameInstant(app.now.toISOString()),
    });
  });

  test('a team answers its own only; a dispatcher neither issues nor closes', async () => {
    const { id, obligationId } = await noticeIn('issued');
    const stranger = await app.as('s06');
    for (const step of ['receive', 'answer'] as const) expect((await onNotice(stranger, step, id)).status).toBe(403);
    expect((await stranger('listNotices')).body.items).toEqual([]);
    const body = { clientId: randomUUID() };
    expect((await dispatcher('issueNotice', { params: { id: obligationId }, body })).status).toBe(403);
    expect((await onNotice(dispatcher, 'close', id)).status).toBe(403);
    expect((await onNotice(await app.as('s05'), 'close', id)).status).toBe(403);
    expect((await read(id)).state).toBe('issued');
  });

  test('not answered in a day it is missed itself, the team is told again, and a late answer keeps its instant', async () => {
    const { id, number, incidentId } = await noticeIn('received');
    const clock = async () => (await owedOf(dispatcher, incidentId, 'supervision'))[0]!;
    app.pass({ minutes: 24 * 60, seconds: 1 });
    await app.until(async () => (await clock()).state === 'missed');
    // A phone shows the last 24 hours: the first text is not on it any more.
    await (await FakePhone.of(app, 'S05')).receives(number);
    await onNotice(await app.as('s05'), 'answer', id);
    expect(await clock()).toMatchObject({ state: 'missed', metAt: sameInstant(app.now.toISOString()) });
  });

  test('the list is newest first, page by page, and can show what is open only', async () => {
    const pages: NoticeView[] = [];
    for (let cursor: string | undefined; ; ) {
      const { body } = await supervisor('listNotices', { query: { limit: 2, ...(cursor && { cursor }) } });
      pages.push(...body.items);
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    const instants = pages.map(({ issuedAt }) => Date.parse(issuedAt));
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
    const { items } = (await supervisor('listNotices', { query: { open: '1' } })).body;
    expect(items.map(({ id }) => id)).toEqual(pages.filter(({ state }) => state !== 'closed').map(({ id }) => id));
  });

  test('the numbers run through the county’s year, without a gap or a double, and begin anew at its midnight', async () => {
    app.at('2026-12-31T15:50:00.000Z');
    const [last, first, second] = [await missedAnswer(), await missedAnswer(), await missedAnswer()];
    app.at('2026-12-31T15:59:59.999Z');
    expect((await issue(last.id)).body.number).toMatch(/^督办〔2026〕\d+号$/);
    app.at('2026-12-31T16:00:00.000Z');
    const numbers = (await Promise.all([issue(first.id), issue(second.id)])).map(({ body }) => body.number);
    expect(numbers.toSorted()).toEqual(['督办〔2027〕1号', '督办〔2027〕2号']);
    const { items } = (await dispatcher('listNotices', { query: { limit: 500 } })).body;
    const ofYear = items.flatMap(({ number }) => /〔2026〕(\d+)号/.exec(number)?.[1] ?? []).map(Number);
    expect(ofYear.toSorted((a, b) => a - b)).toEqual(ofYear.map((_, index) => index + 1));
  });
});

/** The same instant, however it is written. */
const sameInstant = (iso: string) => expect.stringMatching(new RegExp(`^${iso.slice(0, 19)}`));
