import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AttachmentView } from '@liandong/shared/attachment';
import type { FeedbackDraft, FeedbackState } from '@liandong/shared/feedback';
import type { ObligationKind } from '@liandong/shared/obligation';
import type { OrderView } from '@liandong/shared/order';
import sharp from 'sharp';
import { type Call, useApp } from '../../test/app.js';
import { order, report, takeCall } from '../../test/factories.js';
import { FakePhone } from '../../test/fake-phone.js';

const WHOLE = {
  found: '山体滑坡约三十方，压住路面',
  measures: '疏散群众十二人，清理路面',
  result: '道路恢复通行',
  injured: 1,
  rescued: 2,
} satisfies FeedbackDraft;
/** The app's tests begin on 2026-07-14, 14:00 in the county. */
const PLAN = { what: '清理滑坡体', unit: '横溪镇政府', person: '演示-王一', dueDate: '2026-07-20' };
const UNKNOWN = '00000000-0000-7000-8000-000000000000';

const app = useApp();
let dispatcher: Call;
let supervisor: Call;
let team: Call;
let otherTeam: Call;
let auditor: Call;
beforeAll(async () => {
  [dispatcher, supervisor] = [await app.as('dispatcher'), await app.as('supervisor')];
  [team, otherTeam, auditor] = [await app.as('s05'), await app.as('s06'), await app.as('auditor')];
});

const idOf = (id: string) => ({ params: { id } });
const issued = async (...codes: string[]) => order(dispatcher, (await takeCall(dispatcher)).id, ...codes);
async function atScene(): Promise<OrderView> {
  const [one] = await issued('S05');
  await report(dispatcher, one!.id, 'on_scene');
  return one!;
}
async function cleared(): Promise<OrderView> {
  const one = await atScene();
  await report(dispatcher, one.id, 'cleared');
  return one;
}

const read = async (id: string, call = team) => (await call('getFeedback', idOf(id))).body;
const save = (id: string, baseVersion: number, content: FeedbackDraft, clientId: string = randomUUID(), call = team) =>
  call('saveFeedback', { ...idOf(id), body: { content, baseVersion, clientId } });
const submit = (id: string, clientId: string = randomUUID(), call = team) =>
  call('submitFeedback', { ...idOf(id), body: { clientId } });
const giveBack = (id: string, comment = '请补充照片') =>
  supervisor('returnFeedback', { ...idOf(id), body: { comment } });
const accept = (id: string) => supervisor('acceptFeedback', { ...idOf(id), body: {} });

/** A form in a state, written by its team. */
async function formIn(state: FeedbackState, content: FeedbackDraft = WHOLE): Promise<OrderView> {
  const one = await cleared();
  await save(one.id, 0, content);
  if (state !== 'draft') await submit(one.id);
  if (state === 'returned') await giveBack(one.id);
  if (state === 'accepted') await accept(one.id);
  return one;
}
const owed = async (orderId: string, kind: ObligationKind) => {
  const { body } = await dispatcher('getOrder', idOf(orderId));
  return body.obligations.filter((one) => one.kind === kind);
};
const events = async (incidentId: string) => {
  const { body } = await auditor('readTrail', { query: { limit: 1000 } });
  const own = body.items.filter((one) => one.incidentId === incidentId && /^(feedback|follow_up)\./.test(one.type));
  return own.toSorted((a, b) => a.position - b.position).map(({ type }) => type);
};

