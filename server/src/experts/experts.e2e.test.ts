import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ExpertCallView, ExpertView } from '@liandong/shared/expert';
import { type Call, useApp } from '../../test/app.js';
import { incidentOf, order, takeCall } from '../../test/factories.js';

describe('the expert group', () => {
  const app = useApp();
  let dispatcher: Call;
  let admin: Call;
  let group: ExpertView[];
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    admin = await app.as('admin');
    group = (await dispatcher('listExperts')).body.items;
  });

  const bySpecialty = (words: string) => group.find(({ specialty }) => specialty === words)!;
  const ask = (expertIds: string[], more: object = {}) =>
    dispatcher('callExperts', {
      body: { incidentId: null, expertIds, place: '下各镇疑似疫情', task: '研判疫情', clientId: randomUUID(), ...more },
    });
  const phoneOf = async (number: string) =>
    (await dispatcher('practicePhones')).body.items.find((phone) => phone.number === number)!;
  const receives = (number: string, times = 1) =>
    app.until(async () => {
      const texts = (await phoneOf(number)).entries.filter((entry) => entry.text.includes('提供支援'));
      return texts.length >= times * 2 && texts;
    });
  const replies = async (number: string, text: string, channel: 'sms' | 'voice' = 'sms') =>
    (await dispatcher('practiceReply', { params: { number }, body: { text, channel } })).body.replyId;
  const callIs = (id: string, shape: Partial<ExpertCallView>) =>
    app.until(async () => {
      const { body } = await dispatcher('listExpertCalls');
      const call = body.items.find((one) => one.id === id)!;
      return Object.entries(shape).every(([key, value]) => call[key as keyof ExpertCallView] === value) && call;
    });

  test('a landslide: who knows of landslides and slopes is proposed, with the words of the call', async () => {
    const incident = await takeCall(dispatcher, { severity: 'III' });
    const { body } = await dispatcher('proposeExperts', { params: { id: incident.id } });
    expect(body).toMatchObject({ place: '横溪镇下陈村山体滑坡', task: '研判边坡稳定与再次滑坡的风险' });
    expect(body.items).toHaveLength(33);
    const ticked = body.items.filter((one) => one.ticked).map(({ expert }) => expert.specialty);
    expect(ticked).toEqual(['地质灾害防治', '边坡与岩土工程']);
    expect(body.items[0]!.reasons).toEqual(['专长“地质灾害防治”对应山体滑坡']);
  });

  test('a number typed with dashes is kept and called as it is dialled', async () => {
    const person = { name: '演示-座机', category: '自然灾害' as const, specialty: '山洪预报', unit: '', title: '' };
    const { body } = await admin('addExpert', {
      body: {
        ...person,
        phone: '0576-8777 2345',
        morePhones: [{ phone: '+86 138-0000-0009', label: '手机' }],
        clientId: randomUUID(),
      },
    });
    expect([body.phone, body.morePhones[0]!.phone]).toEqual(['057687772345', '13800000009']);
    await ask([body.id]);
    const called = await app.source.query(
      `SELECT DISTINCT channel, phone FROM outgoing_messages WHERE phone = ANY($1) ORDER BY channel`,
      [['057687772345', '13800000009']],
    );
    expect(called).toContainEqual({ channel: 'voice', phone: '057687772345' });
    // As it may stand in a register that is older than this rule.
    await app.source.query(`UPDATE experts SET phone = '0576-8777 2346' WHERE id = $1`, [body.id]);
    await ask([body.id]);
    const older = await app.source.query(`SELECT 1 FROM outgoing_messages WHERE phone = '057687772346'`);
    expect(older.length).toBeGreaterThan(0);
  });

  test('asked by text and call at once; he answers with minutes; it stands on the incident and in its timeline', async () => {
    const incident = await takeCall(dispatcher);
    const [one, two] = [bySpecialty('地质灾害防治'), bySpecialty('边坡与岩土工程')];
    const body = { incidentId: incident.id, place: undefined, task: '研判边坡' };
    const asked = await ask([one.id, two.id], body);
    expect(asked.status).toBe(201);
    expect(asked.body.items).toMatchObject([
      { expertName: one.name, incidentNumber: incident.number, place: '横溪镇下陈村山体滑坡', answer: null },
      { expertName: two.name },
    ]);
    const texts = await receives(one.phone);
    expect(texts.map(({ channel }) => channel).sort()).toEqual(['sms', 'voice']);
    expect(texts[0]!.text).toMatch(/^【仙居联动】请演示-.+专家就横溪镇下陈村山体滑坡提供支援：研判边坡。回1到场/);

    const replyId = await replies(one.phone, '1 20分');
    await callIs(asked.body.items[0]!.id, { answer: 'coming', etaMinutes: 20, source: 'sms' });
    const { body: all } = await dispatcher('listReplies', { query: { state: 'all' } });
    expect(all.items.find(({ id }) => id === replyId)).toMatchObject({ state: 'applied', senderName: one.name });
    await replies(two.phone, '2', 'voice');
    await callIs(asked.body.items[1]!.id, { answer: 'advising', source: 'voice', words: '' });

    const { body: calls } = await dispatcher('listExpertCalls', { query: { incidentId: incident.id } });
    expect(calls.items).toHaveLength(2);
    const { timeline } = await incidentOf(dispatcher, incident.id);
    const lines = timeline.filter(({ type }) => type.startsWith('expert.'));
    expect(lines.map(({ type }) => type).sort()).toEqual([
      'expert.answered',
      'expert.answered',
      'expert.called',
      'expert.called',
    ]);
    expect(lines.find((line) => line.type === 'expert.answered' && line.actor === one.name)).toMatchObject({
      payload: { said: 'coming', etaMinutes: 20 },
    });

    // He thinks better of it: his newest word counts.
    await replies(one.phone, '来不了，可以电话');
    await callIs(asked.body.items[0]!.id, { answer: 'advising', etaMinutes: null, words: '来不了，可以电话' });
  });

  test('the same request twice asks once, also after the incident is over', async () => {
    const incident = await takeCall(dispatcher);
    const body = { incidentId: incident.id, clientId: randomUUID() };
    const expert = bySpecialty('水文与洪水预报');
    const [first, again] = await Promise.all([ask([expert.id], body), ask([expert.id], body)]);
    expect(again.body).toEqual(first.body);
    await dispatcher('closeIncident', { params: { id: incident.id }, body: {} });
    expect((await ask([expert.id], body)).body.items.map(({ id }) => id)).toEqual(first.body.items.map(({ id }) => id));
    expect(await app.source.query('SELECT 1 FROM expert_calls WHERE incident_id = $1', [incident.id])).toHaveLength(1);
  });

  test('without an answer he is asked once more after five minutes, and only once', async () => {
    const expert = bySpecialty('动物疫病');
    const { body } = await ask([expert.id]);
    const { id } = body.items[0]!;
    await receives(expert.phone);
    app.pass({ seconds: 299 });
    expect((await phoneOf(expert.phone)).entries.filter(({ text }) => text.includes('提供支援'))).toHaveLength(2);
    app.pass({ seconds: 1 });
    await app.until(async () => (await dispatcher('listExpertCalls')).body.items.find((c) => c.id === id)?.chasedAt);
    expect(await receives(expert.phone, 2)).toHaveLength(4);
    app.pass({ minutes: 30 });
    const events = () =>
      app.source.query(`SELECT 1 FROM event_log WHERE type = 'expert.chased' AND payload ->> 'callId' = $1`, [id]);
    expect(await events()).toHaveLength(1);
    await replies(expert.phone, '0 人在外地');
    await callIs(id, { answer: 'cannot', words: '0 人在外地' });
  });

  test('who has answered, or whose incident is over, is not asked again', async () => {
    const incident = await takeCall(dispatcher);
    const [one, two] = [bySpecialty('植物疫病'), bySpecialty('矿山安全')];
    const { body } = await ask([one.id, two.id], { incidentId: incident.id });
    await receives(two.phone);
    await dispatcher('answerExpertCall', { params: { id: body.items[0]!.id }, body: { answer: 'cannot' } });
    await dispatcher('closeIncident', { params: { id: incident.id }, body: {} });
    app.pass({ minutes: 6 });
    // A third one is chased: by then both others would have been.
    const third = bySpecialty('应急通信');
    const { body: more } = await ask([third.id]);
    app.pass({ minutes: 6 });
    await app.until(
      async () => (await dispatcher('listExpertCalls')).body.items.find((c) => c.id === more.items[0]!.id)?.chasedAt,
    );
    const { body: calls } = await dispatcher('listExpertCalls', { query: { incidentId: incident.id } });
    expect(calls.items.map(({ chasedAt }) => chasedAt)).toEqual([null, null]);
  });

  test('asked about two open incidents at once, a person reads what he says; of a closed one he is not asked any more', async () => {
    const expert = bySpecialty('传染病防控');
    const [first, second] = [await takeCall(dispatcher), await takeCall(dispatcher)];
    const one = (await ask([expert.id], { incidentId: first.id })).body.items[0]!;
    const two = (await ask([expert.id], { incidentId: second.id })).body.items[0]!;
    await receives(expert.phone, 2);
    const unclear = await replies(expert.phone, '1 20分');
    await app.until(async () =>
      (await dispatcher('listReplies')).body.items.some(({ id, state }) => id === unclear && state === 'queued'),
    );
    await dispatcher('closeIncident', { params: { id: first.id }, body: {} });
    await replies(expert.phone, '1 20分');
    await callIs(two.id, { answer: 'coming', etaMinutes: 20 });
    await replies(expert.phone, '0 车坏了');
    await callIs(two.id, { answer: 'cannot', words: '0 车坏了' });
    await callIs(one.id, { answer: null });
  });

  test('a 收到 after “cannot” is about something else: it changes nothing', async () => {
    const expert = bySpecialty('食物中毒');
    const { id } = (await ask([expert.id])).body.items[0]!;
    await replies(expert.phone, '0');
    await callIs(id, { answer: 'cannot' });
    const other = await replies(expert.phone, '收到');
    await app.until(async () => {
      const { body } = await dispatcher('listReplies', { query: { state: 'all' } });
      return body.items.some((reply) => reply.id === other && reply.state !== 'received');
    });
    await callIs(id, { answer: 'cannot' });
  });

  test('what cannot be read is asked back with what is possible, and waits for a person', async () => {
    const expert = bySpecialty('法律事务');
    const { body } = await ask([expert.id]);
    const replyId = await replies(expert.phone, '现场什么情况');
    await app.until(async () => {
      const { body: queue } = await dispatcher('listReplies', { query: { state: 'queued' } });
      return queue.items.find(({ id, why }) => id === replyId && why === '专家的答复未能识别');
    });
    await app.until(async () =>
      (await phoneOf(expert.phone)).entries.some(({ text }) => text.includes('1到场 2电话指导 0不能')),
    );
    await callIs(body.items[0]!.id, { answer: null });
    const taken = await dispatcher('answerExpertCall', {
      params: { id: body.items[0]!.id },
      body: { answer: 'coming', etaMinutes: 35, words: '自己开车来' },
    });
    expect(taken.body).toMatchObject({ answer: 'coming', etaMinutes: 35, source: 'verbal', answeredBy: '演示-调度员' });
  });

  test('a word about the number is heard before it is taken for an answer; a text of an expert nobody asked is a person’s', async () => {
    const expert = bySpecialty('新闻发布');
    const replyId = await replies(expert.phone, '1');
    await app.until(async () => {
      const { body: queue } = await dispatcher('listReplies', { query: { state: 'queued' } });
      return queue.items.find(
        ({ id, why, senderName }) => id === replyId && why === '专家来信' && senderName === expert.name,
      );
    });
    const { body } = await ask([expert.id]);
    await replies(expert.phone, '退订');
    await app.until(async () =>
      (await dispatcher('listPhoneFlags')).body.items.some(({ phone }) => phone === expert.phone),
    );
    await callIs(body.items[0]!.id, { answer: null });
  });

  test('a team with an order open: its “1” is a report, whatever experts are asked', async () => {
    const incident = await takeCall(dispatcher);
    const [issued] = await order(dispatcher, incident.id, 'S05');
    const { body: phones } = await dispatcher('practicePhones');
    const { number } = phones.items.find(({ teamCode, post }) => teamCode === 'S05' && post === 'commander')!;
    const { body: double } = await admin('addExpert', {
      body: { name: '演示-两面', category: '自然灾害', specialty: '测绘', phone: number, clientId: randomUUID() },
    });
    const { body } = await ask([double.id], { incidentId: incident.id });
    await replies(number, '1');
    await app.until(
      async () =>
        (await incidentOf(dispatcher, incident.id)).orders.find(({ id }) => id === issued!.id)?.status ===
        'acknowledged',
    );
    await callIs(body.items[0]!.id, { answer: null });
    await replies(number, '电话指导');
    await callIs(body.items[0]!.id, { answer: 'advising' });
  });

  test('a drill is marked in the text, and by itself when the incident is one', async () => {
    const incident = await takeCall(dispatcher, { drill: true });
    const expert = bySpecialty('灾后评估');
    const { body } = await ask([expert.id], { incidentId: incident.id });
    expect(body.items[0]).toMatchObject({ drill: true });
    const [text] = await receives(expert.phone);
    expect(text!.text).toContain('演练');
  });

  test('refused: nobody chosen, an unknown expert, no place, an incident that is over or unknown, asked already', async () => {
    const expert = bySpecialty('电力设施');
    expect((await ask([])).status).toBe(400);
    expect(await ask([expert.id, randomUUID()])).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'expertIds.1' }] },
    });
    expect(await ask([expert.id], { place: undefined })).toMatchObject({
      status: 400,
      problem: { fields: [{ path: 'place' }] },
    });
    expect((await ask([expert.id], { incidentId: randomUUID() })).status).toBe(404);
    const incident = await takeCall(dispatcher);
    await ask([expert.id], { incidentId: incident.id });
    const again = await ask([expert.id], { incidentId: incident.id });
    expect(again).toMatchObject({
      status: 409,
      problem: { state: 'asked', detail: expect.stringContaining(expert.name) },
    });
    await dispatcher('closeIncident', { params: { id: incident.id }, body: {} });
    expect(await ask([bySpecialty('重症医学').id], { incidentId: incident.id })).toMatchObject({
      status: 409,
      problem: { state: 'closed' },
    });
    expect(
      (
        await admin('callExperts', {
          body: { incidentId: null, expertIds: [expert.id], place: '某地', task: '某事', clientId: randomUUID() },
        })
      ).status,
    ).toBe(403);
    expect(
      (await dispatcher('answerExpertCall', { params: { id: randomUUID() }, body: { answer: 'coming' } })).status,
    ).toBe(404);
  });

  test('added, changed and taken out of the group, each on record; then he is proposed and called no more', async () => {
    const body = {
      name: '演示-新人',
      category: '综合管理',
      specialty: '无线通信',
      phone: '100 3888 0001',
      clientId: randomUUID(),
    } as const;
    const first = await admin('addExpert', { body });
    expect((await admin('addExpert', { body })).body).toEqual(first.body);
    expect(first.body).toMatchObject({ phone: '10038880001', unit: '' });
    const params = { id: first.body.id };
    const { clientId: _, ...kept } = body;
    const edited = await admin('editExpert', { params, body: { ...kept, unit: '县移动公司', reason: '补登单位' } });
    expect(edited.body).toMatchObject({ unit: '县移动公司' });
    expect((await dispatcher('editExpert', { params, body: kept })).status).toBe(403);
    expect((await admin('addExpert', { body: { ...body, clientId: randomUUID(), phone: '无' } })).status).toBe(400);
    await admin('retireExpert', { params, body: { reason: '调离本县' } });
    expect((await admin('editExpert', { params, body: kept })).status).toBe(409);
    expect((await dispatcher('listExperts')).body.items.map(({ id }) => id)).not.toContain(params.id);
    expect((await ask([params.id])).status).toBe(400);
    const rows = await app.source.query(
      `SELECT type, payload ->> 'reason' AS reason FROM event_log WHERE payload ->> 'expertId' = $1 ORDER BY id`,
      [params.id],
    );
    expect(rows).toEqual([
      { type: 'expert.added', reason: null },
      { type: 'expert.edited', reason: '补登单位' },
      { type: 'expert.retired', reason: '调离本县' },
    ]);
  });
});
