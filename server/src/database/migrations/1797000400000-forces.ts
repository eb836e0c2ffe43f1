import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专家、装备物资、工作方案: further phones of experts and their calls, checks of equipment, documents with versions and read receipts. */
export class Forces1797000400000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `ALTER TABLE experts ADD COLUMN more_phones jsonb NOT NULL DEFAULT '[]'`,
  'ALTER TABLE equipment ADD COLUMN checked_at timestamptz, ADD COLUMN checked_by text',
  `CREATE TABLE expert_calls (
    id uuid NOT NULL,
    client_id uuid NOT NULL,
    incident_id uuid,
    expert_id uuid NOT NULL,
    expert_name text NOT NULL,
    category text NOT NULL,
    phone text NOT NULL,
    phones text array NOT NULL,
    place text NOT NULL,
    task text NOT NULL,
    drill boolean NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by text NOT NULL,
    chase_at timestamptz NOT NULL,
    chased_at timestamptz,
    answer text,
    eta_minutes integer,
    words text NOT NULL,
    answered_at timestamptz,
    answered_by text,
    source text,
    CONSTRAINT "PK_expert_calls" PRIMARY KEY (id)
  )`,
  'CREATE UNIQUE INDEX expert_calls_client ON expert_calls (client_id, expert_id)',
  'CREATE INDEX expert_calls_incident ON expert_calls (incident_id)',
  'CREATE INDEX expert_calls_chase ON expert_calls (chase_at) WHERE answer IS NULL AND chased_at IS NULL',
  'CREATE INDEX expert_calls_asked ON expert_calls (asked_at)',
  'ALTER TABLE attachments ALTER COLUMN incident_id DROP NOT NULL',
  'ALTER TABLE attachments ADD COLUMN document boolean NOT NULL DEFAULT false',
  `CREATE TABLE documents (
    id uuid NOT NULL,
    team_code text,
    kind text NOT NULL,
    title text NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    reminded_at timestamptz,
    retired_at timestamptz,
    CONSTRAINT "PK_documents" PRIMARY KEY (id)
  )`,
  'CREATE INDEX documents_team ON documents (team_code)',
  `CREATE TABLE document_versions (
    document_id uuid NOT NULL,
    version integer NOT NULL,
    attachment_id uuid NOT NULL,
    note text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    uploaded_by text NOT NULL,
    CONSTRAINT "PK_document_versions" PRIMARY KEY (document_id, version)
  )`,
  'CREATE UNIQUE INDEX document_versions_attachment ON document_versions (attachment_id)',
  `CREATE TABLE document_reads (
    document_id uuid NOT NULL,
    version integer NOT NULL,
    team_code text NOT NULL,
    read_at timestamptz NOT NULL,
    read_by text NOT NULL,
    CONSTRAINT "PK_document_reads" PRIMARY KEY (document_id, version, team_code)
  )`,
];

const DOWN = [
  'DROP TABLE document_reads',
  'DROP TABLE document_versions',
  'DROP TABLE documents',
  'ALTER TABLE attachments DROP COLUMN document',
  'DELETE FROM attachments WHERE incident_id IS NULL',
  'ALTER TABLE attachments ALTER COLUMN incident_id SET NOT NULL',
  'DROP TABLE expert_calls',
  'ALTER TABLE equipment DROP COLUMN checked_at, DROP COLUMN checked_by',
  'ALTER TABLE experts DROP COLUMN more_phones',
];