describe('the life of a form', () => {
  test('written at the scene, submitted after clearing, returned, written again, accepted; every version is kept', async () => {
    const one = await atScene();
    expect(await read(one.id)).toMatchObject({
      state: 'draft',
      version: 0,
      content: {},
      versions: [],
      teamCode: 'S05',
    });
    expect((await save(one.id, 0, { found: '滑坡' })).body).toMatchObject({ version: 1, content: { found: '滑坡' } });
    expect((await submit(one.id)).problem).toMatchObject({ status: 409, state: 'on_scene' });
    await report(dispatcher, one.id, 'cleared');
    expect((await save(one.id, 1, WHOLE)).body).toMatchObject({ state: 'draft', version: 2 });

    const submitted = (await submit(one.id)).body;
    expect(submitted).toMatchObject({
      state: 'submitted',
      version: 2,
      submittedAt: app.now.toISOString(),
      comment: null,
    });
    expect(submitted.content).toMatchObject({ ...WHOLE, dead: 0, followUps: [] });

    app.pass({ minutes: 10 });
    expect((await giveBack(one.id, '请写明受伤人员去向')).body).toMatchObject({
      state: 'returned',
      comment: '请写明受伤人员去向',
      decidedAt: app.now.toISOString(),
    });
    const better = { ...WHOLE, result: '道路恢复通行，伤者送县医院' };
    expect((await save(one.id, 2, better)).body).toMatchObject({ state: 'returned', version: 3 });
    expect((await submit(one.id)).body).toMatchObject({
      state: 'submitted',
      version: 3,
      comment: null,
      decidedAt: null,
    });

    const done = (await accept(one.id)).body;
    expect(done).toMatchObject({ state: 'accepted', version: 3 });
    expect(
      done.versions.map(({ version, action, comment, content }) => [version, action, comment, content.result]),
    ).toEqual([
      [2, 'submitted', null, WHOLE.result],
      [2, 'returned', '请写明受伤人员去向', WHOLE.result],
      [3, 'submitted', null, better.result],
      [3, 'accepted', null, better.result],
    ]);
    await app.until(async () => (await events(one.incidentId)).length === 4);
    expect(await events(one.incidentId)).toEqual(
      ['submitted', 'returned', 'submitted', 'accepted'].map((act) => `feedback.${act}`),
    );
  });

  test.each<[FeedbackState, string]>([
    ['draft', '200 200 409 409'],
    ['returned', '200 200 409 409'],
    ['submitted', '409 409 200 200'],
    ['accepted', '409 409 409 409'],
  ])('a form that is %s: saving, submitting, returning, accepting → %s', async (state, expected) => {
    const acts = [
      (id: string) => save(id, 1, WHOLE),
      (id: string) => submit(id),
      (id: string) => giveBack(id),
      (id: string) => accept(id),
    ];
    const answers = [];
    for (const act of acts) {
      const one = await formIn(state);
      const { status, problem } = await act(one.id);
      if (status === 409) expect(problem.state).toBe(state);
      answers.push(status);
    }
    expect(answers.join(' ')).toBe(expected);
  });

  test('incomplete, it is not submitted: every field that is wrong is named, nothing is written', async () => {
    const one = await cleared();
    const { attachmentIds: _, ...none } = (await read(one.id)).content;
    expect(none).toEqual({});
    expect((await submit(one.id)).problem).toMatchObject({
      status: 400,
      fields: [{ path: 'content.found' }, { path: 'content.measures' }, { path: 'content.result' }],
    });
    await save(one.id, 0, { ...WHOLE, followUps: [{ ...PLAN, unit: '', dueDate: '2026-07-13' }] });
    expect((await submit(one.id)).problem.fields).toEqual([
      { path: 'content.followUps.0.unit', message: '请填写责任单位' },
    ]);
    await save(one.id, 1, { ...WHOLE, followUps: [{ ...PLAN, dueDate: '2026-07-13' }] });
    expect((await submit(one.id)).problem.fields).toEqual([
      { path: 'content.followUps.0.dueDate', message: '期限不能早于今天' },
    ]);
    expect(await read(one.id)).toMatchObject({ state: 'draft', version: 2, versions: [] });
  });
});

