import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import { Equipment } from './equipment.entity.js';

/** An item as a list brings it; without an `id` it is known by team, name and place. */
export type EquipmentRow = Pick<Equipment, 'teamCode' | 'category' | 'name' | 'quantity'> &
  Partial<
    Pick<
      Equipment,
      | 'id'
      | 'unit'
      | 'condition'
      | 'placeText'
      | 'location'
      | 'contactName'
      | 'contactPhone'
      | 'expiresOn'
      | 'note'
      | 'checkedAt'
      | 'checkedBy'
    >
  >;

export interface Written {
  added: number;
  replaced: number;
}

/** What a list may leave out. */
const USUAL = {
  unit: '件',
  condition: 'good',
  placeText: '',
  location: null,
  contactName: '',
  contactPhone: '',
  expiresOn: null,
  note: '',
  checkedAt: null,
  checkedBy: null,
} as const;

/**
 * Many items at once: what is there already is replaced, and is in use again if it was retired. Appends no event: whoever
 * brings the list says so once.
 */
export async function writeEquipment(tx: EntityManager, rows: readonly EquipmentRow[]): Promise<Written> {
  if (rows.length === 0) return { added: 0, replaced: 0 };
  const known: Pick<Equipment, 'id' | 'teamCode' | 'name' | 'placeText' | 'checkedAt' | 'checkedBy'>[] = await tx.query(
    `SELECT id, team_code AS "teamCode", name, place_text AS "placeText", checked_at AS "checkedAt", checked_by AS "checkedBy"
     FROM equipment
     ORDER BY retired_at NULLS FIRST, id FOR UPDATE`,
  );
  const knownById = new Map(known.map((item) => [item.id, item]));
  const byThing = new Map([...known].reverse().map(({ id, ...item }) => [keyOf(item), id]));
  const whole = new Map(
    rows.map((row) => {
      const item = { ...USUAL, ...row, retiredAt: null };
      const id = row.id ?? byThing.get(keyOf(item)) ?? newId();
      byThing.set(keyOf(item), id);
      // A list that says nothing of checks leaves them as they are.
      const { checkedAt = item.checkedAt, checkedBy = item.checkedBy } = row.checkedAt
        ? row
        : (knownById.get(id) ?? row);
      return [id, { ...item, id, checkedAt, checkedBy }];
    }),
  );
  await tx.upsert(Equipment, [...whole.values()], ['id']);
  const replaced = [...whole.keys()].filter((id) => knownById.has(id)).length;
  return { added: whole.size - replaced, replaced };
}

const keyOf = ({ teamCode, name, placeText }: Pick<Equipment, 'teamCode' | 'name' | 'placeText'>): string =>
  JSON.stringify([teamCode, name, placeText]);
