import { z } from 'zod';

const EARLIEST = Date.UTC(1970);
const LATEST = Date.UTC(2200);

/** An instant, ISO 8601 with zone, e.g. `2026-07-14T06:01:08.000Z`, between 1970 and 2200. */
export const Instant = z.iso.datetime({ offset: true }).refine((text) => {
  const at = Date.parse(text);
  return at >= EARLIEST && at < LATEST;
}, '时间超出范围');

/** WGS-84 degrees. The range is the earth's: a neighbour county's accident is taken too, with a warning. */
export const LonLat = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export type LonLat = z.infer<typeof LonLat>;

/** The datum a caller's coordinates are in; converted to WGS-84 at the border, never guessed. */
export const Datum = z.enum(['wgs84', 'gcj02', 'bd09']);

/** Client-made id: the same write sent twice is one write. Ids are one whatever case they are written in. */
export const ClientId = z.uuid().toLowerCase();

/** Team code as written on the wall (`S05`); typed in any case. */
export const TeamCode = z
  .string()
  .regex(/^[A-Za-z][0-9]{2,3}$/)
  .toUpperCase();

/** A reason somebody has to give; kept on the record. */
export const Reason = z.object({ reason: z.string().trim().min(2).max(500) });

/** A phone as typed: three digits or more, optional +, at most 20; the server strips spaces and dashes. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?(?=(?:[ -]*[0-9]){3})[0-9 -]{3,20}$/);

export const Id = z.uuid().toLowerCase();
export const IdParams = z.object({ id: Id });