describe('two people, or one click twice', () => {
  test('two who write at once: the later one is told that he did not see the newest', async () => {
    const one = await cleared();
    await save(one.id, 0, WHOLE);
    const [first, second] = await Promise.all([
      save(one.id, 1, { ...WHOLE, result: '甲' }),
      save(one.id, 1, { ...WHOLE, result: '乙' }, randomUUID(), dispatcher),
    ]);
    expect([first.status, second.status].toSorted()).toEqual([200, 409]);
    const lost = [first, second].find(({ status }) => status === 409)!;
    expect(lost.problem).toMatchObject({ state: 'draft', detail: expect.stringContaining('第 2 版') });
    expect(await read(one.id)).toMatchObject({ version: 2, content: { result: first.status === 200 ? '甲' : '乙' } });
  });

  test('the same save sent twice is one, also the very first at the same moment', async () => {
    const one = await cleared();
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => save(one.id, 0, WHOLE, clientId)));
    answers.push(await save(one.id, 0, WHOLE, clientId));
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual(Array(4).fill([200, 1]));
  });

  test('the same submission sent twice is one; another one is refused', async () => {
    const one = await formIn('draft');
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2].map(() => submit(one.id, clientId)));
    expect(answers.map(({ status, body }) => [status, body.versions.length])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    expect((await submit(one.id)).problem).toMatchObject({ status: 409, state: 'submitted' });
  });

  test('who has read an older version neither returns nor accepts the newer one', async () => {
    const one = await formIn('submitted');
    const { version } = (await supervisor('getFeedback', idOf(one.id))).body;
    const older = { comment: '请补充', version: version - 1 };
    expect((await supervisor('returnFeedback', { ...idOf(one.id), body: older })).status).toBe(409);
    expect((await supervisor('acceptFeedback', { ...idOf(one.id), body: older })).status).toBe(409);
    expect((await supervisor('acceptFeedback', { ...idOf(one.id), body: { version } })).status).toBe(200);
  });

  test('two who accept at once: the follow-ups are opened once', async () => {
    const one = await formIn('submitted', { ...WHOLE, followUps: [PLAN] });
    const answers = await Promise.all([accept(one.id), accept(one.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await owed(one.id, 'follow_up')).toHaveLength(1);
  });
});

describe('whose form', () => {
  test('a team reads, writes and submits its own, and no other’s', async () => {
    const one = await formIn('draft');
    expect((await otherTeam('getFeedback', idOf(one.id))).status).toBe(403);
    expect((await save(one.id, 1, WHOLE, randomUUID(), otherTeam)).status).toBe(403);
    expect((await submit(one.id, randomUUID(), otherTeam)).status).toBe(403);
    const rows = async (call: Call) => (await call('listFeedback')).body.items.map((row) => row.orderId);
    expect(await rows(team)).toContain(one.id);
    expect(await rows(dispatcher)).toContain(one.id);
    expect(await rows(otherTeam)).not.toContain(one.id);
  });

  test('the desk may write and submit for a team', async () => {
    const one = await cleared();
    await save(one.id, 0, WHOLE, randomUUID(), dispatcher);
    expect((await submit(one.id, randomUUID(), dispatcher)).body.state).toBe('submitted');
  });

  test.each([['getFeedback'], ['saveFeedback'], ['submitFeedback'], ['returnFeedback'], ['acceptFeedback']] as const)(
    'of an order that does not exist: %s answers 404',
    async (name) => {
      const clientId = randomUUID();
      const body = name === 'getFeedback' ? undefined : { content: {}, baseVersion: 0, clientId, comment: '没有' };
      expect((await supervisor(name, { ...idOf(UNKNOWN), body } as never)).status).toBe(404);
    },
  );

  test.each<[string, () => Promise<OrderView>]>([
    ['only issued', async () => (await issued('S05'))[0]!],
    [
      'declined',
      async () => {
        const [one] = await issued('S05');
        await report(dispatcher, one!.id, 'declined', { note: '车辆故障' });
        return one!;
      },
    ],
    [
      'recalled',
      async () => {
        const one = await atScene();
        await supervisor('recallOrder', { ...idOf(one.id), body: { reason: '另派他队' } });
        return one;
      },
    ],
  ])('an order that is %s has none to write', async (_, make) => {
    const one = await make();
    const { problem } = await save(one.id, 0, WHOLE, randomUUID(), dispatcher);
    expect(problem).toMatchObject({ status: 409, state: (await dispatcher('getOrder', idOf(one.id))).body.status });
    await report(dispatcher, one.id, 'on_scene').then(() => report(dispatcher, one.id, 'cleared'));
  });
});

