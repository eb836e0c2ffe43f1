import { TOWNSHIPS } from './townships.js';
import type { LonLat, PlaceSeed, TownshipSeed } from './types.js';

/** 仙居县人民医院, 城北东路53号: the address is real, the point 示意. */
export const HOSPITAL: LonLat = [120.729, 28.859];

type Row = readonly [
  code: string,
  name: string,
  townshipCode: string,
  location: LonLat,
  grade: PlaceSeed['grade'],
  basis: string,
  ...aliases: string[],
];

const INTERCHANGE = '高速公路与互通名称公开可查；位置示意';

const ROWS: readonly Row[] = [
  ['L01', '神仙居', '103', [120.6096, 28.6946], 'B', '公开坐标，误差约1公里', '神仙居景区', '神仙居风景区'],
  [
    'L02',
    '仙居县人民医院',
    '003',
    HOSPITAL,
    '示意',
    '地址城北东路53号；位置示意',
    '县人民医院',
    '人民医院',
    '城北东路53号',
  ],
  ['L03', '县政府', '003', [120.723, 28.853], '示意', '地址环城西路50号；位置示意', '仙居县人民政府', '环城西路50号'],
  ['L04', '台金高速下各入口', '106', [120.848, 28.858], '示意', INTERCHANGE, 'S28下各入口', '下各高速口'],
  ['L05', '台金高速仙居入口', '002', [120.733, 28.829], '示意', INTERCHANGE, 'S28仙居入口', '仙居高速口'],
  ['L06', '台金高速白塔入口', '103', [120.598, 28.766], '示意', INTERCHANGE, 'S28白塔入口', '白塔高速口'],
  ['L07', '台金高速横溪入口', '101', [120.482, 28.741], '示意', INTERCHANGE, 'S28横溪入口', '横溪高速口'],
  ['L08', '白塔枢纽', '103', [120.617, 28.764], '示意', INTERCHANGE, '诸永台金枢纽', 'S26白塔枢纽', 'S28白塔枢纽'],
  ['L09', '诸永高速神仙居入口', '103', [120.604, 28.735], '示意', INTERCHANGE, 'S26神仙居入口', '神仙居高速口'],
];

function government(home: TownshipSeed): PlaceSeed {
  return {
    code: `L${home.gbCode}`,
    name: home.urban ? `${home.name}办事处` : `${home.name}政府`,
    aliases: home.urban ? [home.name] : [`${home.name}人民政府`, home.name],
    kind: 'landmark',
    townshipCode: home.code,
    location: home.seat,
    grade: home.seatGrade,
    basis: home.seatGrade === 'B' ? '近公开坐标点，误差约1公里' : '估计位置，误差3至5公里，示意，可修改',
  };
}

/** Landmarks: scenic area, hospital, county government, interchanges, 20 township governments at their seats. */
export const LANDMARKS: readonly PlaceSeed[] = [
  ...ROWS.map(
    ([code, name, townshipCode, location, grade, basis, ...aliases]): PlaceSeed => ({
      code,
      name,
      aliases,
      kind: 'landmark',
      townshipCode,
      location,
      grade,
      basis,
    }),
  ),
  ...TOWNSHIPS.map(government),
];
