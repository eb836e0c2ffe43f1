import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AddEquipment } from '@liandong/shared/equipment';
import { type Call, useApp } from '../../test/app.js';
import { takeCall } from '../../test/factories.js';

const BOAT = {
  category: '船艇',
  name: '新冲锋舟',
  quantity: 2,
  unit: '艘',
  condition: 'good',
  placeText: '横溪码头',
  location: { lon: 120.47, lat: 28.73 },
  contactName: '演示-保管员',
  contactPhone: '10037770001',
} as const;

const added = (more: Partial<AddEquipment> = {}) => ({ ...BOAT, teamCode: 'S03', clientId: randomUUID(), ...more });

describe('equipment and supplies', () => {
  const app = useApp();
  let dispatcher: Call;
  let admin: Call;
  let s03: Call;
  beforeAll(async () => {
    dispatcher = await app.as('dispatcher');
    admin = await app.as('admin');
    s03 = await app.as('s03');
  });
  const search = async (q: string, more: object = {}) =>
    (await dispatcher('searchEquipment', { query: { q, ...more } })).body;

  test('the demo county has two hundred items, each of a kind that exists', async () => {
    const { body } = await dispatcher('listEquipment');
    expect(body.items.length).toBeGreaterThanOrEqual(200);
    expect(new Set(body.items.map(({ teamCode }) => teamCode)).size).toBe(40);
  });

  test('“20公里内 船” round an incident: the nearest first, none farther, with whom to call', async () => {
    const incident = await takeCall(dispatcher);
    const found = await search('20公里内 船', { incidentId: incident.id });
    expect(found).toMatchObject({
      kinds: ['船艇'],
      radiusKm: 20,
      words: [],
      from: { name: `警情 ${incident.number}` },
    });
    expect(found.items.length).toBeGreaterThan(1);
    const metres = found.items.map((item) => item.metres!);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(metres.at(-1)).toBeLessThanOrEqual(20_000);
    for (const item of found.items)
      expect(item).toMatchObject({ category: '船艇', condition: 'good', contactPhone: expect.stringMatching(/^100/) });
    const all = await search('船', { incidentId: incident.id });
    expect(all.items.length).toBeGreaterThan(found.items.length);
    expect(all.items.slice(0, found.items.length)).toEqual(found.items);
  });

  test('the place may be in the words, and then comes before the incident; a team may be named', async () => {
    const incident = await takeCall(dispatcher);
    const found = await search('船 横溪', { incidentId: incident.id });
    expect(found.from).toMatchObject({ name: '横溪镇' });
    expect(found.items[0]).toMatchObject({ teamName: '横溪分队' });
    const own = await search('s03 水泵');
    expect(own).toMatchObject({ teams: ['防汛抗旱队'], from: null });
    expect(new Set(own.items.map(({ teamCode }) => teamCode))).toEqual(new Set(['S03']));
    expect((await search('边坡雷达')).items).toMatchObject([{ name: '边坡雷达', teamCode: 'S05', metres: null }]);
    expect((await search('量子纠缠仪')).items).toEqual([]);
  });

  test('what is broken is found only when asked for; what is used up never', async () => {
    const { body: one } = await admin('addEquipment', { body: added({ name: '旧雷达', condition: 'repair' }) });
    expect((await search('旧雷达')).items).toEqual([]);
    expect((await search('旧雷达', { faulty: '1' })).items).toMatchObject([{ id: one.id, condition: 'repair' }]);
    await admin('checkEquipment', { params: { id: one.id }, body: { quantity: 0, condition: 'good' } });
    expect((await search('旧雷达', { faulty: '1' })).items).toEqual([]);
  });

  test('a query of nothing, of an unknown incident, or for a team', async () => {
    expect((await dispatcher('searchEquipment', { query: { q: '  ' } })).status).toBe(400);
    const unknown = await dispatcher('searchEquipment', { query: { q: '船', incidentId: randomUUID() } });
    expect(unknown.status).toBe(404);
    expect((await s03('searchEquipment', { query: { q: '船' } })).status).toBe(403);
  });

  test('added once however often sent; changed and checked; retired it is in no list, and nothing can be done with it', async () => {
    const body = added();
    const first = await s03('addEquipment', { body });
    const again = await s03('addEquipment', { body });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const params = { id: first.body.id };
    expect(first.body).toMatchObject({ ...BOAT, teamName: '防汛抗旱队', ownLocation: true, checkDue: true });

    const edited = await s03('editEquipment', { params, body: { ...BOAT, quantity: 3, reason: '新购一艘' } });
    expect(edited.body).toMatchObject({ quantity: 3 });
    const checked = await s03('checkEquipment', { params, body: { quantity: 3, condition: 'repair' } });
    expect(checked.body).toMatchObject({ condition: 'repair', checkDue: false, checkedBy: '防汛抗旱队' });
    app.pass({ minutes: 91 * 24 * 60 });
    const later = await app.as('s03');
    const { body: list } = await later('listEquipment');
    expect(list.items.find(({ id }) => id === params.id)).toMatchObject({ checkDue: true });

    expect((await later('retireEquipment', { params, body: { reason: '报废' } })).status).toBe(200);
    const ended = await later('editEquipment', { params, body: BOAT });
    expect(ended).toMatchObject({ status: 409, problem: { state: 'retired' } });
    expect((await later('listEquipment')).body.items.map(({ id }) => id)).not.toContain(params.id);
    const rows = await app.source.query(
      `SELECT type, team_code, payload -> 'before' ->> 'quantity' AS before, payload -> 'after' ->> 'quantity' AS after,
              payload ->> 'reason' AS reason FROM event_log WHERE payload ->> 'equipmentId' = $1 ORDER BY id`,
      [params.id],
    );
    expect(rows).toEqual([
      { type: 'equipment.added', team_code: 'S03', before: null, after: '2', reason: null },
      { type: 'equipment.edited', team_code: 'S03', before: '2', after: '3', reason: '新购一艘' },
      { type: 'equipment.checked', team_code: 'S03', before: '3', after: '3', reason: null },
      { type: 'equipment.retired', team_code: 'S03', before: '3', after: null, reason: '报废' },
    ]);
  });

  test('what runs out within thirty days is foreseen, what ran out is said', async () => {
    const today = app.now.getTime();
    const day = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);
    const state = async (expiresOn: string | null) =>
      (await admin('addEquipment', { body: added({ expiresOn }) })).body.expiry;
    expect([await state(day(-2)), await state(day(10)), await state(day(60)), await state(null)]).toEqual([
      'expired',
      'expiring',
      null,
      null,
    ]);
  });

  test('a team keeps its own list only, and sees no other', async () => {
    const other = await s03('addEquipment', { body: added({ teamCode: 'S05' }) });
    expect(other.status).toBe(403);
    expect((await s03('addEquipment', { body: added({ teamCode: null }) })).status).toBe(403);
    const { body: foreign } = await admin('addEquipment', { body: added({ teamCode: 'S05' }) });
    const params = { id: foreign.id };
    expect((await s03('editEquipment', { params, body: BOAT })).status).toBe(403);
    expect((await s03('checkEquipment', { params, body: { quantity: 1, condition: 'good' } })).status).toBe(403);
    expect((await s03('retireEquipment', { params, body: { reason: '不是我的' } })).status).toBe(403);
    expect((await s03('listEquipment', { query: { teamCode: 'S05' } })).status).toBe(403);
    const { body: own } = await s03('listEquipment');
    expect(new Set(own.items.map(({ teamCode }) => teamCode))).toEqual(new Set(['S03']));
    expect((await admin('addEquipment', { body: added({ teamCode: null }) })).body).toMatchObject({ teamName: null });
  });

  test.each([
    ['category', { category: '飞船' }],
    ['name', { name: ' ' }],
    ['quantity', { quantity: -1 }],
    ['contactPhone', { contactPhone: '打不通' }],
    ['expiresOn', { expiresOn: '2026-02-30' }],
    ['teamCode', { teamCode: 'S99' }],
    ['location.lat', { location: { lon: 120, lat: 128 } }],
  ])('a wrong %s is refused, and nothing is written', async (path, wrong) => {
    const body = added(wrong);
    const answer = await admin('addEquipment', { body });
    expect(answer).toMatchObject({ status: 400, problem: { fields: [{ path }] } });
    expect(await app.source.query('SELECT 1 FROM equipment WHERE id = $1', [body.clientId])).toEqual([]);
  });

  test('an unknown item: 404 whatever is asked', async () => {
    const params = { id: randomUUID() };
    expect((await admin('editEquipment', { params, body: BOAT })).status).toBe(404);
    expect((await admin('retireEquipment', { params, body: { reason: '没有' } })).status).toBe(404);
  });
});