describe('photographs of a form', () => {
  async function photo(orderId: string, as = 's05'): Promise<string> {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const query = new URLSearchParams({ name: '现场.jpg', clientId: randomUUID(), orderId });
    const headers = { 'content-type': 'image/jpeg' };
    const init = { as, method: 'POST', headers, body: new Uint8Array(picture) };
    const { id } = (await (await app.raw(`/api/attachments?${query}`, init)).json()) as AttachmentView;
    return id;
  }

  test('are shown with it, in the order they were chosen', async () => {
    const one = await cleared();
    const sent = [await photo(one.id), await photo(one.id), await photo(one.id)];
    const chosen = sent.toSorted().toReversed();
    const { body } = await save(one.id, 0, { ...WHOLE, attachmentIds: chosen });
    expect(body.attachments.map(({ id, name }) => [id, name])).toEqual(chosen.map((id) => [id, '现场.jpg']));
    expect((await submit(one.id)).body.versions[0]!.content.attachmentIds).toEqual(chosen);
  });

  test('of another incident, of another team or of nobody are refused, each by its place', async () => {
    const incident = await takeCall(dispatcher);
    const [one, neighbour] = await order(dispatcher, incident.id, 'S05', 'S06');
    await report(dispatcher, one!.id, 'on_scene');
    const elsewhere = await cleared();
    const ids = [await photo(one!.id), await photo(elsewhere.id), await photo(neighbour!.id, 's06'), UNKNOWN];
    const content = { ...WHOLE, attachmentIds: ids };
    const paths = (numbers: number[]) => numbers.map((n) => `content.attachmentIds.${n}`);
    expect((await save(one!.id, 0, content)).problem.fields?.map(({ path }) => path)).toEqual(paths([1, 2, 3]));
    const desk = await save(one!.id, 0, content, randomUUID(), dispatcher);
    expect(desk.problem.fields?.map(({ path }) => path)).toEqual(paths([1, 2, 3]));
    expect((await read(one!.id)).version).toBe(0);
    for (const each of [one!, neighbour!]) {
      await report(dispatcher, each.id, 'on_scene');
      await report(dispatcher, each.id, 'cleared');
    }
  });
});

describe('what is owed for a form', () => {
  test('24 hours after clearing; handed in before, it is met', async () => {
    const one = await cleared();
    const dueAt = new Date(app.now.getTime() + 24 * 3_600_000);
    expect(Date.parse((await read(one.id)).dueAt!)).toBe(dueAt.getTime());
    await save(one.id, 0, WHOLE);
    app.pass({ minutes: 30 });
    await submit(one.id);
    const [duty] = await owed(one.id, 'feedback');
    expect(duty).toMatchObject({ state: 'met', stage: null });
    expect(Date.parse(duty!.metAt!)).toBe(app.now.getTime());
  });

  test('returned, it is owed again for as long; handed in late, the second stays missed with its true instant', async () => {
    const one = await formIn('submitted');
    app.pass({ minutes: 5 });
    await giveBack(one.id);
    const again = async () => (await owed(one.id, 'feedback')).find(({ stage }) => stage === 'resubmit')!;
    expect(await again()).toMatchObject({ state: 'open', owedBy: '地质灾害队', teamCode: 'S05' });
    expect(Date.parse((await again()).dueAt!) - app.now.getTime()).toBe(24 * 3_600_000);
    expect(Date.parse((await read(one.id)).dueAt!)).toBe(Date.parse((await again()).dueAt!));
    app.pass({ minutes: 24 * 60, seconds: 1 });
    await app.until(async () => (await again()).state === 'missed');
    await submit(one.id);
    expect(await again()).toMatchObject({ state: 'missed' });
    expect(Date.parse((await again()).metAt!)).toBe(app.now.getTime());
    expect((await owed(one.id, 'feedback')).map(({ state }) => state)).toEqual(['met', 'missed']);
  });
});

