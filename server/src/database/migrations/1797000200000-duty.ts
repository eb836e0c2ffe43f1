import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duty as a calendar: rotations, leave, swaps, handover, gaps; and who was on duty when an order was issued. */
export class Duty1797000200000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `ALTER TABLE duty_shifts ADD COLUMN source text NOT NULL DEFAULT 'single', ADD COLUMN rotation_id uuid, ADD COLUMN leave_id uuid,
    ADD COLUMN check_in boolean NOT NULL DEFAULT false, ADD COLUMN checked_in_at timestamptz, ADD COLUMN checked_in_by text,
    ADD COLUMN check_in_chased_at timestamptz, ADD COLUMN left_at timestamptz, ADD COLUMN client_id uuid`,
  'CREATE INDEX duty_shifts_member ON duty_shifts (member_id)',
  'CREATE INDEX duty_shifts_rotation ON duty_shifts (rotation_id)',
  'CREATE UNIQUE INDEX duty_shifts_client ON duty_shifts (client_id)',
  `CREATE TABLE duty_rotations (
    id uuid NOT NULL, team_code text NOT NULL, member_ids jsonb NOT NULL, per_shift integer NOT NULL,
    start_minutes jsonb NOT NULL, hours integer NOT NULL, weekdays jsonb NOT NULL, first_day text NOT NULL, last_day text,
    check_in boolean NOT NULL, effective_from timestamptz NOT NULL, ends_at timestamptz, filled_until timestamptz NOT NULL,
    created_by text NOT NULL, created_at timestamptz NOT NULL, client_id uuid,
    CONSTRAINT "PK_duty_rotations" PRIMARY KEY (id)
  )`,
  'CREATE INDEX duty_rotations_team ON duty_rotations (team_code)',
  'CREATE UNIQUE INDEX duty_rotations_client ON duty_rotations (client_id)',
  `CREATE TABLE duty_leaves (
    id uuid NOT NULL, team_code text NOT NULL, member_id uuid NOT NULL, starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL, reason text NOT NULL, cover_id uuid, created_by text NOT NULL,
    created_at timestamptz NOT NULL, withdrawn_at timestamptz, client_id uuid NOT NULL,
    CONSTRAINT "PK_duty_leaves" PRIMARY KEY (id)
  )`,
  'CREATE INDEX duty_leaves_team ON duty_leaves (team_code)',
  'CREATE INDEX duty_leaves_member ON duty_leaves (member_id)',
  'CREATE UNIQUE INDEX duty_leaves_client ON duty_leaves (client_id)',
  `CREATE TABLE duty_swaps (
    id uuid NOT NULL, team_code text NOT NULL, shift_id uuid NOT NULL, member_id uuid NOT NULL, starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL, other_shift_id uuid NOT NULL, other_member_id uuid NOT NULL, other_starts_at timestamptz NOT NULL,
    other_ends_at timestamptz NOT NULL, state text NOT NULL, note text NOT NULL, asked_by text NOT NULL, asked_at timestamptz NOT NULL,
    consented_by uuid, answered_by text, answered_at timestamptz, client_id uuid NOT NULL,
    CONSTRAINT "PK_duty_swaps" PRIMARY KEY (id)
  )`,
  'CREATE INDEX duty_swaps_team ON duty_swaps (team_code)',
  'CREATE UNIQUE INDEX duty_swaps_client ON duty_swaps (client_id)',
  `CREATE TABLE duty_handovers (
    id uuid NOT NULL, team_code text NOT NULL, shift_id uuid NOT NULL, note text NOT NULL, open_points jsonb NOT NULL,
    written_by text NOT NULL, written_at timestamptz NOT NULL, confirmed_member_id uuid, confirmed_by text,
    confirmed_at timestamptz,
    CONSTRAINT "PK_duty_handovers" PRIMARY KEY (id)
  )`,
  'CREATE INDEX duty_handovers_team ON duty_handovers (team_code)',
  'CREATE UNIQUE INDEX duty_handovers_shift ON duty_handovers (shift_id)',
  `CREATE TABLE duty_gaps (
    id uuid NOT NULL, team_code text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
    found_at timestamptz NOT NULL, chased_stage integer NOT NULL, chased_at timestamptz, filled_at timestamptz,
    CONSTRAINT "PK_duty_gaps" PRIMARY KEY (id)
  )`,
  'CREATE INDEX duty_gaps_open ON duty_gaps (team_code) WHERE filled_at IS NULL',
  'ALTER TABLE orders ADD COLUMN duty jsonb',
  // Until now nothing ever changed a shift: who was on duty then is what the roster says of then.
  `UPDATE orders o SET duty = (
     SELECT json_build_object('memberId', m.id, 'name', m.name, 'phone', m.phone, 'post', m.post)
     FROM duty_shifts d JOIN team_members m ON m.id = d.member_id
     WHERE d.team_code = o.team_code AND d.starts_at <= o.issued_at AND d.ends_at > o.issued_at
     ORDER BY d.starts_at, d.id LIMIT 1)`,
];

const DOWN = [
  'ALTER TABLE orders DROP COLUMN duty',
  ...['gaps', 'handovers', 'swaps', 'leaves', 'rotations'].map((name) => `DROP TABLE duty_${name}`),
  'DROP INDEX duty_shifts_member',
  `ALTER TABLE duty_shifts DROP COLUMN source, DROP COLUMN rotation_id, DROP COLUMN leave_id, DROP COLUMN check_in,
    DROP COLUMN checked_in_at, DROP COLUMN checked_in_by, DROP COLUMN check_in_chased_at, DROP COLUMN left_at, DROP COLUMN client_id`,
];
