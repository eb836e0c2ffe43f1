import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import { Expert } from './expert.entity.js';

/** An expert as a list brings him; without an `id` he is known by name and phone. */
export type ExpertRow = Pick<Expert, 'name' | 'category' | 'specialty' | 'phone'> &
  Partial<Pick<Expert, 'id' | 'unit' | 'title' | 'morePhones'>>;

export interface Written {
  added: number;
  replaced: number;
}

/**
 * Many experts at once: who is there already is replaced, and is in the group again if he had left it. Appends no event:
 * whoever brings the list says so once.
 */
export async function writeExperts(tx: EntityManager, rows: readonly ExpertRow[]): Promise<Written> {
  if (rows.length === 0) return { added: 0, replaced: 0 };
  const known: Pick<Expert, 'id' | 'name' | 'phone' | 'morePhones'>[] = await tx.query(
    'SELECT id, name, phone, more_phones AS "morePhones" FROM experts ORDER BY retired_at NULLS FIRST, id FOR UPDATE',
  );
  const knownById = new Map(known.map((expert) => [expert.id, expert]));
  const byPerson = new Map([...known].reverse().map(({ id, ...person }) => [keyOf(person), id]));
  const whole = new Map(
    rows.map(({ unit = '', title = '', ...row }) => {
      const id = row.id ?? byPerson.get(keyOf(row)) ?? newId();
      byPerson.set(keyOf(row), id);
      // A list without further numbers says nothing about them.
      const morePhones = row.morePhones ?? knownById.get(id)?.morePhones ?? [];
      return [id, { ...row, id, unit, title, morePhones, retiredAt: null }];
    }),
  );
  await tx.upsert(Expert, [...whole.values()], ['id']);
  const replaced = [...whole.keys()].filter((id) => knownById.has(id)).length;
  return { added: whole.size - replaced, replaced };
}

const keyOf = ({ name, phone }: Pick<Expert, 'name' | 'phone'>): string => `${name} ${phone}`;
