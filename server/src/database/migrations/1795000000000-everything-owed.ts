import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Obligations beyond those of an order; corrections, rebased targets; merging, transfer, command at the scene, situation
 * and upward reports; notices.
 */
export class EverythingOwed1795000000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `ALTER TABLE obligations
    ALTER COLUMN order_id DROP NOT NULL, ALTER COLUMN team_code DROP NOT NULL,
    ADD COLUMN stage text, ADD COLUMN subject_id uuid, ADD COLUMN owed_by text,
    ADD COLUMN given_up boolean NOT NULL DEFAULT false, ADD COLUMN basis text`,
  `UPDATE obligations ob SET owed_by = t.short_name FROM teams t WHERE t.code = ob.team_code`,
  `ALTER TABLE obligations ALTER COLUMN owed_by SET NOT NULL`,
  // What ended orders missed without a stamp is not waited for any more.
  `UPDATE obligations ob SET given_up = true FROM orders o
   WHERE o.id = ob.order_id AND ob.state = 'missed' AND ob.met_at IS NULL AND o.status IN ('cleared', 'declined', 'recalled')`,
  `CREATE INDEX obligations_subject ON obligations (subject_id)`,
  `CREATE INDEX obligations_owing ON obligations (due_at) WHERE met_at IS NULL AND given_up = false AND state IN ('open', 'missed')`,
  `ALTER TABLE orders ADD COLUMN call_kind text NOT NULL DEFAULT 'first', ADD COLUMN replaces_id uuid,
    ADD COLUMN rebased jsonb, ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]', ADD COLUMN held_stamps jsonb`,
  `ALTER TABLE order_reports ADD COLUMN casualties jsonb`,
  `ALTER TABLE outgoing_messages ADD COLUMN subject_id uuid`,
  `CREATE TABLE order_corrections (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    kind text NOT NULL,
    was timestamptz NOT NULL,
    at timestamptz NOT NULL,
    reason text NOT NULL,
    corrected_by text NOT NULL,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT "PK_order_corrections" PRIMARY KEY (id)
  )`,
  `CREATE INDEX order_corrections_order ON order_corrections (order_id)`,
  `ALTER TABLE incidents ADD COLUMN marked_major boolean NOT NULL DEFAULT false, ADD COLUMN scene_commander jsonb,
    ADD COLUMN lead_team_code text, ADD COLUMN merged_into_id uuid, ADD COLUMN origin_team_code text,
    ADD COLUMN centre_took_at timestamptz`,
  `CREATE INDEX incidents_merged ON incidents (merged_into_id) WHERE merged_into_id IS NOT NULL`,
  `UPDATE incidents i SET lead_team_code = (SELECT o.team_code FROM orders o WHERE o.incident_id = i.id ORDER BY o.issued_at, o.id LIMIT 1)`,
  `CREATE TABLE command_posts (
    code text NOT NULL,
    post text NOT NULL,
    name text NOT NULL,
    phone text NOT NULL,
    classes text array NOT NULL,
    basis text NOT NULL,
    CONSTRAINT "PK_command_posts" PRIMARY KEY (code)
  )`,
  `INSERT INTO command_posts (code, post, name, phone, classes, basis) VALUES
    ('security_chief', '县公安局局长', '', '', '{涉稳类,治安类}', '文件依据'),
    ('deputy_head', '县政府分管副县长', '', '', '{救援类,救助类}', '文件依据')`,
  `CREATE TABLE situation_reports (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    order_id uuid,
    team_code text,
    reported_by text NOT NULL,
    text text NOT NULL,
    casualties jsonb NOT NULL,
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT "PK_situation_reports" PRIMARY KEY (id)
  )`,
  `CREATE INDEX situation_reports_incident ON situation_reports (incident_id)`,
  `CREATE TABLE upward_reports (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    stage text NOT NULL,
    no integer NOT NULL,
    recipient text NOT NULL,
    spoken_to text,
    text text NOT NULL,
    sent_at timestamptz NOT NULL,
    sent_by text NOT NULL,
    CONSTRAINT "PK_upward_reports" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX upward_reports_no ON upward_reports (incident_id, no)`,
  `CREATE TABLE referrals (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    unit text NOT NULL,
    phone text,
    reason text NOT NULL,
    sent_at timestamptz NOT NULL,
    sent_by text NOT NULL,
    received_at timestamptz,
    received_by text,
    note text,
    CONSTRAINT "PK_referrals" PRIMARY KEY (id)
  )`,
  `CREATE INDEX referrals_incident ON referrals (incident_id)`,
  `CREATE TABLE incident_notes (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    text text NOT NULL,
    attachment_ids uuid array NOT NULL,
    at timestamptz NOT NULL,
    noted_by text NOT NULL,
    CONSTRAINT "PK_incident_notes" PRIMARY KEY (id)
  )`,
  `CREATE INDEX incident_notes_incident ON incident_notes (incident_id)`,
  `CREATE TABLE supervision_notices (
    id uuid NOT NULL,
    number text NOT NULL,
    state text NOT NULL,
    obligation_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    order_id uuid,
    team_code text,
    addressee text NOT NULL,
    demand text NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_by text NOT NULL,
    answer_due_at timestamptz NOT NULL,
    received_at timestamptz,
    received_by text,
    answer text,
    answered_at timestamptz,
    answered_by text,
    closed_at timestamptz,
    closed_by text,
    CONSTRAINT "PK_supervision_notices" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX supervision_notices_number ON supervision_notices (number)`,
  `CREATE UNIQUE INDEX supervision_notices_open ON supervision_notices (obligation_id) WHERE state <> 'closed'`,
  `CREATE INDEX supervision_notices_incident ON supervision_notices (incident_id)`,
];

const DOWN = [
  `DROP TABLE supervision_notices, incident_notes, referrals, upward_reports, situation_reports, command_posts, order_corrections`,
  `ALTER TABLE incidents DROP COLUMN marked_major, DROP COLUMN scene_commander, DROP COLUMN lead_team_code,
    DROP COLUMN merged_into_id, DROP COLUMN origin_team_code, DROP COLUMN centre_took_at`,
  `ALTER TABLE order_reports DROP COLUMN casualties`,
  `ALTER TABLE outgoing_messages DROP COLUMN subject_id`,
  `ALTER TABLE orders DROP COLUMN call_kind, DROP COLUMN replaces_id, DROP COLUMN rebased, DROP COLUMN corrections,
    DROP COLUMN held_stamps`,
  `DELETE FROM obligations WHERE order_id IS NULL OR team_code IS NULL`,
  `DROP INDEX obligations_owing`,
  `ALTER TABLE obligations DROP COLUMN stage, DROP COLUMN subject_id, DROP COLUMN owed_by, DROP COLUMN given_up, DROP COLUMN basis,
    ALTER COLUMN order_id SET NOT NULL, ALTER COLUMN team_code SET NOT NULL`,
];
