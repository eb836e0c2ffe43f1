import { nearestSeat, pointsAlong } from './geo.js';
import { LANDMARKS } from './landmarks.js';
import { RIVER_YONGAN } from './river.js';
import { TOWNSHIPS } from './townships.js';
import type { LonLat, PlaceSeed } from './types.js';

interface Road {
  code: string;
  spoken: string;
  /** Kilometre number at the start of `line`: 本县约定, 示意. */
  startKm: number;
  line: readonly LonLat[];
  basis: string;
}

const STEP_KM = 5;

/** G351 follows the valley of 永安溪; from the eastern border westwards to 湫山, a little north of the water. */
const VALLEY: readonly LonLat[] = [...RIVER_YONGAN.slice(2)].reverse().map(([lon, lat]) => [lon, lat + 0.003]);

/** S28 from its easternmost to its westernmost interchange in the county. */
const INTERCHANGES: readonly LonLat[] = ['L04', 'L05', 'L08', 'L06', 'L07'].map(
  (code) => LANDMARKS.find((each) => each.code === code)!.location,
);

const ROADS: readonly Road[] = [
  { code: 'G351', spoken: '351国道', startKm: 200, line: VALLEY, basis: '沿永安溪谷地每5公里一处；线位与桩号均为示意' },
  {
    code: 'S28',
    spoken: '台金高速',
    startKm: 70,
    line: INTERCHANGES,
    basis: '沿各互通连线每5公里一处；线位与桩号均为示意',
  },
];

/** Kilometre marks every 5 km of G351 and S28. The roads exist; line and kilometre numbers are 示意. */
export const ROAD_MARKS: readonly PlaceSeed[] = ROADS.flatMap(({ code, spoken, startKm, line, basis }) =>
  pointsAlong(line, STEP_KM * 1000).map((location, index): PlaceSeed => {
    const km = startKm + STEP_KM * (index + 1);
    return {
      code: `${code}-K${km}`,
      name: `${code} K${km}`,
      aliases: [`${code}K${km}`, `${spoken}${km}公里`, `${spoken}K${km}`],
      kind: 'road_mark',
      townshipCode: nearestSeat(location, TOWNSHIPS).code,
      location,
      grade: '示意',
      basis,
    };
  }),
);
