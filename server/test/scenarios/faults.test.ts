import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { FAR_HENGXI, LANDSLIDE, order, report, takeCall, XIACHEN } from '../factories.js';
import { FakePhone } from '../fake-phone.js';

/** Things go wrong for a while, or somebody presses twice: nothing is lost, nothing seems done that is not. */
describe('faults', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });
  const detail = async (id: string) => (await dispatcher('getOrder', { params: { id } })).body;

  test('a reply that meets a fault of the database is applied when the fault is over', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S05');
    const phone = await FakePhone.of(app, 'S05');
    await app.source.query(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = '53100'; END $$`,
    );
    await app.source.query(
      'CREATE TRIGGER full_disk BEFORE INSERT ON order_reports FOR EACH ROW EXECUTE FUNCTION full_disk()',
    );
    await phone.replies('3');
    app.pass({ seconds: 16 });
    // A human sees it meanwhile.
    await app.until(async () =>
      (await dispatcher('listReplies')).body.items.some((reply) => reply.text === '3' && reply.state === 'received'),
    );
    await app.source.query('DROP TRIGGER full_disk ON order_reports');
    await app.until(async () => (await detail(one!.id)).stamps.on_scene);
  });

  test('a reply that can never be applied goes to a human, and those behind it are applied', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S06');
    const [two] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S07');
    await app.source.query(
      `CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.order_id = '${one!.id}' THEN RAISE EXCEPTION 'never' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`,
    );
    await app.source.query('CREATE TRIGGER never BEFORE INSERT ON order_reports FOR EACH ROW EXECUTE FUNCTION never()');
    await (await FakePhone.of(app, 'S06')).replies('1');
    await (await FakePhone.of(app, 'S07')).replies('1');
    await app.until(async () => (await detail(two!.id)).stamps.acknowledged);
    const { body } = await dispatcher('listReplies');
    expect(body.items.map((reply) => reply.why)).toContain('系统未能处理，请人工查看');
    await app.source.query('DROP TRIGGER never ON order_reports');
  });

  test('a request id used for another incident or other teams is refused: no order seems issued that is not', async () => {
    const clientId = randomUUID();
    const [first, second] = [await takeCall(dispatcher), await takeCall(dispatcher)];
    const issue = (id: string, ...teamCodes: string[]) =>
      dispatcher('issueOrders', { params: { id }, body: { teamCodes, clientId } });
    expect((await issue(first.id, 'S08')).status).toBe(201);
    expect((await issue(second.id, 'S08')).problem).toMatchObject({ status: 400, fields: [{ path: 'clientId' }] });
    expect((await issue(first.id, 'S08', 'S09')).problem).toMatchObject({
      status: 400,
      fields: [{ path: 'clientId' }],
    });
    await supervisor('closeIncident', { params: { id: first.id }, body: { waive: true, reason: '测试' } });
    expect((await issue(first.id, 'S08')).status).toBe(201);
  });

  test('codes pass over a stretch that is in use, and go on with four digits when a storm has taken all short ones', async () => {
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S10');
    await app.source.query(
      `INSERT INTO orders (id, code, incident_id, team_code, status, task, issued_at, issued_by, target, stamps)
       SELECT gen_random_uuid(), c, gen_random_uuid(), 'S10', 'issued', '', now(), '', '{}', '{}'
       FROM generate_series(10, 999) c WHERE c <> ALL (SELECT code FROM orders WHERE status NOT IN ('cleared', 'declined', 'recalled'))
       AND c NOT IN (500, 110, 119, 120, 122)`,
    );
    const codes = (await order(dispatcher, (await takeCall(dispatcher)).id, 'S11', 'S12')).map((each) => each.code);
    expect(codes[0]).toBe(500);
    expect(codes[1]).toBeGreaterThanOrEqual(1000);
    expect(one!.code).toBeLessThan(1000);
    await app.source.query(`DELETE FROM orders WHERE task = '' AND issued_by = ''`);
  });

  test('a recall reaches everybody the order went to, also after the shift has changed', async () => {
    app.at('2026-07-14T11:00:00Z');
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S13');
    app.at('2026-07-14T11:04:30Z');
    const told = await app.until(async () => {
      const { messages } = await detail(one!.id);
      const sent = messages.filter(
        (message) => message.purpose === 'order' && message.channel !== 'app' && message.state === 'delivered',
      );
      return sent.some((message) => message.step === 2) && new Set(sent.map((message) => message.phone));
    });
    app.at('2026-07-14T12:30:00Z');
    await supervisor('recallOrder', { params: { id: one!.id }, body: { reason: '误派' } });
    const recalled = (await detail(one!.id)).messages.filter((message) => message.purpose === 'recall');
    expect(new Set(recalled.map((message) => message.phone))).toEqual(
      new Set([...told, ...recalled.map((message) => message.phone)]),
    );
    for (const phone of told) expect(recalled.map((message) => message.phone)).toContain(phone);
    expect(recalled.map((message) => message.channel)).toContain('app');
  });

  test('an order cleared before anybody mustered is waived in the report, not met', async () => {
    app.at('2026-07-15T06:00:00Z');
    const [one] = await order(dispatcher, (await takeCall(dispatcher)).id, 'S14');
    await report(dispatcher, one!.id, 'cleared', { note: '报警人称已脱险' });
    const { body } = await dispatcher('responseTimes', { query: { from: '2026-07-15T00:00:00Z' } });
    expect(body.rows.find((row) => row.group === 'S14')).toMatchObject({ n: 0, met: 0, waived: 1, compliance: null });
    const response = await dispatcher('responseTimes', {
      query: { from: '2026-07-15T00:00:00Z', interval: 'response' },
    });
    expect(response.body.rows.find((row) => row.group === 'S14')).toMatchObject({ n: 0, missing: 0, waived: 1 });
  });

  test('what was ordered cannot be made to vanish from the statistics by a dispatcher', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S15');
    await report(dispatcher, one!.id, 'declined', { note: '无车' });
    const invalidate = (call: Call) =>
      call('invalidateIncident', { params: { id }, body: { code: 'false_alarm', reason: '误报' } });
    expect((await invalidate(dispatcher)).status).toBe(403);
    expect((await invalidate(supervisor)).body.status).toBe('invalid');
  });

  test('evidence is what it says: a fence report has to come from the scene, an arrival elsewhere is no verified one', async () => {
    const { id } = await takeCall(dispatcher);
    const [fence, far] = await order(dispatcher, id, 'S16', 'S15');
    const team = await app.as('s16');
    const arrive = (source: 'geofence' | 'app', location?: typeof XIACHEN) =>
      report(team, fence!.id, 'on_scene', { source, location });
    expect((await arrive('geofence')).problem).toMatchObject({ fields: [{ path: 'location' }] });
    expect((await arrive('geofence', FAR_HENGXI)).problem).toMatchObject({ fields: [{ path: 'location' }] });
    expect((await arrive('geofence', XIACHEN)).body.stamps.on_scene).toMatchObject({ evidence: 'geofence' });
    const other = await app.as('s15');
    const { body } = await report(other, far!.id, 'on_scene', { source: 'app', location: FAR_HENGXI });
    expect(body.stamps.on_scene).toMatchObject({ evidence: 'app' });
    const verified = await dispatcher('responseTimes', {
      query: { basis: 'verified', interval: 'response', from: '2026-07-15T00:00:00Z' },
    });
    expect(verified.body.rows.find((row) => row.group === 'S16')).toMatchObject({ n: 1, missing: 0 });
  });

  test('a phone that answers automatically is answered three times, then only heard', async () => {
    const phone = await FakePhone.of(app, 'P20');
    for (let index = 0; index < 5; index += 1) await phone.replies('正在开车，稍后联系');
    await app.until(
      async () =>
        (await dispatcher('listReplies', { query: { state: 'all' } })).body.items.filter(
          (reply) => reply.text.startsWith('正在开车') && reply.state === 'queued',
        ).length === 5,
    );
    await phone.receives('没看懂');
    const { entries } = await phone.show();
    expect(entries.filter((entry) => entry.direction === 'in')).toHaveLength(3);
  });

  test('what the dispatcher writes is in the text', async () => {
    const { id } = await takeCall(dispatcher, LANDSLIDE);
    await dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['P21'], task: '带橡皮艇和液压剪' } });
    expect(await (await FakePhone.of(app, 'P21')).receives('号令')).toContain('，带橡皮艇和液压剪，请');
  });
});
