import { z } from 'zod';
import { ClientId, Datum, Instant, LonLat, Reason } from './basics.js';

/** Kinds of entries of the gazetteer: village 村, community 社区, landmark 地标, road_mark 桩号. */
export const PLACE_KINDS = ['village', 'community', 'landmark', 'road_mark'] as const;

/** Areas beside the townships: the county's outline 县界 and grids 网格. */
export const AREA_KINDS = ['county', 'grid'] as const;

/** The parts of an area, each a ring and the holes in it; every ring closed; WGS-84, longitude first. */
export const MultiPolygon = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));
export type MultiPolygon = z.infer<typeof MultiPolygon>;

/**
 * One hit of the gazetteer, best first. `grade`: B ±1 km, D ±3–5 km, 示意 = placed for demonstration only.
 * Of kind `township` the point is only the seat, where the map may look: it says nothing of where in the township.
 */
export const PlaceHit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum([...PLACE_KINDS, 'township']),
  townshipCode: z.string(),
  townshipName: z.string(),
  location: LonLat,
  grade: z.string(),
});
export type PlaceHit = z.infer<typeof PlaceHit>;

/** A township with its seat (乡镇政府所在地), its seat area (a ring, or null: the radius holds) and outline; `outlineBasis` 示意 = Voronoi cells of the seats. */
export const TownshipView = z.object({
  code: z.string(),
  name: z.string(),
  urban: z.boolean(),
  seat: LonLat,
  seatGrade: z.string(),
  seatRadiusMeters: z.number(),
  seatArea: z.array(z.tuple([z.number(), z.number()])).nullable(),
  outline: MultiPolygon,
  outlineBasis: z.string(),
});
export type TownshipView = z.infer<typeof TownshipView>;

/** How sure a point is: A surveyed, B ±1 km, C ±2–3 km, D ±3–5 km, 示意 for demonstration only. 本县约定 */
export const PLACE_GRADES = ['A', 'B', 'C', 'D', '示意'] as const;

const PlaceName = z.string().trim().min(1).max(60);
const TownshipCode = z.string().regex(/^[0-9]{3}$/);

/** One entry of the gazetteer as it is kept; a retired one is found no more. */
export const PlaceView = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  kind: z.enum(PLACE_KINDS),
  townshipCode: z.string(),
  townshipName: z.string(),
  location: LonLat,
  grade: z.string(),
  basis: z.string(),
  retiredAt: Instant.nullable(),
});
export type PlaceView = z.infer<typeof PlaceView>;

/** Which entries: words are searched as in intake; retired ones only when asked for. Pages from 1. */
export const PlacesQuery = z.object({
  q: z.string().trim().max(60).optional(),
  kind: z.enum(PLACE_KINDS).optional(),
  township: TownshipCode.optional(),
  retired: z.enum(['1']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A place as it shall be. The point is in the declared datum and stored as WGS-84; `basis` says where name and point come from. */
export const EditPlace = z.object({
  name: PlaceName,
  aliases: z.array(PlaceName).max(20).default([]),
  kind: z.enum(PLACE_KINDS),
  townshipCode: TownshipCode,
  location: LonLat,
  datum: Datum,
  grade: z.enum(PLACE_GRADES),
  basis: z.string().trim().min(2).max(200),
  ...Reason.shape,
});
export type EditPlace = z.infer<typeof EditPlace>;

/** A new place; sent twice with the same `clientId` it is one. */
export const AddPlace = EditPlace.extend({ clientId: ClientId.optional() });

/** A place as saved, and what a person should know of its point: outside the county, in another township. */
export const SavedPlace = z.object({ place: PlaceView, warnings: z.array(z.string()) });
export type SavedPlace = z.infer<typeof SavedPlace>;

/** A file as base64; 8 MB at most before it. CSV in UTF-8 or GBK. */
export const MOST_FILE_BYTES = 8_000_000;
const FileContent = z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 4);

/** Places from a file, all in one datum. `basis`: where they come from, for rows that do not say so themselves. */
export const PlaceImport = z.object({
  format: z.enum(['csv', 'geojson']),
  datum: Datum,
  basis: z.string().trim().min(2).max(200),
  content: FileContent,
});
export type PlaceImport = z.infer<typeof PlaceImport>;

/** Something about one row of a file. `row`: as a table editor counts (the heading is row 1), or the feature's number. */
export const RowRemark = z.object({ row: z.number().int(), column: z.string(), message: z.string() });
export type RowRemark = z.infer<typeof RowRemark>;

/** What an import would do. `atSeat`: places without a point, put at their township's seat (示意). Remarks: the first hundred. */
export const PlaceImportPreview = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  wrong: z.number().int(),
  atSeat: z.number().int(),
  encoding: z.enum(['utf-8', 'gbk']),
  errors: z.array(RowRemark),
  warnings: z.array(RowRemark),
  sample: z.array(PlaceView.pick({ code: true, name: true, townshipName: true, location: true })),
});
export type PlaceImportPreview = z.infer<typeof PlaceImportPreview>;

/** What a file of areas replaces: outlines of townships, their seat areas, the county's outline, all grids. */
export const BORDER_LAYERS = ['townships', 'seat_areas', 'county', 'grids'] as const;

/** Areas from a GeoJSON file, in one datum. `basis`: what the lines rest on; shown with them. */
/** `removeMissing`: grids that the file does not have are removed; townships are never. */
export const BorderImport = z.object({
  layer: z.enum(BORDER_LAYERS),
  removeMissing: z.boolean().default(false),
  datum: Datum,
  basis: z.string().trim().min(2).max(200),
  content: FileContent,
});
export type BorderImport = z.infer<typeof BorderImport>;

/** One area of a file: which one it is, its size, and the lines as they would be stored (WGS-84). */
export const BorderArea = z.object({
  code: z.string(),
  name: z.string(),
  areaKm2: z.number(),
  outline: MultiPolygon,
});
export type BorderArea = z.infer<typeof BorderArea>;

/** What an import of areas would do; `missing`: names of the layer that the file lacks. With an error nothing of it is applied; warnings are for a person to weigh. */
export const BorderPreview = z.object({
  areas: z.array(BorderArea),
  missing: z.array(z.string()),
  errors: z.array(RowRemark),
  warnings: z.array(RowRemark),
});
export type BorderPreview = z.infer<typeof BorderPreview>;

/** The boundaries in force. */
export const BordersView = z.object({
  county: BorderArea.extend({ basis: z.string() }).nullable(),
  grids: z.array(BorderArea.extend({ townshipCode: z.string().nullable(), basis: z.string() })),
  townships: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      areaKm2: z.number(),
      basis: z.string(),
      seatAreaKm2: z.number().nullable(),
      seatRadiusMeters: z.number(),
    }),
  ),
});
export type BordersView = z.infer<typeof BordersView>;

/** A file to be saved by the one who asked. */
export const ExportedFile = z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() });
export type ExportedFile = z.infer<typeof ExportedFile>;
