import { createRequire } from 'node:module';
import { join } from 'node:path';

const ExcelJS = createRequire(join(process.cwd(), 'server/package.json'))('exceljs');

const SHEETS: Record<string, (string | number)[][]> = {
  队伍: [
    ['编号', '名称', '类别', '专长', '主管单位', '出发地', '所在乡镇', '接警电话'],
    ['P01', '云台分队', '公共队伍', '综合救援', '街道办事处', '城区', '云台街道', '10000010001'],
    ['P02', '青石分队', '公共队伍', '综合救援', '镇人民政府', '乡镇', '青石镇', '10000010002'],
  ],
  人员: [
    ['队伍', '姓名', '职务', '手机'],
    ['P01', '演示-甲', '指挥', '10030000001'],
    ['P02', '演示-乙', '指挥', '10030000002'],
  ],
};

/** A small county as a workbook. @param urban what stands under 城区 in the second row */
export async function workbook(urban: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('乡镇街道').addRows([
    ['编码', '名称', '城区', '类别', '经度', '纬度'],
    ['101', '云台街道', '是', '一类', 118.2, 27.4],
    ['102', '青石镇', urban, '二类', 118.4, 27.5],
  ]);
  for (const [name, rows] of Object.entries(SHEETS)) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}