describe('lists', () => {
  const listed = async (state?: FeedbackState | 'due') =>
    (await dispatcher('listFeedback', { query: state ? { state } : {} })).body.items.map(({ orderId }) => orderId);

  test('due: ended after arrival and not handed in; each other state for itself', async () => {
    const [turnedBack] = await issued('S05');
    await report(dispatcher, turnedBack!.id, 'cleared', { note: '途中返回，无需到场' });
    const running = await atScene();
    await report(dispatcher, running.id, 'cleared');
    const forms = {
      none: running.id,
      draft: (await formIn('draft')).id,
      submitted: (await formIn('submitted')).id,
      returned: (await formIn('returned')).id,
      accepted: (await formIn('accepted')).id,
    };
    const shown = async (state?: FeedbackState | 'due') => {
      const ids = await listed(state);
      return Object.entries({ ...forms, turnedBack: turnedBack!.id }).flatMap(([name, id]) =>
        ids.includes(id) ? [name] : [],
      );
    };
    expect(await shown('due')).toEqual(['none', 'draft', 'returned']);
    expect(await shown('draft')).toEqual(['none', 'draft']);
    expect(await shown('submitted')).toEqual(['submitted']);
    expect(await shown('returned')).toEqual(['returned']);
    expect(await shown('accepted')).toEqual(['accepted']);
    expect(await shown()).toEqual(['none', 'draft', 'submitted', 'returned', 'accepted']);
  });

  test('page by cursor, newest order first, none twice', async () => {
    const whole = await listed();
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 3, ...(cursor ? { cursor } : {}) };
      const { body } = await dispatcher('listFeedback', { query });
      paged.push(...body.items.map(({ orderId }) => orderId));
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(whole).toEqual(whole.toSorted().toReversed());
  });
});

