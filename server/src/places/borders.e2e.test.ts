import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';

type Ring = [number, number][];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const file = (...features: [properties: object, geometry: object][]) =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry })),
    }),
  ).toString('base64');
const polygon = (...coordinates: Ring[]) => ({ type: 'Polygon', coordinates });
/** 横溪镇, seat 120.472, 28.733; 埠头镇, seat 120.5266, 28.7612. */
const HENGXI = box(120.44, 28.7, 120.5, 28.76);
const BUTOU = box(120.5, 28.74, 120.55, 28.79);

describe('boundaries from a file', () => {
  const app = useApp();
  const FILE = { layer: 'townships' as const, datum: 'wgs84' as const, basis: '演示勘界' };
  const preview = async (content: string, more: object = {}) =>
    (await app.as('admin'))('previewBorders', { body: { ...FILE, ...more, content } });
  const apply = async (content: string, more: object = {}) =>
    (await app.as('admin'))('importBorders', { body: { ...FILE, ...more, content, reason: '启用勘界成果' } });
  const borders = async () => (await (await app.as('dispatcher'))('getBorders')).body;
  const target = async (lon: number, lat: number) =>
    (
      await (
        await app.as('dispatcher')
      )('createIncident', { body: { channel: '110', narrative: '有人求助', location: { lon, lat } } })
    ).body;

  test('are matched by code or name, measured, and change nothing until they are applied', async () => {
    const before = await borders();
    const { body } = await preview(
      file([{ adcode: '331024101' }, polygon(HENGXI)], [{ name: '埠头' }, polygon(BUTOU)]),
    );
    expect(body).toMatchObject({ errors: [], warnings: [], areas: [{ code: '101' }, { code: '102', name: '埠头镇' }] });
    expect(body.areas[0]!.areaKm2).toBeCloseTo(39, 0);
    expect(body.missing).toHaveLength(18);
    expect(await borders()).toEqual(before);
  });

  test('applied, they hold with the basis that was stated, on the record; the sketched ones give way', async () => {
    expect((await apply(file([{ code: '101' }, polygon(HENGXI)]))).status).toBe(200);
    const { townships } = await borders();
    expect(townships.find(({ code }) => code === '101')).toMatchObject({ basis: '演示勘界' });
    expect(townships.find(({ code }) => code === '102')).toMatchObject({ basis: '示意' });
    expect((await target(120.4995, 28.7595)).townshipName).toBe('横溪镇');
    expect((await target(120.5005, 28.7605)).townshipName).not.toBe('横溪镇');
    const [{ payload }] = await app.source.query(`SELECT payload FROM event_log WHERE type = 'borders.imported'`);
    expect(payload).toMatchObject({ layer: 'townships', basis: '演示勘界', reason: '启用勘界成果', count: 1 });
    expect(payload.before.find(({ code }: { code: string }) => code === '101').basis).toBe('示意');
  });

  test('may have several parts and holes', async () => {
    const parts = {
      type: 'MultiPolygon',
      coordinates: [[HENGXI, box(120.45, 28.71, 120.455, 28.715).reverse()], [box(120.4, 28.7, 120.41, 28.71)]],
    };
    expect((await apply(file([{ code: '101' }, parts]))).status).toBe(200);
    const { body } = await (await app.as('dispatcher'))('listTownships');
    expect(body.items.find(({ code }) => code === '101')!.outline.map((part) => part.length)).toEqual([2, 1]);
    expect((await target(120.405, 28.705)).townshipName).toBe('横溪镇');
    const { body: out } = await (await app.as('auditor'))('exportBorders', { query: { layer: 'townships' } });
    expect((await preview(Buffer.from(out.text).toString('base64'))).body).toMatchObject({ errors: [], missing: [] });
  });

  test.each<[string, [object, object][], string]>([
    [
      'crosses itself',
      [
        [
          { code: '101' },
          polygon([
            [120.44, 28.7],
            [120.5, 28.76],
            [120.5, 28.7],
            [120.44, 28.76],
            [120.44, 28.7],
          ]),
        ],
      ],
      '自相交',
    ],
    ['is not closed', [[{ code: '101' }, polygon(HENGXI.slice(0, 4))]], '没有闭合'],
    ['is a line', [[{ code: '101' }, { type: 'LineString', coordinates: HENGXI }]], 'Polygon'],
    ['belongs to no township', [[{ name: '无此镇' }, polygon(HENGXI)]], '无此镇'],
    [
      'comes twice',
      [
        [{ code: '101' }, polygon(HENGXI)],
        [{ name: '横溪镇' }, polygon(HENGXI)],
      ],
      '两次',
    ],
    ['lies far away', [[{ code: '101' }, polygon(box(116.3, 39.9, 116.4, 40))]], '公里'],
    ['is off the earth', [[{ code: '101' }, polygon(box(28.7, 120.4, 28.8, 120.5))]], '地球'],
    [
      'has words for numbers',
      [
        [
          { code: '101' },
          {
            type: 'Polygon',
            coordinates: [
              [
                ['a', 'b'],
                [1, 2],
                [3, 4],
                ['a', 'b'],
              ],
            ],
          },
        ],
      ],
      '不是数',
    ],
  ])('an area that %s is refused with all that came with it', async (_words, features, words) => {
    const before = await borders();
    const good: [object, object] = [{ code: '102' }, polygon(BUTOU)];
    const { body } = await preview(file(...features, good));
    expect(body.errors[0]!.message).toContain(words);
    expect((await apply(file(...features, good))).status).toBe(400);
    expect(await borders()).toEqual(before);
  });

  test('a seat outside its outline, and a datum that may be wrong, are for a person to weigh; so are overlaps', async () => {
    const { body } = await preview(
      file([{ code: '101' }, polygon(box(120.4735, 28.7, 120.53, 28.77))], [{ code: '102' }, polygon(BUTOU)]),
    );
    expect(body.errors).toEqual([]);
    expect(body.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/驻地在范围以外 1\d\d 米；请核对坐标系/),
      expect.stringMatching(/横溪镇与埠头镇重叠 \d+\.\d\d 平方公里/),
    ]);
  });

  test('a seat area is one area without holes, and takes the radius’s place', async () => {
    const { body } = await preview(
      file([{ code: '101' }, { type: 'MultiPolygon', coordinates: [[HENGXI], [BUTOU]] }]),
      { layer: 'seat_areas' },
    );
    expect(body.errors[0]!.message).toContain('一个没有洞的面');
    expect(
      (await apply(file([{ code: '101' }, polygon(box(120.46, 28.72, 120.48, 28.74))]), { layer: 'seat_areas' }))
        .status,
    ).toBe(200);
    expect((await borders()).townships[3]!.seatAreaKm2).toBeCloseTo(4.3, 0);
  });

  test('within the county’s outline sketched townships end, and a point beyond it is outside the county', async () => {
    expect((await target(120.905, 28.79)).warnings).toEqual([]);
    await apply(file([{ name: '演示县' }, polygon(box(120.28, 28.46, 120.9, 29))]), { layer: 'county' });
    expect((await borders()).county).toMatchObject({ name: '演示县', basis: '演示勘界' });
    expect((await target(120.905, 28.79)).warnings[0]).toContain('县界以外');
    expect((await target(120.895, 28.79)).townshipName).toBe('朱溪镇');
  });

  test('grids a file lacks stay, named beforehand, unless it is said that they go', async () => {
    const grids = (...names: string[]) =>
      file(
        ...names.map((name, i): [object, object] => [
          { code: `W${i}`, name, 乡镇: '横溪镇' },
          polygon(box(120.44 + i / 100, 28.7, 120.45 + i / 100, 28.71)),
        ]),
      );
    await apply(grids('甲网格', '乙网格'), { layer: 'grids' });
    expect((await borders()).grids.map(({ name, townshipCode }) => [name, townshipCode])).toEqual([
      ['甲网格', '101'],
      ['乙网格', '101'],
    ]);
    const shorter = grids('丙网格');
    expect((await preview(shorter, { layer: 'grids' })).body.missing).toEqual(['乙网格']);
    await apply(shorter, { layer: 'grids' });
    expect((await borders()).grids.map(({ name }) => name)).toEqual(['丙网格', '乙网格']);
    await apply(shorter, { layer: 'grids', removeMissing: true });
    expect((await borders()).grids.map(({ name }) => name)).toEqual(['丙网格']);
    const [{ payload }] = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'borders.imported' ORDER BY id DESC LIMIT 1`,
    );
    expect(payload.before.map(({ name }: { name: string }) => name)).toEqual(['丙网格', '乙网格']);
    expect(payload.after.map(({ name }: { name: string }) => name)).toEqual(['丙网格']);
  });

  test('a file longer than other bodies may be is taken', async () => {
    const many = Array.from({ length: 40_000 }, (_, i): [number, number] => {
      const angle = (i / 40_000) * 2 * Math.PI;
      return [120.472 + 0.03 * Math.cos(angle), 28.733 + 0.03 * Math.sin(angle)];
    });
    const content = file([{ code: '101' }, polygon([...many, many[0]!])]);
    expect(content.length).toBeGreaterThan(1_500_000);
    const { status, body } = await preview(content);
    expect([status, body.areas[0]!.outline[0]![0]!.length]).toEqual([200, 40_001]);
  });

  test.each(['/api/borders/preview', '/api/borders', '/api/places/import/preview', '/api/places/import'])(
    'of a file sent to %s by somebody who may not change it nothing is read',
    async (path) => {
      const headers = { 'content-type': 'application/json' };
      const unfinished = await app.raw(path, { method: 'POST', headers, body: '{"content": "' });
      expect(await unfinished.json()).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
      const sent = async (as: string) => {
        await app.as(as);
        return (await app.raw(path, { method: 'POST', headers, body: '{"content": "', as })).status;
      };
      expect([await sent('p01'), await sent('admin')]).toEqual([403, 400]);
    },
  );

  test('are the administrator’s', async () => {
    const body = { ...FILE, content: file([{ code: '101' }, polygon(HENGXI)]), reason: '试试' };
    expect((await (await app.as('supervisor'))('importBorders', { body })).status).toBe(403);
  });
});

const REAL = join(import.meta.dirname, '../../../../shared/data/xianju');
const real = (name: string) => readFileSync(join(REAL, name)).toString('base64');
/** Files of the real county, which are not ours to publish: beside the project, or not there. */
const describeReal = existsSync(REAL) ? describe : describe.skip;

describeReal('the real county’s files, where they are beside the project', () => {
  const app = useApp();
  const county = async (name: string, datum: 'wgs84' | 'gcj02') => {
    const body = { layer: 'county' as const, datum, basis: '测试', content: real(name), reason: '测试' };
    expect((await (await app.as('admin'))('importBorders', { body })).status).toBe(200);
    const [row] = await app.source.query(`SELECT ST_AsText(outline) AS wkt, ST_Area(outline) / 1e6 AS km2 FROM areas`);
    return row as { wkt: string; km2: number };
  };

  test('its outline in WGS-84 and in GCJ-02 is one within tens of metres, and 2,000 km²', async () => {
    const [wgs, gcj] = [
      await county('county-boundary.wgs84.geojson', 'wgs84'),
      await county('county-boundary.gcj02.geojson', 'gcj02'),
    ];
    for (const { km2 } of [wgs, gcj]) expect(km2).toBeGreaterThan(1900);
    expect(Math.abs(wgs.km2 - gcj.km2)).toBeLessThan(20);
    // Every corner of the coarse line lies on the fine one; the fine one knows more bends between them.
    const [{ metres }] = await app.source.query(
      `SELECT max(ST_Distance(p.geom::geography, ST_Boundary(ST_GeomFromText($1, 4326))::geography)) AS metres
       FROM ST_DumpPoints(ST_GeomFromText($2, 4326)) p`,
      [wgs.wkt, gcj.wkt],
    );
    expect(metres).toBeLessThan(50);
  });

  test('its villages come without headings and without points: those that are known keep theirs', async () => {
    const body = {
      format: 'csv' as const,
      datum: 'wgs84' as const,
      basis: '测试',
      content: real('villages_331024.csv'),
    };
    const { body: known } = await (await app.as('admin'))('previewPlaceImport', { body });
    expect(known).toMatchObject({ rows: 335, wrong: 0, atSeat: 0, added: 0 });
    await app.source.query('DELETE FROM places');
    const { body: fresh } = await (await app.as('admin'))('previewPlaceImport', { body });
    expect(fresh).toMatchObject({ rows: 335, wrong: 0, atSeat: 335, added: 335 });
  });
});
