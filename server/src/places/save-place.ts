import type { EditPlace, PlaceView, SavedPlace } from '@liandong/shared/place';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem.js';
import { toWgs84 } from './datum.js';
import { findPlace, townshipsAt } from './place.queries.js';
import { pointWarning } from './where.rules.js';
import { writePlaces } from './write-places.js';

/** What of a place is history: all but the names that follow from codes. */
export const placeContent = ({ code: _, townshipName: __, retiredAt: ___, ...content }: PlaceView) => content;

/** Write a place as it shall be, and look where its point lies. @throws Problem bad-request on an unknown township */
export async function savePlace(tx: EntityManager, code: string, wanted: EditPlace): Promise<SavedPlace> {
  const names = await townshipNames(tx);
  if (!names.has(wanted.townshipCode)) throw Problem.field('townshipCode', '没有这个乡镇街道');
  const location = toWgs84(wanted.location, wanted.datum);
  const aliases = [...new Set(wanted.aliases)].filter((alias) => alias !== wanted.name);
  await writePlaces(tx, [{ ...wanted, aliases, code, ...location }]);
  const [lies] = await townshipsAt(tx, [location]);
  const warning = pointWarning(wanted.townshipCode, lies ?? null, (each) => names.get(each));
  return { place: (await findPlace(tx, code))!, warnings: warning ? [warning] : [] };
}

export async function townshipNames(tx: EntityManager): Promise<Map<string, string>> {
  const rows: { code: string; name: string }[] = await tx.query('SELECT code, name FROM townships ORDER BY code');
  return new Map(rows.map(({ code, name }) => [code, name]));
}
