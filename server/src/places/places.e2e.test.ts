import { describe, expect, test } from '@jest/globals';
import { useApp } from '../../test/app.js';

const NEW = {
  name: '演示新村',
  aliases: ['新村里'],
  kind: 'village' as const,
  townshipCode: '101',
  location: { lon: 120.475, lat: 28.735 },
  datum: 'wgs84' as const,
  grade: 'B' as const,
  basis: '本县约定',
  reason: '新设自然村',
};
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

describe('the gazetteer, kept by the administrator', () => {
  const app = useApp();
  const found = async (q: string) =>
    (await (await app.as('dispatcher'))('searchPlaces', { query: { q } })).body.items.map(({ name }) => name);
  const lastEvent = async (type: string) => {
    const [event] = await app.source.query('SELECT payload FROM event_log WHERE type = $1 ORDER BY id DESC LIMIT 1', [
      type,
    ]);
    return event.payload;
  };

  test('a place is added once, found at once by its alias, and on the record', async () => {
    const admin = await app.as('admin');
    const clientId = '00000000-0000-4000-8000-00000000abcd';
    const [first, again] = [
      await admin('addPlace', { body: { ...NEW, clientId } }),
      await admin('addPlace', { body: { ...NEW, clientId } }),
    ];
    expect(first).toMatchObject({
      status: 201,
      body: { place: { name: '演示新村', townshipName: '横溪镇' }, warnings: [] },
    });
    expect(again.body.place.code).toBe(first.body.place.code);
    expect((await found('xincunli'))[0]).toBe('演示新村');
    expect(await lastEvent('place.added')).toMatchObject({ name: '演示新村', reason: '新设自然村' });
  });

  test('its point is converted from the declared datum', async () => {
    const admin = await app.as('admin');
    const { body } = await admin('addPlace', { body: { ...NEW, name: '演示高德点', datum: 'gcj02' } });
    expect(Math.abs(body.place.location.lon - NEW.location.lon)).toBeGreaterThan(0.003);
  });

  test.each([
    [{ lon: 120.731, lat: 28.8539 }, '不在横溪镇'],
    [{ lon: 119.5, lat: 28 }, '县界以外'],
  ])('a point at %o is warned of, not refused', async (location, words) => {
    const { status, body } = await (await app.as('admin'))('addPlace', {
      body: { ...NEW, name: '演示远点', location },
    });
    expect(status).toBe(201);
    expect(body.warnings).toEqual([expect.stringContaining(words)]);
  });

  test('an edit keeps before, after and why; retired it is found no more, edited it is in use again', async () => {
    const admin = await app.as('admin');
    const { code } = (await admin('addPlace', { body: { ...NEW, name: '演示旧名村', aliases: [] } })).body.place;
    await admin('editPlace', { params: { code }, body: { ...NEW, name: '演示改名村', aliases: [], reason: '改名' } });
    expect(await lastEvent('place.edited')).toMatchObject({
      code,
      reason: '改名',
      before: { name: '演示旧名村' },
      after: { name: '演示改名村' },
    });
    expect((await admin('retirePlace', { params: { code }, body: { reason: '并村' } })).status).toBe(200);
    expect(await found('演示改名村')).not.toContain('演示改名村');
    expect((await admin('retirePlace', { params: { code }, body: { reason: '并村' } })).status).toBe(409);
    const { body } = await admin('listPlaces', { query: { retired: '1' } });
    expect(body.items.map((place) => place.name)).toEqual(['演示改名村']);
    await admin('editPlace', { params: { code }, body: { ...NEW, name: '演示改名村', aliases: [], reason: '恢复' } });
    expect(await found('演示改名村')).toContain('演示改名村');
  });

  test('the register pages, and is searched by words, kind and township', async () => {
    const desk = await app.as('dispatcher');
    const { body: first } = await desk('listPlaces', { query: { limit: 20 } });
    const { body: second } = await desk('listPlaces', { query: { limit: 20, page: 2 } });
    expect(first.total).toBeGreaterThan(300);
    expect(second.items[0]!.code > first.items[19]!.code).toBe(true);
    const { body: marks } = await desk('listPlaces', { query: { kind: 'road_mark', q: '台金' } });
    expect(marks.items.every(({ name }) => name.startsWith('S28'))).toBe(true);
    const { body: town } = await desk('listPlaces', { query: { township: '204' } });
    expect(new Set(town.items.map(({ townshipName }) => townshipName))).toEqual(new Set(['皤滩乡']));
  });

  test.each<[string, object, string]>([
    ['an unknown township', { townshipCode: '999' }, 'townshipCode'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a point off the earth', { location: { lon: 200, lat: 28 } }, 'location.lon'],
    ['no name', { name: '' }, 'name'],
    ['an unknown grade', { grade: 'Z' }, 'grade'],
  ])('with %s nothing is added', async (_words, wrong, path) => {
    const { status, problem } = await (await app.as('admin'))('addPlace', { body: { ...NEW, ...wrong } });
    expect([status, problem.fields?.[0]?.path]).toEqual([400, path]);
  });

  test('only the administrator edits', async () => {
    expect((await (await app.as('supervisor'))('addPlace', { body: NEW })).status).toBe(403);
    expect((await (await app.as('admin'))('editPlace', { params: { code: 'none' }, body: NEW })).status).toBe(404);
  });
});

describe('an import of places', () => {
  const app = useApp();
  const FILE = { format: 'csv' as const, datum: 'wgs84' as const, basis: '演示来源' };
  const CSV = [
    '代码,名称,别名,类别,乡镇,经度,纬度,精度',
    'T1,演示东村,东头；老东村,村,横溪镇,120.475,28.735,B',
    'T2,演示西社区,,,福应,120.7193,28.8626,A',
    'T3,演示无点村,,村,331024204,,,',
  ].join('\r\n');
  const preview = async (content: string, more: object = {}) =>
    (await app.as('admin'))('previewPlaceImport', { body: { ...FILE, ...more, content } });
  const apply = async (content: string, more: object = {}) =>
    (await app.as('admin'))('importPlaces', { body: { ...FILE, ...more, content, reason: '年度更新' } });
  const count = async () => (await app.source.query('SELECT count(*)::int AS n FROM places'))[0].n;

  test('tells before what it would do, does it, and does nothing the second time', async () => {
    const before = await count();
    const { body } = await preview(base64(`\uFEFF${CSV}`));
    expect(body).toMatchObject({ rows: 3, added: 3, changed: 0, unchanged: 0, wrong: 0, atSeat: 1, encoding: 'utf-8' });
    expect(await count()).toBe(before);
    expect((await apply(base64(CSV))).status).toBe(200);
    expect(await count()).toBe(before + 3);
    expect((await apply(base64(CSV))).body).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    const { body: hits } = await (await app.as('dispatcher'))('searchPlaces', { query: { q: '老东村' } });
    expect(hits.items[0]!.name).toBe('演示东村');
    const [{ payload }] = await app.source.query(`SELECT payload FROM event_log WHERE type = 'place.imported'`);
    expect(payload).toMatchObject({ count: 3, added: ['T1', 'T2', 'T3'], changed: [], reason: '年度更新' });
  });

  test('a place without a point stands at its township’s seat, as 示意', async () => {
    const { body } = await (await app.as('admin'))('listPlaces', { query: { q: '演示无点村' } });
    expect(body.items[0]).toMatchObject({
      townshipName: '皤滩乡',
      grade: '示意',
      location: { lon: 120.547, lat: 28.76 },
    });
    expect(body.items[0]!.basis).toContain('乡镇驻地');
  });

  test('GBK is read as well', async () => {
    // 名称,乡镇 / 下岙,横溪镇 in GBK.
    const gbk = Buffer.from('c3fbb3c62ccfe7d5f20acfc28d4f2cbae1cfaad5f20a', 'hex');
    const { body } = await preview(base64(gbk));
    expect(body).toMatchObject({ encoding: 'gbk', added: 1, wrong: 0, sample: [{ townshipName: '横溪镇' }] });
  });

  test('wrong rows are named by row and column, and then nothing at all is taken', async () => {
    const before = await count();
    const wrong = [
      CSV,
      'T4,,,村,横溪镇,120.4,28.7,B',
      'T5,演示五,,村,无此镇,120.4,28.7,B',
      'T6,演示六,,村,横溪镇,320.4,28.7,B',
      'T1,演示东村,,村,横溪镇,120.4,28.7,B',
      'T7,演示七,,飞船,横溪镇,120.4,28.7,Z',
    ].join('\r\n');
    const { body } = await preview(base64(wrong));
    expect(body.wrong).toBe(5);
    expect(body.errors.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '5 名称',
      '6 乡镇',
      '7 经度',
      '8 代码',
      '9 类别',
      '9 精度',
    ]);
    const { status, problem } = await apply(base64(wrong));
    expect([status, problem.fields![0]!.message]).toEqual([400, '第 5 行 名称：没有名称']);
    expect(await count()).toBe(before);
  });

  test.each<[string, string, object, string]>([
    ['a table without headings', base64('甲,乙\n丙,丁\n'), {}, '表头'],
    ['neither UTF-8 nor GBK', base64(Buffer.from([0xff, 0xfe, 0x00, 0xff])), {}, '编码'],
    ['a line of a megabyte', base64(`名称,乡镇\n${'x'.repeat(1_000_000)},横溪镇\n`), {}, '过长'],
    ['an open quotation mark', base64('名称,乡镇\n"下陈,横溪镇\n'), {}, 'CSV'],
    ['no JSON', base64('{'), { format: 'geojson' }, 'JSON'],
    ['JSON that is no GeoJSON', base64('[1]'), { format: 'geojson' }, 'GeoJSON'],
    ['more rows than are taken at once', base64(`名称,乡镇\n${'下,横溪镇\n'.repeat(20_001)}`), {}, '20000'],
  ])('%s is refused in words', async (_words, content, more, words) => {
    const { status, problem } = await preview(content, more);
    expect([status, problem.fields![0]!.path]).toEqual([400, 'content']);
    expect(problem.fields![0]!.message).toContain(words);
  });

  test('GeoJSON points come in their datum; what is no point is wrong', async () => {
    const feature = (geometry: object | null, name: string) => ({
      type: 'Feature',
      properties: { name, township: '横溪镇' },
      geometry,
    });
    const file = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Point', coordinates: [120.4766, 28.7325] }, '演示甲'),
        feature({ type: 'LineString', coordinates: [] }, '演示乙'),
      ],
    };
    const { body } = await preview(base64(JSON.stringify(file)), { format: 'geojson', datum: 'gcj02' });
    expect(body).toMatchObject({ added: 1, wrong: 1 });
    expect(body.sample[0]!.location.lon).toBeCloseTo(120.472, 2);
  });

  test('what goes out runs nothing in a table editor, and comes in again unchanged', async () => {
    await apply(base64('代码,名称,乡镇,经度,纬度\nT9,=HYPERLINK(1),横溪镇,120.47,28.73\n'));
    const { body } = await (await app.as('auditor'))('exportPlaces', { query: { format: 'csv' } });
    expect(body.text).toContain("'=HYPERLINK(1)");
    expect((await preview(base64(body.text))).body).toMatchObject({ added: 0, changed: 0, wrong: 0 });
    const { body: json } = await (await app.as('auditor'))('exportPlaces', { query: { format: 'geojson' } });
    expect((await preview(base64(json.text), { format: 'geojson' })).body).toMatchObject({
      added: 0,
      changed: 0,
      wrong: 0,
    });
  });

  test('is the administrator’s', async () => {
    const body = { ...FILE, content: base64(CSV), reason: '试试' };
    expect((await (await app.as('dispatcher'))('importPlaces', { body })).status).toBe(403);
  });
});
