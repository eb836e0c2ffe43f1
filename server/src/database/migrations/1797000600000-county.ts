import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 建县: the county's own facts, keys for the first administrator, workbooks that were brought in. */
export class County1797000600000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `CREATE TABLE county (
    id smallint NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    centre_phone text NOT NULL,
    zone text NOT NULL,
    rules_confirmed_at timestamptz,
    rules_confirmed_by text,
    in_service_at timestamptz,
    CONSTRAINT "PK_county" PRIMARY KEY (id)
  )`,
  // A county that is at work already goes on as it is; until somebody names it here, the process's settings hold.
  `INSERT INTO county (id, name, title, centre_phone, zone, rules_confirmed_at, in_service_at)
    SELECT 1, '', '', '', '', now(), now() WHERE EXISTS (SELECT 1 FROM teams)`,
  `CREATE TABLE setup_keys (
    key_hash text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT "PK_setup_keys" PRIMARY KEY (key_hash)
  )`,
  `CREATE TABLE county_imports (
    id uuid NOT NULL,
    file_name text NOT NULL,
    state text NOT NULL,
    datum text NOT NULL,
    retire_missing boolean NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    stepped_at timestamptz NOT NULL,
    applied_at timestamptz,
    detail text,
    read jsonb,
    fingerprint text,
    sheets jsonb NOT NULL DEFAULT '[]',
    problem_count integer NOT NULL DEFAULT 0,
    problems jsonb NOT NULL DEFAULT '[]',
    warning_count integer NOT NULL DEFAULT 0,
    warnings jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT "PK_county_imports" PRIMARY KEY (id)
  )`,
  'CREATE INDEX county_imports_started ON county_imports (started_at)',
];

const DOWN = ['DROP TABLE county_imports', 'DROP TABLE setup_keys', 'DROP TABLE county'];
