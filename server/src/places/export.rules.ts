import type { BordersView, ExportedFile, MultiPolygon, PlaceView, TownshipView } from '@liandong/shared/place';

const CSV_COLUMNS = ['代码', '名称', '别名', '类别', '乡镇', '经度', '纬度', '精度', '依据'] as const;

/** A table editor runs cells that begin so as a formula: they go out behind an apostrophe. */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => (/[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Places as a table that can be imported again; UTF-8 with its mark, so that a table editor reads the characters. */
export function placesCsv(places: readonly PlaceView[]): ExportedFile {
  const lines = places.map(({ code, name, aliases, kind, townshipName, location, grade, basis }) =>
    [
      ...[code, name, aliases.join('；'), kind, townshipName].map(guarded),
      String(location.lon),
      String(location.lat),
      ...[grade, basis].map(guarded),
    ]
      .map(quoted)
      .join(','),
  );
  const text = `\uFEFF${[CSV_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
  return { fileName: '地名.csv', mediaType: 'text/csv;charset=utf-8', text };
}

const GEOJSON = 'application/geo+json';

function geoJson(fileName: string, features: readonly object[]): ExportedFile {
  return { fileName, mediaType: GEOJSON, text: JSON.stringify({ type: 'FeatureCollection', features }) };
}

const feature = (geometry: object, properties: object) => ({ type: 'Feature', properties, geometry });

export const placesGeoJson = (places: readonly PlaceView[]): ExportedFile =>
  geoJson(
    '地名.geojson',
    places.map(({ location, retiredAt: _, townshipCode, townshipName, ...rest }) =>
      feature(
        { type: 'Point', coordinates: [location.lon, location.lat] },
        { ...rest, township: townshipCode, 乡镇名: townshipName },
      ),
    ),
  );

const outlineOf = (coordinates: MultiPolygon) => ({ type: 'MultiPolygon', coordinates });

/** A layer of the boundaries as it can be imported again. */
export const BORDER_FILES: Readonly<
  Record<
    'townships' | 'seat_areas' | 'county' | 'grids',
    (borders: BordersView, townships: readonly TownshipView[]) => ExportedFile
  >
> = {
  townships: (_, townships) =>
    geoJson(
      '乡镇边界.geojson',
      townships.map(({ code, name, outline, outlineBasis }) =>
        feature(outlineOf(outline), { code, name, basis: outlineBasis }),
      ),
    ),
  seat_areas: (_, townships) =>
    geoJson(
      '驻地区域.geojson',
      townships.flatMap(({ code, name, seatArea }) =>
        seatArea ? [feature({ type: 'Polygon', coordinates: [seatArea] }, { code, name })] : [],
      ),
    ),
  county: ({ county }) =>
    geoJson(
      '县界.geojson',
      county ? [feature(outlineOf(county.outline), { name: county.name, basis: county.basis })] : [],
    ),
  grids: ({ grids }) =>
    geoJson(
      '网格.geojson',
      grids.map(({ code, name, townshipCode, outline, basis }) =>
        feature(outlineOf(outline), { code: code.replace(/^grid-/, ''), name, township: townshipCode, basis }),
      ),
    ),
};
