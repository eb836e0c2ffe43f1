import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Call, useApp } from '../app.js';
import { LANDSLIDE, order, report, takeCall } from '../factories.js';

/** Whatever is wrong with a request: a clear problem, nothing half done, nothing lost. */
describe('bad input', () => {
  const app = useApp();
  let dispatcher: Call;
  let supervisor: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    supervisor = await app.as('supervisor');
  });

  const count = async (table: string): Promise<number> =>
    Number((await app.source.query(`SELECT count(*) AS n FROM ${table}`))[0].n);
  const post = (path: string, body: string, type = 'application/json') =>
    app.raw(path, { as: 'dispatcher', method: 'POST', body, headers: { 'content-type': type } });

  test('an unknown team among good ones: the field is named and no team is ordered', async () => {
    const { id } = await takeCall(dispatcher);
    const before = [await count('orders'), await count('outgoing_messages'), await count('obligations')];
    const { problem } = await dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['S05', 'S99', 'P01'] } });
    expect(problem).toMatchObject({ status: 400, type: '/problems/bad-request', fields: [{ path: 'teamCodes.1' }] });
    expect([await count('orders'), await count('outgoing_messages'), await count('obligations')]).toEqual(before);
  });

  test('an incident that is closed takes no orders and says so', async () => {
    const { id } = await takeCall(dispatcher);
    await dispatcher('closeIncident', { params: { id }, body: {} });
    const { problem } = await dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['S05'] } });
    expect(problem).toMatchObject({ status: 409, type: '/problems/wrong-state', state: 'closed' });
    expect((await dispatcher('closeIncident', { params: { id }, body: {} })).problem).toMatchObject({
      status: 409,
      state: 'closed',
    });
  });

  test('an id that does not exist, and one that cannot exist, are both not found', async () => {
    const missing = '00000000-0000-7000-8000-000000000000';
    expect((await dispatcher('getIncident', { params: { id: missing } })).status).toBe(404);
    expect((await dispatcher('getOrder', { params: { id: missing } })).status).toBe(404);
    expect((await app.raw('/api/incidents/not-an-id', { as: 'dispatcher' })).status).toBe(404);
    expect((await app.raw('/api/nowhere', { as: 'dispatcher' })).status).toBe(404);
  });

  test('a report out of order is refused with the present state, and leaves no report behind', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    const before = await count('order_reports');
    expect((await report(dispatcher, one!.id, 'cleared')).problem).toMatchObject({
      status: 409,
      type: '/problems/out-of-order',
    });
    await report(dispatcher, one!.id, 'on_scene');
    expect((await report(dispatcher, one!.id, 'acknowledged')).problem).toMatchObject({
      status: 409,
      state: 'on_scene',
    });
    await report(dispatcher, one!.id, 'cleared');
    expect((await report(dispatcher, one!.id, 'situation')).problem).toMatchObject({
      status: 409,
      type: '/problems/wrong-state',
      state: 'cleared',
    });
    expect(await count('order_reports')).toBe(before + 2);
  });

  test('clearing without arrival needs a dispatcher who says why; the arrival is then waived, not met', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'P07');
    const { body } = await report(dispatcher, one!.id, 'cleared', { note: '报警人来电称已自行脱困，途中返回' });
    expect(body).toMatchObject({ status: 'cleared', endReason: '报警人来电称已自行脱困，途中返回' });
    expect(body.obligations.find((o) => o.kind === 'on_scene')).toMatchObject({ state: 'waived', metAt: null });
  });

  test("a team neither sees nor reports on another team's order", async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    const stranger = await app.as('s06');
    expect((await stranger('getOrder', { params: { id: one!.id } })).status).toBe(403);
    expect((await report(stranger, one!.id, 'acknowledged', { source: 'app' })).problem).toMatchObject({ status: 403 });
    expect((await stranger('listOrders')).body.items).toEqual([]);
  });

  test('a team cannot claim evidence it does not have', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    const team = await app.as('s05');
    const { problem } = await report(team, one!.id, 'acknowledged', { source: 'sms' });
    expect(problem).toMatchObject({ status: 400, fields: [{ path: 'source' }] });
  });

  test.each([
    ['not JSON at all', '{"channel":', 400, '/problems/bad-json'],
    ['an empty body', '', 400, '/problems/bad-json'],
    ['an array', '[]', 400, '/problems/bad-request'],
    ['five megabytes', JSON.stringify({ ...LANDSLIDE, narrative: 'x'.repeat(5_000_000) }), 413, '/problems/too-large'],
    ['a prototype', '{"__proto__":{"x":1},"channel":"110"}', 400, '/problems/bad-json'],
  ])('%s is answered with a problem', async (_name, body, status, type) => {
    const before = await count('incidents');
    const response = await post('/api/incidents', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ type, title: expect.stringMatching(/\p{Script=Han}/u) });
    expect(await count('incidents')).toBe(before);
  });

  test('a form instead of JSON is refused', async () => {
    expect((await post('/api/incidents', 'channel=110', 'application/x-www-form-urlencoded')).status).toBe(415);
  });

  test.each([
    ['an unknown datum', { datum: 'mars' }, 'datum'],
    ['a latitude off the earth', { location: { lon: 120.7, lat: 91 } }, 'location.lat'],
    ['a type nobody knows', { typeCode: 'dragon' }, 'typeCode'],
    ['a township nobody knows', { location: undefined, townshipCode: '999' }, 'townshipCode'],
    ['a caller without a number', { callerPhone: '没有' }, 'callerPhone'],
    ['no narrative', { narrative: ' ' }, 'narrative'],
    ['an instant without a zone', { occurredAt: '2026-07-14 14:00' }, 'occurredAt'],
    ['an instant before anything', { occurredAt: '0000-01-01T00:00:00Z' }, 'occurredAt'],
    ['a character no database holds', { narrative: '山体\u0000滑坡' }, 'narrative'],
    ['half a character', { callerName: '\ud800' }, 'callerName'],
  ])('%s: the field is named', async (_name, wrong, path) => {
    const answer = await dispatcher('createIncident', { body: { ...LANDSLIDE, ...wrong } as never });
    expect(answer.problem).toMatchObject({ status: 400 });
    expect(answer.problem.fields?.map((field) => field.path)).toContain(path);
  });

  test('a point outside the county is taken, with a warning: neighbours help each other', async () => {
    const incident = await takeCall(dispatcher, { location: { lon: 121.43, lat: 28.66 } });
    expect(incident).toMatchObject({ townshipCode: null, warnings: [expect.stringContaining('县界以外')] });
    const [urban, township] = await order(dispatcher, incident.id, 'S05', 'P07');
    expect([urban!.target.ruleNo, township!.target.ruleNo]).toEqual([3, 5]);
  });

  test('a GCJ-02 point is converted before it is stored', async () => {
    const incident = await takeCall(dispatcher, { location: { lon: 120.4667, lat: 28.7344 }, datum: 'gcj02' });
    expect(incident.location!.lon).toBeCloseTo(120.462, 3);
    expect(incident.location!.lat).toBeCloseTo(28.737, 3);
  });

  test('a place nobody knows yet takes the stricter rule and says so', async () => {
    const incident = await takeCall(dispatcher, {
      narrative: '山体滑坡，位置说不清',
      location: undefined,
      placeText: undefined,
    });
    expect(incident.warnings).toEqual([expect.stringContaining('地点未明')]);
    const [urban, township] = await order(dispatcher, incident.id, 'S05', 'P07');
    expect(urban!.target).toMatchObject({ ruleNo: 1, measure: 'on_scene', placeUnknown: true });
    expect(township!.target).toMatchObject({ ruleNo: 2, measure: 'on_scene', placeUnknown: true });
  });

  test('two dispatchers order the same team at once: one order, one clear refusal, nothing half done', async () => {
    const { id } = await takeCall(dispatcher);
    const issue = (call: Call, ...teamCodes: string[]) => call('issueOrders', { params: { id }, body: { teamCodes } });
    const answers = await Promise.all([issue(dispatcher, 'S05', 'P01'), issue(supervisor, 'P02', 'S05')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(refused.problem).toMatchObject({ type: '/problems/already-ordered', detail: '地质灾害队已有未结指令' });
    const { body } = await dispatcher('getIncident', { params: { id } });
    expect(body.orders.filter((one) => one.teamCode === 'S05')).toHaveLength(1);
    expect(body.orders).toHaveLength(2);
  });

  test('the same request sent twice, also at the same moment, is one incident and one set of orders', async () => {
    const clientId = '5b0c1f0e-6f2c-4a57-9a53-111111111111';
    const body = { ...LANDSLIDE, clientId };
    const answers = await Promise.all([1, 2, 3].map(() => dispatcher('createIncident', { body })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const id = answers[0]!.body.id;
    const issue = () => dispatcher('issueOrders', { params: { id }, body: { teamCodes: ['S05', 'P07'], clientId } });
    const [first, second] = [await issue(), await issue()];
    expect(second.body.orders.map((one) => one.id)).toEqual(first.body.orders.map((one) => one.id));
  });

  test('a report sent twice is one report; its id cannot be used for another order', async () => {
    const { id } = await takeCall(dispatcher);
    const [one, two] = await order(dispatcher, id, 'S05', 'P07');
    const clientId = '5b0c1f0e-6f2c-4a57-9a53-222222222222';
    const before = await count('order_reports');
    await report(dispatcher, one!.id, 'acknowledged', { clientId });
    await report(dispatcher, one!.id, 'acknowledged', { clientId });
    expect(await count('order_reports')).toBe(before + 1);
    expect((await report(dispatcher, two!.id, 'acknowledged', { clientId })).problem).toMatchObject({
      fields: [{ path: 'clientId' }],
    });
  });

  test('closing with double feedback owed: not without a supervisor, not without a reason; then all is waived on record', async () => {
    const { id } = await takeCall(dispatcher);
    const [one] = await order(dispatcher, id, 'S05');
    const close = (call: Call, body: object) => call('closeIncident', { params: { id }, body });
    expect((await close(dispatcher, { waive: true, reason: '想结束' })).status).toBe(403);
    expect((await close(supervisor, { waive: true })).problem).toMatchObject({
      status: 400,
      fields: [{ path: 'reason' }],
    });
    expect((await close(supervisor, { waive: true, reason: '道路中断，改由邻县处置' })).status).toBe(200);
    const { body } = await dispatcher('getOrder', { params: { id: one!.id } });
    expect(body.status).toBe('recalled');
    for (const owed of body.obligations)
      expect(owed).toMatchObject({ state: 'waived', waivedReason: '道路中断，改由邻县处置' });
    const { body: times } = await dispatcher('responseTimes', { query: { groupBy: 'team' } });
    expect(times.rows.find((row) => row.group === 'S05')!.waived).toBeGreaterThanOrEqual(1);
  });
});
