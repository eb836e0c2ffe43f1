import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/**
 * Insert many whole rows in one statement with one parameter: forty orders cost hardly more than one.
 * Every column of the entity is written; an absent property is null. Generated columns are left to the database.
 */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tableName, columns } = tx.connection.getMetadata(entity);
  const written = columns.filter((column) => !column.isGenerated);
  const names = written.map((column) => column.databaseName);
  const records = rows.map((row) =>
    Object.fromEntries(written.map((c) => [c.databaseName, row[c.propertyName as keyof T] ?? defaultOf(c)])),
  );
  await tx.query(
    `INSERT INTO ${tableName} (${names.join(', ')}) SELECT ${written.map(read).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS r(${written.map(declare).join(', ')})`,
    [JSON.stringify(records)],
  );
}

const defaultOf = (column: ColumnMetadata): unknown => column.default ?? null;

const isGeography = (column: ColumnMetadata): boolean => column.type === 'geography';

/** A shape travels as GeoJSON and becomes a geography on the way in. */
const read = (column: ColumnMetadata): string =>
  isGeography(column) ? `ST_GeomFromGeoJSON(r.${column.databaseName})::geography` : `r.${column.databaseName}`;

const declare = (column: ColumnMetadata): string =>
  `${column.databaseName} ${isGeography(column) ? 'jsonb' : `${String(column.type)}${column.isArray ? '[]' : ''}`}`;
