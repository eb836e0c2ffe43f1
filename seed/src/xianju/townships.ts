import type { LonLat, TownshipSeed } from './types.js';

type Row = readonly [code: string, name: string, strengthClass: 1 | 2 | 3, seat: LonLat, seatGrade: 'B' | 'D'];

/** Order of the GB codes; it is also the order of the township teams P04..P23. */
const ROWS: readonly Row[] = [
  ['001', '安洲街道', 1, [120.738, 28.846], 'D'],
  ['002', '南峰街道', 1, [120.722, 28.838], 'D'],
  ['003', '福应街道', 1, [120.7193, 28.8626], 'B'],
  ['101', '横溪镇', 1, [120.472, 28.733], 'D'],
  ['102', '埠头镇', 2, [120.5266, 28.7612], 'B'],
  ['103', '白塔镇', 1, [120.6, 28.757], 'D'],
  ['104', '田市镇', 2, [120.628, 28.792], 'D'],
  ['105', '官路镇', 2, [120.6648, 28.8379], 'B'],
  ['106', '下各镇', 1, [120.845, 28.87], 'D'],
  ['107', '朱溪镇', 2, [120.872, 28.77], 'D'],
  ['200', '安岭乡', 3, [120.365, 28.535], 'D'],
  ['201', '溪港乡', 3, [120.375, 28.615], 'D'],
  ['202', '湫山乡', 3, [120.4298, 28.6989], 'B'],
  ['203', '淡竹乡', 3, [120.57, 28.66], 'D'],
  ['204', '皤滩乡', 2, [120.547, 28.76], 'D'],
  ['205', '上张乡', 3, [120.695, 28.69], 'D'],
  ['206', '步路乡', 2, [120.72, 28.8], 'D'],
  ['207', '广度乡', 3, [120.73, 28.96], 'D'],
  ['209', '大战乡', 3, [120.8207, 28.8273], 'B'],
  ['210', '双庙乡', 3, [120.835, 28.925], 'D'],
];

/** The three sub-districts that are the urban area (城区): 安洲, 南峰, 福应. */
const URBAN: readonly string[] = ['001', '002', '003'];

/** The 20 townships. Names and codes: GB 331024. Class and 3 km seat radius: 本县约定. Seats of grade D: 示意. */
export const TOWNSHIPS: readonly TownshipSeed[] = ROWS.map(([code, name, strengthClass, seat, seatGrade]) => ({
  code,
  gbCode: `331024${code}`,
  name,
  strengthClass,
  urban: URBAN.includes(code),
  seat,
  seatGrade,
  seatRadiusMeters: 3000,
}));

/** A township by its three-digit code. Throws RangeError for a code the county does not have. */
export function township(code: string): TownshipSeed {
  const found = TOWNSHIPS.find((each) => each.code === code);
  if (!found) throw new RangeError(`no township ${code}`);
  return found;
}
