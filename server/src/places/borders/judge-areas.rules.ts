import type { BorderPreview, RowRemark } from '@liandong/shared/place';
import type { Measured } from './measure-areas.queries.js';

/** An area of a file with what it was found to be. */
export interface Judged {
  row: number;
  code: string;
  name: string;
  measured: Measured;
}

/** Further from every seat of the county than this an area belongs elsewhere, in km. 本县约定 */
const FARTHEST_KM = 50;
/** Round this far off lie GCJ-02 and BD-09 points taken for WGS-84, and the other way round, in metres. */
const DATUM_SHIFT_METERS = 1500;

const FAULTS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/self-intersection/i, '范围线自相交'],
  [/hole/i, '洞不在面内'],
  [/nested|duplicate/i, '面与面重叠'],
  [/few points|too few/i, '点太少'],
];

/** What forbids taking an area, and what a person should weigh. */
export function judgeArea({ row, measured }: Judged): { errors: RowRemark[]; warnings: RowRemark[] } {
  const { fault, farKm, seatOutsideMeters } = measured;
  const remark = (message: string): RowRemark => ({ row, column: '范围', message });
  if (fault) {
    const words = FAULTS.find(([pattern]) => pattern.test(fault))?.[1] ?? '范围不成面';
    const [, lon, lat] = /\[?(-?[\d.]+)\s+(-?[\d.]+)\]?$/.exec(fault) ?? [];
    const near = lon ? `，在 ${Number(lon).toFixed(5)}, ${Number(lat).toFixed(5)} 附近` : '';
    return { errors: [remark(`${words}${near}`)], warnings: [] };
  }
  if (farKm > FARTHEST_KM)
    return { errors: [remark(`离本县 ${Math.round(farKm)} 公里，不是本县的范围`)], warnings: [] };
  if (!seatOutsideMeters) return { errors: [], warnings: [] };
  const metres = Math.round(seatOutsideMeters);
  const suspected = metres < DATUM_SHIFT_METERS ? '；请核对坐标系是否选错' : '';
  return { errors: [], warnings: [remark(`驻地在范围以外 ${metres} 米${suspected}`)] };
}

export const overlapWarning = (a: Judged, b: Judged, km2: number): RowRemark => ({
  row: a.row,
  column: '范围',
  message: `${a.name}与${b.name}重叠 ${km2.toFixed(2)} 平方公里`,
});

export const isRefused = ({ errors, areas }: BorderPreview): boolean => errors.length > 0 || areas.length === 0;
