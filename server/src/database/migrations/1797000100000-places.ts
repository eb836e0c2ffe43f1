import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that are retired, outlines of several parts, the county's outline and its grids. How a name is typed is worked out in memory. */
export class Places1797000100000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  'ALTER TABLE places ADD COLUMN retired_at timestamptz, DROP COLUMN keys',
  `ALTER TABLE townships ALTER COLUMN outline TYPE geography(MultiPolygon,4326)
    USING ST_Multi(outline::geometry)::geography`,
  `CREATE TABLE areas (
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    township_code text,
    outline geography(MultiPolygon,4326) NOT NULL,
    basis text NOT NULL,
    CONSTRAINT "PK_areas" PRIMARY KEY (code)
  )`,
  'CREATE INDEX areas_outline ON areas USING gist (outline)',
];

const DOWN = [
  'DROP TABLE areas',
  `ALTER TABLE townships ALTER COLUMN outline TYPE geography(Polygon,4326)
    USING ST_GeometryN(outline::geometry, 1)::geography`,
  `ALTER TABLE places ADD COLUMN keys text array NOT NULL DEFAULT '{}', DROP COLUMN retired_at`,
];
