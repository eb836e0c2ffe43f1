import { describe, expect, test } from '@jest/globals';
import type { LonLat } from '@liandong/shared/basics';
import { useApp } from '../../test/app.js';
import { FAR_HENGXI, order, takeCall, XIACHEN } from '../../test/factories.js';

/** A box of a few hundred metres round a point, corner by corner. */
const box = ({ lon, lat }: LonLat): LonLat[] =>
  [
    [-0.004, -0.004],
    [0.004, -0.004],
    [0.004, 0.004],
    [-0.004, 0.004],
  ].map(([east, north]) => ({ lon: Number((lon + east!).toFixed(6)), lat: Number((lat + north!).toFixed(6)) }));

describe('the seat area of 横溪镇', () => {
  const app = useApp();
  const edit = async (
    body: { radiusMeters?: number; ring?: LonLat[] | null; reason?: string },
    as = 'admin',
    code = '101',
  ) =>
    (await app.as(as))('editSeatArea', {
      params: { code },
      body: { radiusMeters: 3000, reason: '按实际建成区', ...body },
    });
  /** The rule 横溪镇's own team gets for an incident at a point: 2 within the seat area, 4 outside. */
  const ruleAt = async (location: LonLat) => {
    const desk = await app.as('dispatcher');
    const [issued] = await order(desk, (await takeCall(desk, { location })).id, 'P07');
    return issued!.target.ruleNo;
  };
  const rules = async () => [await ruleAt(XIACHEN), await ruleAt(FAR_HENGXI)];

  test('is three kilometres round the seat to begin with', async () => {
    expect(await rules()).toEqual([2, 4]);
  });

  test('grows with its radius', async () => {
    const { body } = await edit({ radiusMeters: 8000 });
    expect(body).toMatchObject({ seatRadiusMeters: 8000, seatArea: null });
    expect(await rules()).toEqual([2, 2]);
  });

  test('drawn as a line is what the line holds, whatever the radius says', async () => {
    const { body } = await edit({ radiusMeters: 8000, ring: box(FAR_HENGXI) });
    expect(body.seatArea).toHaveLength(5);
    expect(body.seatArea![4]).toEqual(body.seatArea![0]);
    expect(await rules()).toEqual([4, 2]);
    const { body: all } = await (await app.as('dispatcher'))('listTownships');
    expect(all.items.find((township) => township.code === '101')).toEqual(body);
  });

  test('is the radius again when the line is taken away', async () => {
    expect((await edit({ ring: null })).body).toMatchObject({ seatRadiusMeters: 3000, seatArea: null });
    expect(await rules()).toEqual([2, 4]);
  });

  const [a, b, c, d] = box(XIACHEN) as [LonLat, LonLat, LonLat, LonLat];
  test.each<[string, LonLat[], string]>([
    ['crosses itself', [a, c, b, d], '自相交'],
    ['has no area', [a, b, { lon: (a.lon + b.lon) / 2, lat: a.lat }], '不成面'],
    ['goes there and back', [a, b, a], '三个不同的点'],
    ['lies in another township', box({ lon: 120.731, lat: 28.8539 }), '不在本乡镇'],
  ])('a line that %s is refused, and nothing changes', async (_words, ring, words) => {
    const { status, problem } = await edit({ ring });
    expect(status).toBe(400);
    expect(problem.fields).toEqual([{ path: 'ring', message: expect.stringContaining(words) }]);
    expect(await rules()).toEqual([2, 4]);
  });

  test.each<[string, object]>([
    ['no reason', { reason: ' ' }],
    ['a radius of nothing', { radiusMeters: 0 }],
    ['two corners', { ring: [a, b] }],
    ['a corner off the earth', { ring: [a, b, { lon: 200, lat: 28 }] }],
  ])('with %s is refused', async (_words, wrong) => {
    expect((await edit(wrong)).status).toBe(400);
  });

  test('is the administrator’s, and of a township there is', async () => {
    expect((await edit({}, 'supervisor')).status).toBe(403);
    expect((await edit({}, 'admin', '999')).status).toBe(404);
  });

  test('each change is on the record with before, after and why', async () => {
    const events = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'seat_area.edited' ORDER BY id LIMIT 2`,
    );
    expect(events.map((event: { payload: object }) => event.payload)).toEqual([
      {
        townshipCode: '101',
        name: '横溪镇',
        reason: '按实际建成区',
        before: { radiusMeters: 3000, ring: null },
        after: { radiusMeters: 8000, ring: null },
      },
      {
        townshipCode: '101',
        name: '横溪镇',
        reason: '按实际建成区',
        before: { radiusMeters: 8000, ring: null },
        after: {
          radiusMeters: 8000,
          ring: [...box(FAR_HENGXI), box(FAR_HENGXI)[0]!].map(({ lon, lat }) => [lon, lat]),
        },
      },
    ]);
  });
});
