import type { LonLat } from '@liandong/shared/basics';
import { EditPlace, type PlaceView } from '@liandong/shared/place';

/** A place as it stands in the form: the point as it was typed. */
export interface PlaceDraft {
  name: string;
  aliases: string;
  kind: PlaceView['kind'];
  townshipCode: string | null;
  lon: string;
  lat: string;
  datum: 'wgs84' | 'gcj02' | 'bd09';
  grade: string;
  basis: string;
  reason: string;
}

export const blankPlace = (): PlaceDraft => ({
  name: '',
  aliases: '',
  kind: 'village',
  townshipCode: null,
  lon: '',
  lat: '',
  datum: 'wgs84',
  grade: 'B',
  basis: '',
  reason: '',
});

export const draftOf = ({ name, aliases, kind, townshipCode, location, grade, basis }: PlaceView): PlaceDraft => ({
  name,
  aliases: aliases.join('；'),
  kind,
  townshipCode,
  lon: String(location.lon),
  lat: String(location.lat),
  datum: 'wgs84',
  grade,
  basis,
  reason: '',
});

/** A click on the map is always WGS-84. */
export const pointed = ({ lon, lat }: LonLat): Pick<PlaceDraft, 'lon' | 'lat' | 'datum'> => ({
  lon: String(lon),
  lat: String(lat),
  datum: 'wgs84',
});

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Where the map shows the draft; null while no point stands there, or one of another datum than the map's. */
export function shownAt({ lon, lat, datum }: PlaceDraft): LonLat | null {
  const at = { lon: number(lon), lat: number(lat) };
  return datum === 'wgs84' && Math.abs(at.lon) <= 180 && Math.abs(at.lat) <= 90 ? at : null;
}

/** What would be saved; undefined while something is missing. */
export function placeBody(draft: PlaceDraft): EditPlace | undefined {
  const { lon, lat, aliases, ...rest } = draft;
  const said = aliases
    .split(/[;；、,，\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return EditPlace.safeParse({ ...rest, aliases: said, location: { lon: number(lon), lat: number(lat) } }).data;
}
