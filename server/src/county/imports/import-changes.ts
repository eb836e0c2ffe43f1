import { createHash } from 'node:crypto';
import type { ImportChange } from '@liandong/shared/county';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows.js';
import { canonical } from '../../events/chain.rules.js';
import { changesBetween } from '../../teams/change.rules.js';
import { CountyImportChange } from '../county.entity.js';
import { changesOf, type RowChange } from './changes.rules.js';
import { type Context, typedRow } from './lay-out.js';
import type { Plan } from './plan.js';
import { SHEETS, sheetOf } from './sheets.js';
import { AT_ONCE } from './write-plan.js';

/**
 * Put on record what an import writes, row by row, before and after; what was kept of it before is replaced.
 * @returns how many rows, and one SHA-256 over all of them for the event log
 */
export async function writeChanges(
  tx: EntityManager,
  importId: string,
  plan: Plan,
): Promise<{ rows: number; sha256: string }> {
  const changes = changesOf(plan);
  const hash = createHash('sha256');
  await tx.delete(CountyImportChange, { importId });
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const rows = changes.slice(at, at + AT_ONCE).map((change, index) => ({ importId, no: at + index + 1, ...change }));
    for (const row of rows) hash.update(`${canonical([row.sheet, row.what, row.subject, row.before, row.after])}\n`);
    await insertRows(tx, CountyImportChange, rows);
  }
  return { rows: changes.length, sha256: hash.digest('hex') };
}

/** What is kept of workbooks nobody brought in is dropped after a day. */
export const dropUnused = (tx: EntityManager, now: Date): Promise<unknown> =>
  tx.query(
    `DELETE FROM county_import_changes c USING county_imports i
     WHERE i.id = c.import_id AND i.applied_at IS NULL AND i.stepped_at < $1::timestamptz - interval '1 day'`,
    [now],
  );

type Asked = { sheet?: string | undefined; page: number; limit: number };
type Kept = RowChange & { no: number };

/** What an import changes or has changed, as it stands in the workbook; `sheet` by its name. */
export async function listChanges(
  database: DataSource,
  importId: string,
  { sheet, page, limit }: Asked,
  zone: string,
): Promise<{ items: ImportChange[]; total: number }> {
  const key = sheet === undefined ? null : (sheetOf(sheet) ?? '');
  const rows: (Kept & { total: number })[] = await database.query(
    `SELECT no, sheet, what, subject, before, after, count(*) OVER ()::int AS total FROM county_import_changes
     WHERE import_id = $1 AND ($2::text IS NULL OR sheet = $2) ORDER BY no LIMIT $3 OFFSET $4`,
    [importId, key, limit, (page - 1) * limit],
  );
  const context = { members: await peopleOf(database, rows), county: [{ zone }] };
  return { items: rows.map((row) => shown(row, context)), total: rows[0]?.total ?? 0 };
}

/** Shifts know their people by id alone. */
function peopleOf(database: DataSource, rows: readonly Kept[]): Promise<Context['members']> {
  const ids = rows.flatMap(({ before, after }) => [before, after].flatMap((row) => memberOf(row) ?? []));
  return database.query('SELECT id, phone, name FROM team_members WHERE id = ANY($1)', [ids]);
}

const memberOf = (row: object | null): string | null => (row && 'memberId' in row ? String(row.memberId) : null);

function shown({ no, sheet, what, subject, before, after }: Kept, context: Context): ImportChange {
  const typed = (row: object | null) => row && typedRow(sheet, row as Record<string, unknown>, context);
  return { no, sheet: SHEETS[sheet].name, what, subject, changes: changesBetween(typed(before), typed(after)) };
}
