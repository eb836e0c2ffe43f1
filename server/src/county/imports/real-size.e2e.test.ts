import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportIssue } from '@liandong/shared/county';
import { useNewCounty } from '../../../test/app.js';
import { madeUpCounty, REAL_SIZE, type Sheets, workbookOf } from '../../../test/county-workbook.mjs';
import { apply, makeAdministrator, preview } from '../../../test/new-county.js';

type Cell = Sheets[string][number][number];

/** Thirty things people do to a table: which kind, where (row as Excel counts, column by its head), what is put there, what has to be said. */
const PLANTED: [kind: string, sheet: string, row: number, column: string, value: Cell, wrong: RegExp, right: RegExp][] =
  [
    ['a zone nobody has', '县域', 2, '时区', 'Asia/Xianju', /没有这个时区/, /Asia\/Shanghai/],
    ['a code in letters', '乡镇街道', 3, '编码', '一零二', /格式不对/, /三位以上数字/],
    ['the same code twice', '乡镇街道', 5, '编码', '103', /与第 4 行重复/, /只留一行/],
    ['neither yes nor no', '乡镇街道', 6, '城区', '大概', /不是可选的内容/, /是、否/],
    ['an unknown class', '乡镇街道', 7, '类别', '四类', /不是可选的内容/, /一类、二类、三类/],
    ['degrees in words', '乡镇街道', 8, '经度', '东经一百一十八', /经度不是数字/, /120\.4721/],
    ['degrees swapped', '乡镇街道', 9, '纬度', 118.3, /纬度超出范围/, /填反/],
    ['a mark missing', '乡镇街道', 10, '城区', null, /没有填写/, /属于城区/],
    ['a team code too long', '队伍', 3, '编号', 'P0002', /格式不对/, /S05/],
    ['a team code twice', '队伍', 5, '编号', 'P03', /与第 4 行重复/, /只留一行/],
    ['an unknown class of team', '队伍', 6, '类别', '民间队伍', /不是可选的内容/, /公共队伍、专业队伍、专家组/],
    ['a specialty not in the list', '队伍', 7, '专长', '综合救援、地质', /“地质”不在专长目录里/, /地质灾害/],
    ['a township that is not there', '队伍', 8, '所在乡镇', '龙谭镇', /没有这个乡镇街道/, /是不是“龙潭镇”/],
    ['a phone with letters', '队伍', 9, '接警电话', '一一〇', /电话号码不对/, /11 位手机号/],
    ['no lead department', '队伍', 10, '主管单位', '', /没有填写/, /主管单位/],
    ['a base that is neither', '队伍', 11, '出发地', '郊区', /不是可选的内容/, /城区、乡镇/],
    ['a short mobile number', '人员', 3, '手机', '1380000123', /手机号有 10 位/, /11 位/],
    ['a number Excel made a fraction', '人员', 4, '手机', 1.3800001234e20, /小数/, /11 位/],
    ['a post nobody has', '人员', 5, '职务', '总指挥长', /不是可选的内容/, /指挥、副指挥/],
    ['a team that is not there', '人员', 12, '队伍', 'P99', /没有这个队伍/, /先在“队伍”表中加上/],
    ['a second commander', '人员', 46, '职务', '指挥', /一队只能有一名指挥，已有第/, /副指挥/],
    ['the same phone twice in a team', '人员', 87, '手机', '10030000045', /重复/, /只留一行/],
    ['a name too long', '人员', 8, '姓名', '某'.repeat(31), /太长（31 个字）/, /不超过 30/],
    ['a member’s specialty not in the list', '人员', 9, '专长', '开车', /不在专长目录里/, /说明/],
    ['a formula that failed', '人员', 10, '姓名', '#N/A!', /公式出错/, /直接填写/],
    ['an unknown kind of place', '地名', 3, '类别', '庄园', /不是可选的内容/, /村、社区/],
    ['a place in no township', '地名', 4, '所在乡镇', '火星镇', /没有这个乡镇街道/, /先在“乡镇街道”表中加上/],
    ['degrees beyond the country', '地名', 5, '经度', 18.2, /经度超出范围/, /70 到 140/],
    ['no latitude', '地名', 6, '纬度', null, /没有填写/, /十进制度数/],
    ['a place code twice', '地名', 8, '编码', 'V0006', /与第 7 行重复/, /只留一行/],
  ];

