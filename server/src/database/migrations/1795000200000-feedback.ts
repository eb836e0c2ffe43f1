import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments; feedback forms with their versions; follow-ups. */
export class Feedback1795000200000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE follow_ups, feedback_versions, feedback_forms, attachments');
  }
}

const UP = [
  `CREATE TABLE attachments (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    order_id uuid,
    team_code text,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    width integer,
    height integer,
    location geography(Point,4326),
    sha256 text NOT NULL,
    uploaded_by text NOT NULL,
    uploaded_by_id uuid NOT NULL,
    uploaded_at timestamptz NOT NULL,
    CONSTRAINT attachments_id PRIMARY KEY (id)
  )`,
  'CREATE INDEX attachments_incident ON attachments (incident_id)',
  `CREATE TABLE feedback_forms (
    order_id uuid NOT NULL,
    state text NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    saved_by text NOT NULL,
    saved_as uuid NOT NULL,
    submitted_as uuid,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    comment text,
    CONSTRAINT "PK_feedback_forms" PRIMARY KEY (order_id)
  )`,
  'CREATE INDEX feedback_forms_state ON feedback_forms (state)',
  `CREATE TABLE feedback_versions (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    version integer NOT NULL,
    action text NOT NULL,
    at timestamptz NOT NULL,
    by text NOT NULL,
    comment text,
    content jsonb NOT NULL,
    CONSTRAINT "PK_feedback_versions" PRIMARY KEY (id)
  )`,
  'CREATE INDEX feedback_versions_order ON feedback_versions (order_id)',
  `CREATE TABLE follow_ups (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    what text NOT NULL,
    unit text NOT NULL,
    person text NOT NULL,
    phone text,
    due_date date NOT NULL,
    due_at timestamptz NOT NULL,
    state text NOT NULL,
    proof text,
    attachment_ids uuid array NOT NULL,
    done_at timestamptz,
    done_by text,
    done_as uuid,
    CONSTRAINT "PK_follow_ups" PRIMARY KEY (id)
  )`,
  'CREATE INDEX follow_ups_order ON follow_ups (order_id)',
];
