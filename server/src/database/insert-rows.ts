import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata.js';

/** Rows of one table. Properties no row has are left to the column's default; so are generated columns. */
export interface Rows {
  entity: EntityTarget<ObjectLiteral>;
  rows: readonly ObjectLiteral[];
}

/** Rows of a table, checked against its entity. */
export const rowsOf = <T extends ObjectLiteral>(entity: EntityTarget<T>, rows: readonly Partial<T>[]): Rows => ({
  entity,
  rows,
});

/** Insert many whole rows in one statement with one parameter: forty orders cost hardly more than one. */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  if (rows.length > 0) await insertTogether(tx, [rowsOf(entity, rows)]);
}

/** Rows of several tables in one statement, one trip to the database; each table has at least one row. */
export async function insertTogether(tx: EntityManager, tables: readonly Rows[]): Promise<void> {
  const inserts = tables.map(({ entity, rows }, index) => {
    const { written, sql } = statementFor(tx.connection.getMetadata(entity), rows);
    return { sql: sql.replace('$1', `$${index + 1}`), json: JSON.stringify(rows.map((row) => record(row, written))) };
  });
  const last = inserts.at(-1)!;
  const before = inserts.slice(0, -1).map(({ sql }, index) => `t${index} AS (${sql})`);
  const text = before.length > 0 ? `WITH ${before.join(', ')} ${last.sql}` : last.sql;
  await tx.query(
    text,
    inserts.map((insert) => insert.json),
  );
}

interface Statement {
  written: readonly ColumnMetadata[];
  sql: string;
}

/** The same few shapes are inserted all day: their statements are made once. */
const statements = new Map<string, Statement>();

function statementFor(metadata: EntityMetadata, rows: readonly ObjectLiteral[]): Statement {
  const written = metadata.columns.filter(
    (column) => !column.isGenerated && rows.some((row) => row[column.propertyName] !== undefined),
  );
  const names = written.map((column) => column.databaseName).join(', ');
  const key = `${metadata.tableName} ${names}`;
  const known = statements.get(key);
  if (known) return known;
  const sql = `INSERT INTO ${metadata.tableName} (${names}) SELECT ${written.map(read).join(', ')}
    FROM json_to_recordset($1::json) AS r(${written.map(declare).join(', ')})`;
  statements.set(key, { written, sql });
  return { written, sql };
}

function record(row: ObjectLiteral, written: readonly ColumnMetadata[]): ObjectLiteral {
  const values: ObjectLiteral = {};
  for (const { databaseName, propertyName } of written) values[databaseName] = row[propertyName];
  return values;
}

const isGeography = (column: ColumnMetadata): boolean => column.type === 'geography';

/** A shape travels as GeoJSON and becomes a geography on the way in. */
const read = (column: ColumnMetadata): string =>
  isGeography(column) ? `ST_GeomFromGeoJSON(r.${column.databaseName}::text)::geography` : `r.${column.databaseName}`;

const declare = (column: ColumnMetadata): string =>
  `${column.databaseName} ${isGeography(column) ? 'json' : `${String(column.type)}${column.isArray ? '[]' : ''}`}`;
