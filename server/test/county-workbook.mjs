import ExcelJS from 'exceljs';

/**
 * A workbook as rows of cells, sheet by sheet, heads first.
 * @typedef {Record<string, (string | number | Date | null)[][]>} Sheets
 * @typedef {{ towns: number, trades: number, members: number, villages: number, places: number }} Size
 */

const TOWNS =
  '云台街道 溪口街道 青石镇 白沙镇 龙潭镇 高桥镇 石塘镇 枫林镇 竹口镇 大洋镇 上坪乡 下坪乡 金竹乡 黄坛乡 梅岭乡 坑口乡 双溪乡 外洋乡 里山乡 箬坑乡'.split(
    ' ',
  );
const TRADES =
  '综合救援 医疗救护 民兵支援 反恐防暴 群体性事件处置 防汛抗旱 森林消防 地质灾害 矿山危化 城市综合执法 供电保障 供排水供气保障 交通设施保障 食品药品 卫生防疫 环境保护 动植物疫情 社会救助 网络舆情 专家咨询'.split(
    ' ',
  );
const POSTS = ['指挥', '副指挥', '联络员', '分管领导'];
/** @param {number} n @param {number} digits */
const pad = (n, digits) => String(n).padStart(digits, '0');
/** Scattered over the county, the same at every run. @param {number} n @param {number} step */
const scatter = (n, step) => ((n * step) % 997) / 997;

/** As large as a real county: 40 teams, 1,100 people, 335 villages, 5,000 other places. @type {Size} */
export const REAL_SIZE = { towns: 20, trades: 20, members: 1100, villages: 335, places: 5000 };
/** @type {Size} */
export const SMALL = { towns: 3, trades: 2, members: 40, villages: 12, places: 10 };

/**
 * 云溪县, a county nobody lives in: names begin with 演示-, phones with 100.
 * @param {Size} size
 * @returns {Sheets}
 */
export function madeUpCounty({ towns, trades, members, villages, places }) {
  const townNames = TOWNS.slice(0, towns);
  const teamNames = [
    ...townNames.map((name) => `${name}分队`),
    ...TRADES.slice(0, trades).map((trade) => `${trade}队`),
  ];
  /** @param {number} n */
  const seat = (n) => [118.2 + (n % 5) * 0.11, 27.4 + Math.floor(n / 5) * 0.12];
  /** @param {number} n @param {string} kind */
  const place = (n, kind) => {
    const town = n % townNames.length;
    const [lon, lat] = seat(town);
    const name = `${kind === '村' ? '村' : '点'}${pad(n + 1, 4)}`;
    return [
      `${kind === '村' ? 'V' : 'L'}${pad(n + 1, 4)}`,
      name,
      kind,
      townNames[town],
      round(lon + scatter(n, 31) / 12),
      round(lat + scatter(n, 57) / 12),
      '',
    ];
  };
  return {
    县域: [
      ['县名', '系统名称', '指挥中心电话', '时区'],
      ['云溪县', '云溪县应急大联动', '110', 'Asia/Shanghai'],
    ],
    乡镇街道: [
      ['编码', '名称', '城区', '类别', '经度', '纬度'],
      ...townNames.map((name, n) => [
        pad(101 + n, 3),
        name,
        name.endsWith('街道') ? '是' : '否',
        ['一类', '二类', '三类'][n % 3],
        ...seat(n),
      ]),
    ],
    队伍: [
      ['编号', '名称', '简称', '类别', '专长', '主管单位', '出发地', '所在乡镇', '接警电话'],
      ...townNames.map((name, n) => [
        `P${pad(n + 1, 2)}`,
        `${name}综合应急救援分队`,
        `${name}分队`,
        '公共队伍',
        '综合救援、属地处置',
        `${name}人民政府`,
        name.endsWith('街道') ? '城区' : '乡镇',
        name,
        `1000001${pad(n, 4)}`,
      ]),
      ...TRADES.slice(0, trades).map((trade, n) => [
        `S${pad(n + 1, 2)}`,
        `${trade}应急队伍`,
        `${trade}队`,
        trade === '专家咨询' ? '专家组' : '专业队伍',
        trade,
        `${trade}主管局`,
        '城区',
        townNames[0],
        `1000002${pad(n, 4)}`,
      ]),
    ],
    人员: [
      ['队伍', '姓名', '职务', '手机', '专长'],
      ...Array.from({ length: members }, (_, n) => [
        teamNames[n % teamNames.length],
        `演示-${pad(n + 1, 4)}`,
        POSTS[Math.floor(n / teamNames.length)] ?? '队员',
        `1003${pad(n, 7)}`,
        n % 3 === 0 ? '综合救援' : '',
      ]),
    ],
    地名: [
      ['编码', '名称', '类别', '所在乡镇', '经度', '纬度', '别名'],
      ...Array.from({ length: villages }, (_, n) => place(n, '村')),
      ...Array.from({ length: places }, (_, n) => place(n, '地标')),
    ],
  };
}

/** @param {number} degrees */
const round = (degrees) => Math.round(degrees * 1e5) / 1e5;

/**
 * The bytes of such a workbook.
 * @param {Sheets} sheets
 * @param {(book: ExcelJS.Workbook) => void} touch whatever a person may do to a file in Excel
 * @returns {Promise<Buffer>}
 */
export async function workbookOf(sheets, touch = () => {}) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  touch(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
