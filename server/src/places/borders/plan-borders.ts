import type {
  BORDER_LAYERS,
  BorderImport,
  BorderPreview,
  MultiPolygon,
  RowRemark,
  TownshipView,
} from '@liandong/shared/place';
import type { EntityManager } from 'typeorm';
import { toWgs84 } from '../datum.js';
import { decodeFile } from '../imports/decode-file.js';
import { readFeatures } from '../imports/read-table.js';
import { readTownships } from '../township.queries.js';
import { type Judged, judgeArea, overlapWarning } from './judge-areas.rules.js';
import { measureAreas, overlapsOf } from './measure-areas.queries.js';
import { type ReadArea, readAreas, townshipMeant } from './read-areas.rules.js';

type Layer = (typeof BORDER_LAYERS)[number];

/** An area of a file, and which of the county's it is. */
export interface PlannedArea {
  row: number;
  code: string;
  name: string;
  townshipCode: string | null;
  outline: MultiPolygon;
}

type Named = { planned: PlannedArea[]; errors: RowRemark[] };

/** How the features of a file become areas, layer by layer. */
const NAMING: Readonly<Record<Layer, (areas: readonly ReadArea[], townships: readonly TownshipView[]) => Named>> = {
  townships: byTownship,
  seat_areas: (areas, townships) => {
    const named = byTownship(areas, townships);
    const parted = named.planned.filter(({ outline }) => outline.length > 1 || outline[0]!.length > 1);
    const errors = parted.map(({ row }) => ({ row, column: '范围', message: '驻地区域须是一个没有洞的面' }));
    return { planned: named.planned, errors: [...named.errors, ...errors] };
  },
  county: (areas) => ({
    planned:
      areas.length === 0
        ? []
        : [
            {
              row: areas[0]!.row,
              code: 'county',
              name: areas[0]!.name || '县界',
              townshipCode: null,
              outline: areas.flatMap(({ outline }) => outline),
            },
          ],
    errors: [],
  }),
  grids: byGrid,
};

function byTownship(areas: readonly ReadArea[], townships: readonly TownshipView[]): Named {
  const errors: RowRemark[] = [];
  const planned = new Map<string, PlannedArea>();
  for (const area of areas) {
    const town = townshipMeant(area, townships);
    const complain = (message: string): void => void errors.push({ row: area.row, column: '乡镇', message });
    if (!town) complain(`没有“${area.name || area.code}”这个乡镇街道`);
    else if (planned.has(town.code)) complain(`${town.name}出现了两次`);
    else
      planned.set(town.code, {
        row: area.row,
        code: town.code,
        name: town.name,
        townshipCode: town.code,
        outline: area.outline,
      });
  }
  return { planned: [...planned.values()], errors };
}

function byGrid(areas: readonly ReadArea[], townships: readonly TownshipView[]): Named {
  const errors: RowRemark[] = [];
  const planned = new Map<string, PlannedArea>();
  for (const area of areas) {
    const code = area.code || area.name;
    const complain = (message: string): void => void errors.push({ row: area.row, column: '代码', message });
    if (code === '') complain('网格没有代码也没有名称');
    else if (planned.has(`grid-${code}`)) complain(`网格“${code}”出现了两次`);
    else {
      const town = area.township === '' ? undefined : townshipMeant({ ...area, code: '', name: '' }, townships);
      const name = area.name || area.code;
      planned.set(`grid-${code}`, {
        row: area.row,
        code: `grid-${code}`,
        name,
        townshipCode: town?.code ?? null,
        outline: area.outline,
      });
    }
  }
  return { planned: [...planned.values()], errors };
}

/** What a file of areas would do to a layer. @throws Problem bad-request when it cannot be read at all */
export async function planBorders(
  tx: EntityManager,
  { layer, datum, content }: BorderImport,
): Promise<{ planned: PlannedArea[]; preview: BorderPreview }> {
  const townships = await readTownships(tx);
  const read = readAreas(readFeatures(decodeFile(content).text), (at) => toWgs84(at, datum));
  const { planned, errors } = NAMING[layer](read.areas, townships);
  const asked = planned.map(({ outline, townshipCode }) => ({
    outline,
    townshipCode: layer === 'grids' || layer === 'county' ? null : townshipCode,
  }));
  const measured = await measureAreas(tx, asked);
  const judged = planned.map((area, at): Judged => ({ ...area, measured: measured[at]! }));
  const remarks = judged.map(judgeArea);
  const overlaps = layer === 'county' ? [] : await overlapsOf(tx, asked);
  const preview: BorderPreview = {
    areas: planned.map(({ code, name, outline }, at) => ({ code, name, outline, areaKm2: measured[at]!.areaKm2 })),
    missing: await missingIn(tx, layer, planned),
    errors: [...read.errors, ...errors, ...remarks.flatMap((each) => each.errors)].slice(0, MOST_REMARKS),
    warnings: [
      ...remarks.flatMap((each) => each.warnings),
      ...overlaps.map(({ a, b, km2 }) => overlapWarning(judged[a]!, judged[b]!, km2)),
    ].slice(0, MOST_REMARKS),
  };
  return { planned, preview };
}

/** What the layer has and the file has not, by name. A seat without its own line has its radius: nothing is missing. */
async function missingIn(tx: EntityManager, layer: Layer, planned: readonly PlannedArea[]): Promise<string[]> {
  if (layer !== 'townships' && layer !== 'grids') return [];
  const rows: { name: string }[] = await tx.query(
    layer === 'grids'
      ? `SELECT name FROM areas WHERE kind = 'grid' AND code <> ALL($1) ORDER BY code`
      : 'SELECT name FROM townships WHERE code <> ALL($1) ORDER BY code',
    [planned.map(({ code }) => code)],
  );
  return rows.map(({ name }) => name);
}

const MOST_REMARKS = 100;