const copyOf = (sheets: Sheets): Sheets => JSON.parse(JSON.stringify(sheets));

function plant(sheets: Sheets): Sheets {
  const spoiled = copyOf(sheets);
  for (const [, sheet, row, column, value] of PLANTED) {
    const at = spoiled[sheet]![0]!.indexOf(column);
    spoiled[sheet]![row - 1]![at] = value;
  }
  return spoiled;
}

describe('a county of real size', () => {
  const app = useNewCounty();
  const sheets = madeUpCounty(REAL_SIZE);
  const count = async (table: string): Promise<number> =>
    (await app.source.query(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

  beforeAll(async () => {
    expect((await makeAdministrator(app)).status).toBe(201);
  });

  test('with thirty planted errors is refused with thirty precise messages, and nothing is changed', async () => {
    const file = await workbookOf(plant(sheets), (book) => {
      book.getWorksheet('人员')!.getCell('B10').value = {
        formula: 'VLOOKUP(1,A:A,1)',
        result: { error: '#N/A' },
      } as never;
    });
    const seen = await preview(app, file);
    expect(seen).toMatchObject({ state: 'refused', problemCount: PLANTED.length });
    for (const [kind, sheet, row, column, , wrong, right] of PLANTED) {
      const found = seen.problems.filter(
        (issue: ImportIssue) => issue.sheet === sheet && issue.row === row && issue.column === column,
      );
      expect([kind, found]).toEqual([
        kind,
        [expect.objectContaining({ wrong: expect.stringMatching(wrong), right: expect.stringMatching(right) })],
      ]);
    }
    const admin = await app.as('admin');
    expect((await admin('applyImport', { params: { id: seen.id } })).status).toBe(409);
    expect([
      await count('townships'),
      await count('teams'),
      await count('team_members'),
      await count('places'),
    ]).toEqual([0, 0, 0, 0]);
  });

  test('comes in by one workbook, told as it goes on, while the process has time for everything else', async () => {
    const file = await workbookOf(sheets);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const started = Date.now();
    const seen = await preview(app, file);
    expect(seen).toMatchObject({ state: 'ready', problemCount: 0 });
    const done = await apply(app, seen.id);
    delay.disable();
    console.log(`import: ${Date.now() - started} ms, longest pause ${Math.round(delay.max / 1e6)} ms`);
    expect(done.state).toBe('applied');
    expect(done.sheets).toEqual([
      { sheet: '县域', rows: 1, added: 0, changed: 1, unchanged: 0, retired: 0 },
      { sheet: '乡镇街道', rows: 20, added: 20, changed: 0, unchanged: 0, retired: 0 },
      { sheet: '队伍', rows: 40, added: 40, changed: 0, unchanged: 0, retired: 0 },
      { sheet: '人员', rows: 1100, added: 1100, changed: 0, unchanged: 0, retired: 0 },
      { sheet: '地名', rows: 5335, added: 5335, changed: 0, unchanged: 0, retired: 0 },
    ]);
    expect([
      await count('townships'),
      await count('teams'),
      await count('team_members'),
      await count('places'),
    ]).toEqual([20, 40, 1100, 5335]);
  });

  test('once more changes nothing; a changed cell is one change; who is missing retires only when that was ticked', async () => {
    const again = await preview(app, sheets);
    expect(again.sheets.every(({ added, changed, retired }) => added + changed + retired === 0)).toBe(true);
    const fewer: Sheets = { 人员: copyOf(sheets).人员!.filter((_, index) => index !== 60) };
    fewer.人员![5]![1] = '演示-改名';
    expect((await preview(app, fewer)).sheets).toEqual([
      { sheet: '人员', rows: 1099, added: 0, changed: 1, unchanged: 1098, retired: 0 },
    ]);
    const ticked = await preview(app, fewer, { retireMissing: '1' });
    expect(ticked.sheets).toEqual([{ sheet: '人员', rows: 1099, added: 0, changed: 1, unchanged: 1098, retired: 1 }]);
    await apply(app, ticked.id);
    const gone = await app.source.query('SELECT name FROM team_members WHERE retired_at IS NOT NULL');
    expect(gone).toEqual([{ name: '演示-0060' }]);
  });
});