describe('follow-ups', () => {
  const followUpsOf = async (orderId: string, call = team) =>
    (await call('listFollowUps')).body.items.filter((one) => one.orderId === orderId);
  const complete = (id: string, clientId: string = randomUUID(), call = team) =>
    call('completeFollowUp', { ...idOf(id), body: { proof: '已清理完毕，见照片', clientId } });
  /** The clock fires at midnight, the text waits for the morning: nobody is woken. */
  async function morningAfter(midnight: number, words: string): Promise<void> {
    app.at(new Date(midnight + 1));
    await app.until(async () => {
      const [waiting] = await app.source.query(
        `SELECT 1 FROM outgoing_messages WHERE state = 'queued' AND due_at > $1 AND text LIKE $2`,
        [app.now, `%${words}%`],
      );
      return waiting;
    });
    app.at(new Date(midnight + 1 + 8 * 3_600_000));
  }
  const dayOf = (days: number) =>
    new Date(app.now.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

  test('are opened when the form is accepted, each owed by its person and unit until the end of its day in the county', async () => {
    const dueDate = dayOf(6);
    const one = await formIn('submitted', {
      ...WHOLE,
      followUps: [
        { ...PLAN, dueDate },
        { ...PLAN, what: '安置住户', dueDate },
      ],
    });
    expect(await followUpsOf(one.id)).toEqual([]);
    await accept(one.id);
    const opened = await followUpsOf(one.id);
    expect(opened.map(({ what }) => what).toSorted()).toEqual(['安置住户', '清理滑坡体']);
    expect(opened[0]).toMatchObject({
      state: 'open',
      late: false,
      person: '演示-王一',
      unit: '横溪镇政府',
      dueDate,
      phone: null,
    });
    expect(opened[0]!.dueAt).toBe(`${dueDate}T15:59:59.999Z`);
    const owing = await owed(one.id, 'follow_up');
    expect(owing.map(({ owedBy, teamCode, state }) => [owedBy, teamCode, state])).toEqual(
      Array(2).fill(['横溪镇政府 演示-王一', 'S05', 'open']),
    );
    expect(Date.parse(owing[0]!.dueAt!)).toBe(Date.parse(opened[0]!.dueAt));
    await app.until(
      async () => (await events(one.incidentId)).filter((type) => type === 'follow_up.opened').length === 2,
    );
    expect(await followUpsOf(one.id, otherTeam)).toEqual([]);
    expect(await followUpsOf(one.id, dispatcher)).toHaveLength(2);
  });

  test('the person named is texted on the last day; what is done in time is met and not texted about again', async () => {
    const phone = await FakePhone.of(app, 'S07');
    const plan = { ...PLAN, phone: phone.number, dueDate: dayOf(2) };
    const one = await formIn('accepted', {
      ...WHOLE,
      followUps: [
        { ...plan, what: '加固边坡' },
        { ...plan, what: '安置住户' },
      ],
    });
    const followUp = (await followUpsOf(one.id)).find(({ what }) => what === '加固边坡')!;
    const midnight = Date.parse(followUp.dueAt);
    await morningAfter(midnight - 86_400_000, '安置住户');
    expect(await phone.receives('加固边坡')).toMatch(/^【仙居联动】催办：.*演示-王一，期限\d+月\d+日，今天到期。/);
    await phone.receives('安置住户');

    const { status, body } = await complete(followUp.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'done', late: false, proof: '已清理完毕，见照片', doneBy: '地质灾害队' });
    await morningAfter(midnight, '安置住户');
    expect(await phone.receives('已逾期1天')).toContain('安置住户');
    const told = await app.source.query(`SELECT 1 FROM outgoing_messages WHERE text LIKE '%加固边坡%'`);
    expect(told).toHaveLength(1);
    const states = (await owed(one.id, 'follow_up')).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['met', 'missed']);
  });

  test('overdue it is missed, the team’s commander is texted for want of a number, and done late it keeps the true instant', async () => {
    const commander = await FakePhone.of(app, 'S05');
    const one = await formIn('accepted', { ...WHOLE, followUps: [{ ...PLAN, dueDate: dayOf(0), what: '回填坑洞' }] });
    const [followUp] = await followUpsOf(one.id);
    await morningAfter(Date.parse(followUp!.dueAt), '回填坑洞');
    expect(await commander.receives('回填坑洞')).toContain('已逾期1天');
    expect(await owed(one.id, 'follow_up')).toMatchObject([{ state: 'missed', metAt: null }]);
    expect((await followUpsOf(one.id))[0]).toMatchObject({ state: 'open', late: true });

    app.pass({ minutes: 90 });
    expect((await complete(followUp!.id)).body).toMatchObject({
      state: 'done',
      late: true,
      doneAt: app.now.toISOString(),
    });
    const [duty] = await owed(one.id, 'follow_up');
    expect(duty!.state).toBe('missed');
    expect(Date.parse(duty!.metAt!)).toBe(app.now.getTime());
  });

  test('done once: the same word twice is one, another is refused; another team’s not at all', async () => {
    const one = await formIn('accepted', { ...WHOLE, followUps: [{ ...PLAN, dueDate: dayOf(2) }] });
    const [followUp] = await followUpsOf(one.id);
    expect((await complete(followUp!.id, randomUUID(), otherTeam)).status).toBe(403);
    expect((await complete(UNKNOWN)).status).toBe(404);
    const clientId = randomUUID();
    const answers = await Promise.all([complete(followUp!.id, clientId), complete(followUp!.id, clientId)]);
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(Array(2).fill([200, 'done']));
    expect((await complete(followUp!.id)).problem).toMatchObject({ status: 409, state: 'done' });
    const ids = async (state: 'open' | 'done') =>
      (await dispatcher('listFollowUps', { query: { state } })).body.items.map(({ id }) => id);
    expect(await ids('done')).toContain(followUp!.id);
    expect(await ids('open')).not.toContain(followUp!.id);
  });

  test('its proof may carry files of the incident only', async () => {
    const one = await formIn('accepted', { ...WHOLE, followUps: [{ ...PLAN, dueDate: dayOf(2) }] });
    const [followUp] = await followUpsOf(one.id);
    const body = { proof: '已完成', attachmentIds: [UNKNOWN], clientId: randomUUID() };
    const { problem } = await team('completeFollowUp', { ...idOf(followUp!.id), body });
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'attachmentIds.0' }] });
    expect((await followUpsOf(one.id))[0]!.state).toBe('open');
  });
});
