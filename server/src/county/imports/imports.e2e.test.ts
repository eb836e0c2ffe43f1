import { beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { useApp, useNewCounty } from '../../../test/app.js';
import { madeUpCounty, type Sheets, SMALL, workbookOf } from '../../../test/county-workbook.mjs';
import { apply, bringIn, makeAdministrator, preview } from '../../../test/new-county.js';

const sheets = madeUpCounty(SMALL);
const only = (name: string, ...rows: Sheets[string]): Sheets => ({ [name]: [sheets[name]![0]!, ...rows] });

describe('what people do to a workbook', () => {
  const app = useNewCounty();
  beforeAll(async () => {
    await makeAdministrator(app);
    await bringIn(app, sheets);
  });

  test('titles above the head, empty rows, spaces, full-width digits and numbers kept as numbers are understood', async () => {
    const seen = await preview(app, {
      人员: [
        ['云溪县应急队伍人员名单', null, null, null],
        [],
        ['序号', '队伍名称', '姓名 ', '职务（必填）', '联系电话'],
        [1, '　云台街道分队 ', ' 演示-甲 ', '队员', 10040000001],
        [],
        [],
        [2, 'p02', '演示-乙', '成员', '１００４０００ ０００２'],
        [3, '溪口街道综合应急救援分队', '演示-丙', '队员', '+86 138-0000-0001'],
      ],
    });
    expect(seen).toMatchObject({ state: 'ready', sheets: [{ sheet: '人员', rows: 3, added: 3 }] });
    expect(seen.warnings).toEqual([expect.objectContaining({ value: '序号', wrong: '不认识的列，未读' })]);
    await apply(app, seen.id);
    const phones = await app.source.query(`SELECT name, phone FROM team_members WHERE name ~ '[甲乙丙]' ORDER BY name`);
    expect(Object.fromEntries(phones.map((row: { name: string; phone: string }) => [row.name, row.phone]))).toEqual({
      '演示-甲': '10040000001',
      '演示-乙': '10040000002',
      '演示-丙': '13800000001',
    });
  });

  test('merged cells give each row their value, hidden rows come along, formulas count by their value; all of it is said', async () => {
    const file = await workbookOf(
      only(
        '人员',
        ['青石镇分队', '演示-丁', '队员', '10040000011'],
        [null, '演示-戊', '队员', '10040000012'],
        ['青石镇分队', '演示-己', '队员', '10040000013'],
      ),
      (book) => {
        const page = book.getWorksheet('人员')!;
        page.mergeCells('A2:A3');
        page.getRow(4).hidden = true;
        page.getCell('B2').value = { formula: '"演示-"&"丁"', result: '演示-丁' };
        page.getCell('B4').value = { richText: [{ text: '演示-' }, { font: { bold: true }, text: '己' }] };
      },
    );
    const seen = await preview(app, file);
    expect(seen).toMatchObject({ state: 'ready', sheets: [{ rows: 3, added: 3 }] });
    expect(seen.warnings.map(({ row, wrong }) => [row, wrong])).toEqual([
      [2, 'A2:A3 是合并的单元格'],
      [4, '这一行被隐藏了，仍会导入'],
    ]);
  });

  test('dates as Excel keeps them and as people write them; a shift belongs to somebody of the team', async () => {
    const head = ['队伍', '手机', '开始', '结束'];
    const good = await bringIn(app, {
      值班: [
        head,
        ['P01', '10030000000', new Date(Date.UTC(2026, 6, 14, 8)), new Date(Date.UTC(2026, 6, 15, 8))],
        ['P01', '10030000005', '2026年7月15日 8时', '2026-07-16 08:00'],
        ['P01', '10030000000', '2026/7/16 8:00', '2026/7/16 24:00'],
      ],
    });
    expect(good.sheets).toEqual([{ sheet: '值班', rows: 3, added: 3, changed: 0, unchanged: 0, retired: 0 }]);
    const [{ starts_at: first }] = await app.source.query('SELECT starts_at FROM duty_shifts ORDER BY starts_at');
    expect(first.toISOString()).toBe('2026-07-14T00:00:00.000Z');
    const bad = await preview(app, {
      值班: [
        head,
        ['P01', '10030000000', '2026-02-30 08:00', '2026-07-15 08:00'],
        ['P01', '10030000000', '2026-07-15 08:00', '2026-07-14 20:00'],
        ['P01', '10039999999', '2026-07-15 08:00', '2026-07-15 20:00'],
      ],
    });
    expect(bad.problems.map(({ row, column, wrong }) => [row, column, wrong])).toEqual([
      [2, '开始', '不是日期和时间'],
      [3, '结束', '结束不晚于开始'],
      [4, '手机', '这支队伍没有用这个手机的人'],
    ]);
  });

  test('points are taken in the datum their row names, else in the one chosen at the upload', async () => {
    const head = ['编码', '名称', '类别', '所在乡镇', '经度', '纬度', '坐标系'];
    await bringIn(
      app,
      {
        地名: [
          head,
          ['X1', '甲处', '地标', '青石镇', 118.3, 27.5, null],
          ['X2', '乙处', '地标', '青石镇', 118.3, 27.5, 'WGS-84'],
        ],
      },
      { datum: 'gcj02' },
    );
    const rows = await app.source.query(
      `SELECT code, round(ST_X(location::geometry)::numeric, 4)::text AS lon FROM places WHERE code LIKE 'X%' ORDER BY code`,
    );
    expect(rows[1]).toEqual({ code: 'X2', lon: '118.3000' });
    expect(Math.abs(Number(rows[0].lon) - 118.3)).toBeGreaterThan(0.003);
  });

  test('an empty cell leaves what is there; sheets and columns nobody knows are named and passed over', async () => {
    const seen = await bringIn(app, {
      队伍: [
        ['编号', '名称', '类别', '专长', '主管单位', '出发地', '所在乡镇', '接警电话', '职责任务'],
        [
          'P01',
          '云台街道综合应急救援分队',
          '公共队伍',
          '综合救援、属地处置',
          '云台街道人民政府',
          '城区',
          '云台街道',
          '10000010000',
          '先期处置',
        ],
      ],
      工资: [['姓名', '金额']],
    });
    expect(seen.sheets).toEqual([{ sheet: '队伍', rows: 1, added: 0, changed: 1, unchanged: 0, retired: 0 }]);
    expect(seen.warnings).toEqual([expect.objectContaining({ sheet: '工资', wrong: '不认识的工作表，未读' })]);
    const [team] = await app.source.query(`SELECT short_name, duties FROM teams WHERE code = 'P01'`);
    expect(team).toEqual({ short_name: '云台街道分队', duties: '先期处置' });
  });

  test.each<[string, Sheets, string]>([
    [
      'a shift that ends when it begins',
      {
        值班: [
          ['队伍', '手机', '开始', '结束'],
          ['P01', '10030000000', '2031-05-01 08:00', '2031-05-01 08:00'],
        ],
      },
      '结束不晚于开始',
    ],
    [
      'a point without its latitude',
      {
        装备物资: [
          ['队伍', '类别', '名称', '数量', '单位', '存放地点', '经度', '纬度'],
          ['P01', '排涝', '泵', 1, '台', '云台仓库', 118.2, null],
        ],
      },
      '经度、纬度只填了一个',
    ],
    [
      'a second commander beside one of the register',
      only('人员', ['P01', '演示-壬', '指挥', '10040000031']),
      '一队只能有一名指挥，已有演示-0001（已在册）',
    ],
  ])('%s is an error', async (_, wrong, said) => {
    const seen = await preview(app, wrong);
    expect([seen.state, seen.problems.map((problem) => problem.wrong)]).toEqual(['refused', [said]]);
  });

  test('a team whose commander has left gets another', async () => {
    await app.source.query(`UPDATE team_members SET retired_at = now() WHERE phone = '10030000000'`);
    expect(await preview(app, only('人员', ['P01', '演示-壬', '指挥', '10040000031']))).toMatchObject({
      state: 'ready',
      problems: [],
    });
    await app.source.query(`UPDATE team_members SET retired_at = NULL WHERE phone = '10030000000'`);
  });

  test('one number in two teams is let pass, and said', async () => {
    const twice = await preview(
      app,
      only('人员', ['P01', '演示-癸', '队员', '10040000041'], ['P02', '演示-癸', '队员', '10040000041']),
    );
    expect([twice.state, twice.warnings.map(({ row, wrong }) => [row, wrong])]).toEqual([
      'ready',
      [[3, '与第 2 行演示-癸的手机相同']],
    ]);
  });

  test('equipment, vehicles and experts come in, and are known again', async () => {
    const more: Sheets = {
      车辆: [
        ['队伍', '车牌', '车型', '座位数'],
        ['P01', '演A00001', '抢险车', 5],
      ],
      装备物资: [
        ['队伍', '类别', '名称', '数量', '单位', '状况', '存放地点', '有效期'],
        ['P01', '排涝', '抽水泵', '４', '台', '完好', '云台仓库', '2027-05-01'],
        [null, '救生', '救生衣', 200, '件', '', '县仓库', new Date(Date.UTC(2028, 0, 1))],
      ],
      专家: [
        ['姓名', '类别', '专业', '电话'],
        ['演示-专家', '自然灾害', '地质勘查', '10050000001'],
      ],
    };
    expect((await bringIn(app, more)).sheets.map(({ added }) => added)).toEqual([1, 2, 1]);
    more.装备物资![1]![3] = 6;
    expect((await bringIn(app, more)).sheets.map(({ changed, unchanged }) => [changed, unchanged])).toEqual([
      [0, 1],
      [1, 1],
      [0, 1],
    ]);
  });

  test('each row that changes is told with its values before and after: before it is written, and for ever after', async () => {
    const admin = await app.as('admin');
    const changes = async (id: string, query = {}) =>
      (await admin('listImportChanges', { params: { id }, query })).body;
    const rows: Sheets = {
      车辆: [
        ['队伍', '车牌', '车型', '座位数'],
        ['P01', '演A00001', '皮卡', 5],
        ['P02', '演A00002', '水罐车', 3],
      ],
      装备物资: [
        ['队伍', '类别', '名称', '数量', '单位', '状况', '存放地点'],
        ['P01', '排涝', '抽水泵', 6, '台', '待修', '云台仓库'],
      ],
      专家: [
        ['姓名', '类别', '专业', '电话', '单位'],
        ['演示-专家', '自然灾害', '山洪', '10050000001', '水利局'],
      ],
    };
    const told = [
      {
        sheet: '车辆',
        what: 'added',
        subject: 'P02 演A00002',
        changes: expect.arrayContaining([{ field: '车型', from: null, to: '水罐车' }]),
      },
      {
        sheet: '车辆',
        what: 'changed',
        subject: 'P01 演A00001',
        changes: [{ field: '车型', from: '抢险车', to: '皮卡' }],
      },
      {
        sheet: '装备物资',
        what: 'changed',
        subject: 'P01 抽水泵',
        changes: [{ field: '状况', from: '完好', to: '待修' }],
      },
      {
        sheet: '专家',
        what: 'changed',
        subject: '演示-专家',
        changes: expect.arrayContaining([
          { field: '专业', from: '地质勘查', to: '山洪' },
          { field: '单位', from: null, to: '水利局' },
        ]),
      },
    ];
    const seen = await preview(app, rows);
    expect(await changes(seen.id)).toMatchObject({ total: 4, items: told });
    await apply(app, seen.id);
    expect(await changes(seen.id)).toMatchObject({ total: 4, items: told });
    expect(await changes(seen.id, { sheet: '专家' })).toMatchObject({ total: 1, items: [told[3]] });
    expect(await changes(seen.id, { page: 2, limit: 3 })).toMatchObject({ items: [told[3]] });

    const [{ payload }] = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'county.imported' AND payload ->> 'importId' = $1`,
      [seen.id],
    );
    expect(payload.changes).toEqual({ rows: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { body } = await admin('teamHistory', { params: { code: 'P01' }, query: {} });
    expect(body.items[0]).toMatchObject({
      type: 'team.vehicle_edited',
      subject: '演A00001',
      changes: [{ field: 'kind', from: '抢险车', to: '皮卡' }],
    });
  });

  test('what was changed after the preview is not written over: the preview is made once more', async () => {
    const seen = await preview(app, only('人员', ['P01', '演示-庚', '队员', '10040000021']));
    await app.source.query(`UPDATE team_members SET note = '改' WHERE phone = '10030000000'`);
    expect(await apply(app, seen.id)).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('重新上传预览'),
    });
    expect(await app.source.query(`SELECT 1 FROM team_members WHERE name = '演示-庚'`)).toEqual([]);
  });

  test('confirmed twice is written once; an import is an event with its counts', async () => {
    const seen = await preview(app, only('人员', ['P01', '演示-辛', '队员', '10040000022']));
    const admin = await app.as('admin');
    await Promise.all([1, 2, 3].map(() => admin('applyImport', { params: { id: seen.id } })));
    await app.until(async () => (await admin('getImport', { params: { id: seen.id } })).body.state === 'applied');
    const events = await app.source.query(
      `SELECT payload FROM event_log WHERE type = 'county.imported' AND payload ->> 'importId' = $1`,
      [seen.id],
    );
    expect(events).toEqual([
      { payload: expect.objectContaining({ sheets: [expect.objectContaining({ sheet: '人员', added: 1 })] }) },
    ]);
  });
});

describe('files that are no workbook of ours', () => {
  const app = useNewCounty();
  beforeAll(async () => {
    await makeAdministrator(app);
  });
  const compound = (word: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(word, 'utf16le')]);
  const zipOf = async (files: Record<string, string>): Promise<Buffer> => {
    const zip = new JSZip();
    for (const [name, text] of Object.entries(files)) zip.file(name, text);
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };

  test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['a text', () => Buffer.from('队伍,姓名\nP01,张三'), /不是 Excel 工作簿/],
    ['nothing', () => Buffer.alloc(1), /不是 Excel 工作簿/],
    ['old Excel', () => compound('Workbook'), /旧版 Excel（.xls）/],
    ['one with a password', () => compound('EncryptedPackage'), /密码/],
    ['another zip', () => zipOf({ 'word/document.xml': '<a/>' }), /不是 Excel 工作簿/],
    ['a workbook cut in half', async () => (await workbookOf(sheets)).subarray(0, 4000), /不是 Excel|损坏/],
    [
      'garbage inside',
      () => zipOf({ 'xl/workbook.xml': '<workbook', 'xl/_rels/workbook.xml.rels': '' }),
      /读不懂|没有可导入/,
    ],
  ])('%s is refused in plain words', async (_, file, words) => {
    const seen = await preview(app, await file());
    expect(seen).toMatchObject({ state: 'refused', sheets: [] });
    expect(`${seen.detail} ${seen.problems.map(({ wrong }) => wrong)}`).toMatch(words);
  });

  test('a zip bomb is refused by what its directory says, before anything is unpacked', async () => {
    const bomb = await zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': ' '.repeat(300_000_000) });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await preview(app, bomb)).toMatchObject({ state: 'refused', detail: expect.stringContaining('过大') });
  });

  test('a directory that lies about sizes gains nothing', async () => {
    const honest = await zipOf({ 'xl/workbook.xml': ' '.repeat(50_000_000) });
    const at = honest.lastIndexOf(Buffer.from('504b0102', 'hex'));
    honest.writeUInt32LE(1000, at + 24);
    expect(await preview(app, honest)).toMatchObject({ state: 'refused', detail: expect.stringContaining('损坏') });
  });

  test('sixty sheets and a million empty formatted rows are read all the same', async () => {
    const book = new ExcelJS.Workbook();
    for (let n = 0; n < 59; n += 1) book.addWorksheet(`表${n}`).addRow([n]);
    book.addWorksheet('乡镇街道').addRows(sheets.乡镇街道!);
    const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
    const path = 'xl/worksheets/sheet60.xml';
    const xml = await zip.file(path)!.async('string');
    const empty = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 10}" ht="20" customHeight="1"/>`).join('');
    zip.file(path, xml.replace('</sheetData>', `${empty}</sheetData>`));
    const seen = await preview(app, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
    expect(seen).toMatchObject({
      state: 'ready',
      sheets: [{ sheet: '乡镇街道', rows: 3, added: 3 }],
      warningCount: 59,
    });
  });

  test('only the administrator, and only a file', async () => {
    const path = '/api/county/imports?fileName=a.xlsx&clientId=01900000-0000-7000-8000-000000000001';
    expect((await app.raw(path, { method: 'POST', body: 'x' })).status).toBe(401);
    const admin = await app.as('admin');
    expect((await admin('getImport', { params: { id: '01900000-0000-7000-8000-000000000002' } })).status).toBe(404);
    expect((await app.raw(path, { as: 'admin', method: 'POST' })).status).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect((await app.raw(path, { as: 'admin', method: 'POST', body: '{}', headers: json })).status).toBe(415);
  });
});

describe('out and in again', () => {
  const app = useApp();
  const download = async (path: string): Promise<Buffer> =>
    Buffer.from(await (await app.raw(path, { as: 'admin' })).arrayBuffer());

  test('the county as it is exported changes nothing when it is brought in, also in another person’s hands', async () => {
    await app.as('admin');
    await app.source.query(
      `UPDATE team_members SET name = '=HYPERLINK("x")', note = '-1+1' WHERE phone = (SELECT min(phone) FROM team_members)`,
    );
    const file = await download('/api/county/export');
    const seen = await preview(app, file);
    expect([seen.state, seen.problems]).toEqual(['ready', []]);
    expect(seen.sheets.filter(({ added, changed, retired }) => added + changed + retired > 0)).toEqual([]);
    expect(seen.sheets.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(['县域', '乡镇街道', '队伍', '人员', '专家', '地名', '值班']),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as never);
    const cells: unknown[] = [];
    book.eachSheet((page) => page.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))));
    expect(
      cells.filter((value) => typeof value === 'object' || (typeof value === 'string' && /^[=+@-]/.test(value))),
    ).toEqual([]);
    const saved = Buffer.from(await book.xlsx.writeBuffer());
    const again = await preview(app, saved);
    expect(again.sheets.filter(({ added, changed, retired }) => added + changed + retired > 0)).toEqual([]);
  });

  test('the template has drop-downs and one example a sheet, and brings nothing in', async () => {
    const file = await download('/api/county/template');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '说明',
      '县域',
      '乡镇街道',
      '队伍',
      '人员',
      '车辆',
      '装备物资',
      '专家',
      '地名',
      '值班',
    ]);
    expect(book.getWorksheet('人员')!.getCell('C3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"指挥,副指挥,联络员,分管领导,队员"'],
    });
    const seen = await preview(app, file);
    expect(seen).toMatchObject({
      state: 'refused',
      problems: [expect.objectContaining({ wrong: '没有可导入的内容' })],
    });
  });

  test('who took the county out of the house is on record', async () => {
    const events = await app.source.query(`SELECT actor_name, payload FROM event_log WHERE type = 'county.exported'`);
    expect(events[0]).toMatchObject({ actor_name: '演示-管理员', payload: { members: expect.any(Number) } });
  });
});
