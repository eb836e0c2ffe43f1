import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lines of several providers with their health, attempts, receipts; templates, ladders and required strength as data;
 * broadcasts, push subscriptions, flags of numbers, refused webhooks, people who have to answer themselves.
 */
export class MessagesThatArrive1796000000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

const UP = [
  `ALTER TABLE outgoing_messages ADD COLUMN line text, ADD COLUMN template text, ADD COLUMN params jsonb,
    ADD COLUMN personal boolean NOT NULL DEFAULT false, ADD COLUMN drill boolean NOT NULL DEFAULT false,
    ADD COLUMN broadcast_id uuid, ADD COLUMN moved_from_id uuid, ADD COLUMN moved_to text,
    ADD COLUMN first_due_at timestamptz`,
  'UPDATE outgoing_messages SET first_due_at = due_at',
  'UPDATE outgoing_messages m SET drill = true FROM incidents i WHERE i.id = m.incident_id AND i.drill',
  'ALTER TABLE outgoing_messages ALTER COLUMN first_due_at SET NOT NULL',
  'DROP INDEX outgoing_messages_due',
  `CREATE INDEX outgoing_messages_due ON outgoing_messages (channel, priority, due_at) WHERE state IN ('queued', 'sending')`,
  `CREATE INDEX outgoing_messages_broadcast ON outgoing_messages (broadcast_id) WHERE broadcast_id IS NOT NULL`,
  `CREATE TABLE message_attempts (
    id uuid NOT NULL,
    message_id uuid NOT NULL,
    line text NOT NULL,
    phone text NOT NULL,
    at timestamptz NOT NULL,
    state text NOT NULL,
    provider_id text,
    code text,
    parts integer,
    ended_at timestamptz,
    check_at timestamptz,
    CONSTRAINT "PK_message_attempts" PRIMARY KEY (id)
  )`,
  'CREATE INDEX message_attempts_message ON message_attempts (message_id)',
  'CREATE INDEX message_attempts_provider ON message_attempts (line, provider_id)',
  'CREATE INDEX message_attempts_phone ON message_attempts (phone, at)',
  'CREATE INDEX message_attempts_line ON message_attempts (line, at)',
  'CREATE INDEX message_attempts_check ON message_attempts (check_at) WHERE check_at IS NOT NULL',
  `CREATE TABLE message_lines (
    name text NOT NULL,
    state text NOT NULL,
    since timestamptz,
    failures integer NOT NULL DEFAULT 0,
    refusals integer NOT NULL DEFAULT 0,
    probe_at timestamptz,
    last_good_at timestamptz,
    code text,
    CONSTRAINT "PK_message_lines" PRIMARY KEY (name)
  )`,
  `CREATE TABLE phone_flags (
    phone text NOT NULL,
    flag text NOT NULL,
    since timestamptz NOT NULL,
    because text NOT NULL,
    CONSTRAINT phone_flags_id PRIMARY KEY (phone, flag)
  )`,
  `CREATE TABLE message_templates (
    key text NOT NULL,
    body text NOT NULL,
    approvals jsonb NOT NULL,
    edited_at timestamptz NOT NULL,
    edited_by text NOT NULL,
    CONSTRAINT "PK_message_templates" PRIMARY KEY (key)
  )`,
  `CREATE TABLE ladders (
    scope text NOT NULL,
    steps jsonb NOT NULL,
    each_answers jsonb,
    edited_at timestamptz NOT NULL,
    edited_by text NOT NULL,
    CONSTRAINT "PK_ladders" PRIMARY KEY (scope)
  )`,
  // A county that had changed the minutes of the ladder keeps them; the alarm at the desk stays a number.
  `INSERT INTO ladders (scope, steps, each_answers, edited_at, edited_by)
   SELECT 'county', json_build_array(
     json_build_object('afterSeconds', 0, 'sends', json '[{"to":"onDuty","channels":["app","sms","voice"]},{"to":"commander","channels":["sms","voice"]}]'),
     json_build_object('afterSeconds', s.second, 'sends', json '[{"to":"onDuty","channels":["sms"]},{"to":"commander","channels":["sms"]},{"to":"deputy","channels":["sms","voice"]}]'),
     json_build_object('afterSeconds', s.third, 'sends', json '[{"to":"liaison","channels":["voice"]}]')), NULL, now(), '系统'
   FROM (SELECT COALESCE(max(value) FILTER (WHERE key = 'ladderSecondStepSeconds'), 120) AS second,
                COALESCE(max(value) FILTER (WHERE key = 'ladderThirdStepSeconds'), 240) AS third FROM settings) s
   WHERE s.second <> 120 OR s.third <> 240`,
  `DELETE FROM settings WHERE key = 'ladderSecondStepSeconds'`,
  `UPDATE settings SET key = 'deskAlarmSeconds' WHERE key = 'ladderThirdStepSeconds'`,
  `CREATE TABLE broadcasts (
    id uuid NOT NULL,
    text text NOT NULL,
    groups jsonb NOT NULL,
    groups_text text NOT NULL,
    drill boolean NOT NULL,
    numbers integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    client_id uuid NOT NULL,
    CONSTRAINT "PK_broadcasts" PRIMARY KEY (id)
  )`,
  'CREATE UNIQUE INDEX broadcasts_client ON broadcasts (client_id)',
  `CREATE TABLE push_subscriptions (
    endpoint text NOT NULL,
    account_id uuid NOT NULL,
    team_code text,
    keys jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT "PK_push_subscriptions" PRIMARY KEY (endpoint)
  )`,
  'CREATE INDEX push_subscriptions_team ON push_subscriptions (team_code)',
  `CREATE TABLE message_keys (
    name text NOT NULL,
    value jsonb NOT NULL,
    CONSTRAINT "PK_message_keys" PRIMARY KEY (name)
  )`,
  `CREATE TABLE refused_hooks (
    id uuid NOT NULL,
    source text NOT NULL,
    why text NOT NULL,
    at timestamptz NOT NULL,
    address text NOT NULL,
    excerpt text NOT NULL,
    CONSTRAINT "PK_refused_hooks" PRIMARY KEY (id)
  )`,
  'CREATE INDEX refused_hooks_at ON refused_hooks (at)',
  `CREATE TABLE paged_people (
    order_id uuid NOT NULL,
    phone text NOT NULL,
    name text NOT NULL,
    post text NOT NULL,
    answered_at timestamptz,
    answered_by text,
    CONSTRAINT paged_people_id PRIMARY KEY (order_id, phone)
  )`,
  'ALTER TABLE incoming_replies ADD COLUMN practice boolean NOT NULL DEFAULT false, ADD COLUMN broadcast_id uuid',
  'ALTER TABLE response_plans ADD COLUMN required_strength integer',
];

const DOWN = [
  'ALTER TABLE response_plans DROP COLUMN required_strength',
  'ALTER TABLE incoming_replies DROP COLUMN practice, DROP COLUMN broadcast_id',
  `DROP TABLE paged_people, refused_hooks, message_keys, push_subscriptions, broadcasts, ladders, message_templates,
    phone_flags, message_lines, message_attempts`,
  `UPDATE settings SET key = 'ladderThirdStepSeconds' WHERE key = 'deskAlarmSeconds'`,
  'DROP INDEX outgoing_messages_broadcast, outgoing_messages_due',
  `CREATE INDEX outgoing_messages_due ON outgoing_messages (priority, due_at) WHERE state IN ('queued', 'sending')`,
  `ALTER TABLE outgoing_messages DROP COLUMN line, DROP COLUMN template, DROP COLUMN params, DROP COLUMN personal,
    DROP COLUMN drill, DROP COLUMN broadcast_id, DROP COLUMN moved_from_id, DROP COLUMN moved_to, DROP COLUMN first_due_at`,
];
