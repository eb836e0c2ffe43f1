import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Response plans with levels and versions; how far the roads wind; teams out of the count; the plan an order was issued by. */
export class Plans1797000500000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

/** The plans a county has become the first versions, all their teams the first level. */
const UP = [
  `ALTER TABLE response_plans ADD COLUMN code text, ADD COLUMN version integer,
    ADD COLUMN severities text array NOT NULL DEFAULT '{}', ADD COLUMN township_codes text array NOT NULL DEFAULT '{}',
    ADD COLUMN levels jsonb, ADD COLUMN scene_command text, ADD COLUMN basis text NOT NULL DEFAULT '本县约定',
    ADD COLUMN retired boolean NOT NULL DEFAULT false, ADD COLUMN effective_from timestamptz, ADD COLUMN edited_by text,
    ADD COLUMN edited_at timestamptz, ADD COLUMN reason text, ADD COLUMN withdrawn_at timestamptz, ADD COLUMN client_id uuid`,
  `UPDATE response_plans SET code = type_code, version = 1, effective_from = '2012-03-13T00:00:00+08:00',
    levels = jsonb_build_array(jsonb_build_object('steps', steps, 'requiredStrength', required_strength))`,
  `ALTER TABLE response_plans ALTER COLUMN code SET NOT NULL, ALTER COLUMN version SET NOT NULL,
    ALTER COLUMN levels SET NOT NULL, ALTER COLUMN effective_from SET NOT NULL,
    DROP CONSTRAINT "PK_cbefca8f4684dbda91328d6978d", DROP COLUMN steps, DROP COLUMN required_strength,
    ADD CONSTRAINT response_plans_version PRIMARY KEY (code, version)`,
  'CREATE INDEX response_plans_type ON response_plans (type_code)',
  'CREATE UNIQUE INDEX response_plans_client ON response_plans (client_id)',
  `CREATE TABLE township_detours (
    township_code text NOT NULL,
    percent integer NOT NULL,
    basis text NOT NULL,
    CONSTRAINT township_detours_township PRIMARY KEY (township_code)
  )`,
  `CREATE TABLE team_outages (
    id uuid NOT NULL,
    team_code text NOT NULL,
    reason text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz,
    set_by text NOT NULL,
    returned_by text,
    CONSTRAINT team_outages_id PRIMARY KEY (id)
  )`,
  'CREATE INDEX team_outages_team ON team_outages (team_code, starts_at)',
  'ALTER TABLE orders ADD COLUMN plan jsonb',
  // Until now the strength asked for was the plan's of the incident's type: running incidents keep it.
  `UPDATE orders o SET plan = jsonb_build_object('code', p.code, 'version', 1, 'name', p.name, 'level', 1,
      'requiredStrength', p.levels->0->'requiredStrength')
    FROM incidents i JOIN response_plans p ON p.type_code = i.type_code WHERE i.id = o.incident_id AND i.status = 'open'`,
];

/** Only the first level of the versions in force can be kept. */
const DOWN = [
  'ALTER TABLE orders DROP COLUMN plan',
  'DROP TABLE team_outages',
  'DROP TABLE township_detours',
  'DROP INDEX response_plans_client',
  'DROP INDEX response_plans_type',
  `DELETE FROM response_plans p WHERE p.code <> p.type_code OR p.withdrawn_at IS NOT NULL OR EXISTS (
    SELECT FROM response_plans q WHERE q.code = p.code AND q.version > p.version AND q.withdrawn_at IS NULL)`,
  'ALTER TABLE response_plans ADD COLUMN steps jsonb, ADD COLUMN required_strength integer',
  `UPDATE response_plans SET steps = levels->0->'steps', required_strength = (levels->0->>'requiredStrength')::integer`,
  `ALTER TABLE response_plans ALTER COLUMN steps SET NOT NULL, DROP CONSTRAINT response_plans_version,
    ADD CONSTRAINT "PK_cbefca8f4684dbda91328d6978d" PRIMARY KEY (type_code), DROP COLUMN code, DROP COLUMN version,
    DROP COLUMN severities, DROP COLUMN township_codes, DROP COLUMN levels, DROP COLUMN scene_command, DROP COLUMN basis,
    DROP COLUMN retired, DROP COLUMN effective_from, DROP COLUMN edited_by, DROP COLUMN edited_at, DROP COLUMN reason,
    DROP COLUMN withdrawn_at, DROP COLUMN client_id`,
];
