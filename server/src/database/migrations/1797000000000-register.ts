import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register beyond names and phones: vehicles, equipment, further phones, aliases of places; retirement instead of deletion. */
export class Register1797000000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `ALTER TABLE teams ADD COLUMN duties text NOT NULL DEFAULT '', ADD COLUMN base_address text NOT NULL DEFAULT '',
    ADD COLUMN retired_at timestamptz`,
  `ALTER TABLE team_members ADD COLUMN more_phones jsonb NOT NULL DEFAULT '[]', ADD COLUMN note text NOT NULL DEFAULT '',
    ADD COLUMN retired_at timestamptz`,
  `ALTER TABLE experts ADD COLUMN unit text NOT NULL DEFAULT '', ADD COLUMN title text NOT NULL DEFAULT '',
    ADD COLUMN retired_at timestamptz`,
  `ALTER TABLE places ADD COLUMN aliases text array NOT NULL DEFAULT '{}'`,
  `CREATE TABLE team_vehicles (
    id uuid NOT NULL,
    team_code text NOT NULL,
    plate text NOT NULL,
    kind text NOT NULL,
    seats integer,
    tracker_id text,
    note text NOT NULL,
    retired_at timestamptz,
    CONSTRAINT "PK_team_vehicles" PRIMARY KEY (id)
  )`,
  'CREATE INDEX team_vehicles_team ON team_vehicles (team_code)',
  `CREATE TABLE equipment (
    id uuid NOT NULL,
    team_code text,
    category text NOT NULL,
    name text NOT NULL,
    quantity integer NOT NULL,
    unit text NOT NULL,
    condition text NOT NULL,
    place_text text NOT NULL,
    location geography(Point,4326),
    contact_name text NOT NULL,
    contact_phone text NOT NULL,
    expires_on text,
    note text NOT NULL,
    retired_at timestamptz,
    CONSTRAINT "PK_equipment" PRIMARY KEY (id)
  )`,
  'CREATE INDEX equipment_team ON equipment (team_code)',
  'CREATE INDEX equipment_location ON equipment USING gist (location)',
];

const DOWN = [
  'DROP TABLE equipment',
  'DROP TABLE team_vehicles',
  'ALTER TABLE places DROP COLUMN aliases',
  'ALTER TABLE experts DROP COLUMN unit, DROP COLUMN title, DROP COLUMN retired_at',
  'ALTER TABLE team_members DROP COLUMN more_phones, DROP COLUMN note, DROP COLUMN retired_at',
  'ALTER TABLE teams DROP COLUMN duties, DROP COLUMN base_address, DROP COLUMN retired_at',
];
