import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole first schema. */
export class FirstHouse1784000000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of [...BEFORE, ...TABLES, ...AFTER]) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of TABLES.toReversed()) {
      const table = /^CREATE TABLE (\w+)/.exec(statement)?.[1];
      if (table) await run.query(`DROP TABLE ${table}`);
    }
    await run.query('DROP SEQUENCE order_codes, order_codes_long');
    await run.query('DROP FUNCTION keep_event_log');
  }
}

const BEFORE = ['CREATE EXTENSION IF NOT EXISTS postgis'];

const TABLES = [
  `CREATE TABLE accounts (
    id uuid NOT NULL,
    username text NOT NULL,
    display_name text NOT NULL,
    role text NOT NULL,
    team_code text,
    password_hash text NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    CONSTRAINT "PK_5a7a02c20412299d198e097a8fe" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX accounts_username ON accounts (username)`,
  `CREATE TABLE sessions (
    token_hash text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    CONSTRAINT "PK_abaa9e068cdd390bc5210f79884" PRIMARY KEY (token_hash)
  )`,
  `CREATE INDEX sessions_account ON sessions (account_id)`,
  `CREATE TABLE login_failures (
    username text NOT NULL,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    CONSTRAINT "PK_238573b7f2f036d3dcea30acf7b" PRIMARY KEY (username)
  )`,
  `CREATE TABLE orders (
    id uuid NOT NULL,
    code integer NOT NULL,
    incident_id uuid NOT NULL,
    team_code text NOT NULL,
    status text NOT NULL,
    task text NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_by text NOT NULL,
    delivered_at timestamptz,
    target jsonb NOT NULL,
    stamps jsonb NOT NULL,
    headcount integer,
    eta_minutes integer,
    end_reason text,
    client_id uuid,
    CONSTRAINT "PK_710e2d4957aa5878dfe94e4ac2f" PRIMARY KEY (id)
  )`,
  `CREATE INDEX orders_incident ON orders (incident_id)`,
  `CREATE INDEX orders_issued ON orders (issued_at)`,
  `CREATE UNIQUE INDEX orders_client ON orders (client_id, team_code)`,
  `CREATE UNIQUE INDEX orders_open_code ON orders (code) WHERE status NOT IN ('cleared', 'declined', 'recalled')`,
  `CREATE INDEX orders_open_team ON orders (team_code) WHERE status NOT IN ('cleared', 'declined', 'recalled')`,
  `CREATE UNIQUE INDEX orders_one_open ON orders (incident_id, team_code) WHERE status NOT IN ('cleared', 'declined', 'recalled')`,
  `CREATE TABLE order_reports (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    evidence text NOT NULL,
    occurred_at timestamptz,
    received_at timestamptz NOT NULL,
    counts_at timestamptz NOT NULL,
    flag text,
    effect text NOT NULL,
    reported_by text NOT NULL,
    location geography(Point,4326),
    headcount integer,
    eta_minutes integer,
    note text,
    client_id uuid NOT NULL,
    CONSTRAINT "PK_748035bec37e7954b832dba1b80" PRIMARY KEY (id)
  )`,
  `CREATE INDEX order_reports_order ON order_reports (order_id)`,
  `CREATE UNIQUE INDEX order_reports_client ON order_reports (client_id)`,
  `CREATE TABLE response_plans (
    type_code text NOT NULL,
    name text NOT NULL,
    steps jsonb NOT NULL,
    task_text text NOT NULL,
    CONSTRAINT "PK_cbefca8f4684dbda91328d6978d" PRIMARY KEY (type_code)
  )`,
  `CREATE TABLE event_log (
    id BIGSERIAL NOT NULL,
    at timestamptz NOT NULL,
    type text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    actor_role text NOT NULL,
    incident_id uuid,
    team_code text,
    payload jsonb NOT NULL,
    position bigint,
    previous_hash text,
    hash text,
    CONSTRAINT "PK_d8ccd9b5b44828ea378dd37e691" PRIMARY KEY (id)
  )`,
  `CREATE INDEX event_log_incident ON event_log (incident_id)`,
  `CREATE UNIQUE INDEX event_log_position ON event_log (position)`,
  `CREATE INDEX event_log_unsealed ON event_log (id) WHERE position IS NULL`,
  `CREATE TABLE event_chain (
    id smallint NOT NULL,
    position bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT "PK_1d7485faa58bd1844230e18c449" PRIMARY KEY (id)
  )`,
  `CREATE TABLE event_consumers (
    name text NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT "PK_4c73e458be53c987081011be541" PRIMARY KEY (name)
  )`,
  `CREATE TABLE incidents (
    id uuid NOT NULL,
    number text NOT NULL,
    status text NOT NULL,
    type_code text,
    severity text NOT NULL,
    narrative text NOT NULL,
    place_text text,
    township_code text,
    location geography(Point,4326),
    warnings text array NOT NULL,
    drill boolean NOT NULL,
    channel text NOT NULL,
    received_at timestamptz NOT NULL,
    occurred_at timestamptz,
    first_issued_at timestamptz,
    closed_at timestamptz,
    end_reason text,
    scene_command text,
    client_id uuid,
    CONSTRAINT "PK_ccb34c01719889017e2246469f9" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX incidents_number ON incidents (number)`,
  `CREATE INDEX incidents_received ON incidents (received_at)`,
  `CREATE UNIQUE INDEX incidents_client ON incidents (client_id)`,
  `CREATE INDEX incidents_open ON incidents (received_at) WHERE status = 'open'`,
  `CREATE TABLE calls (
    id uuid NOT NULL,
    number text NOT NULL,
    incident_id uuid NOT NULL,
    channel text NOT NULL,
    caller_phone text,
    caller_name text,
    narrative text NOT NULL,
    place_text text,
    received_at timestamptz NOT NULL,
    taken_by_id uuid,
    taken_by text NOT NULL,
    CONSTRAINT "PK_d9171d91f8dd1a649659f1b6a20" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX calls_number ON calls (number)`,
  `CREATE INDEX calls_incident ON calls (incident_id)`,
  `CREATE INDEX calls_phone ON calls (caller_phone)`,
  `CREATE TABLE daily_numbers (
    day text NOT NULL,
    last integer NOT NULL,
    CONSTRAINT "PK_e1b66fdf9c99d26b09eba4e4941" PRIMARY KEY (day)
  )`,
  `CREATE TABLE incident_types (
    code text NOT NULL,
    name text NOT NULL,
    incident_class text NOT NULL,
    category text NOT NULL,
    keywords text array NOT NULL,
    default_severity text NOT NULL,
    specialties text array NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT "PK_c65ccaa2cc62bdd5d5e0427844d" PRIMARY KEY (code)
  )`,
  `CREATE TABLE outgoing_messages (
    id uuid NOT NULL,
    order_id uuid,
    incident_id uuid,
    team_code text,
    order_code integer,
    purpose text NOT NULL,
    step smallint NOT NULL,
    priority smallint NOT NULL,
    channel text NOT NULL,
    recipient_name text NOT NULL,
    recipient_post text NOT NULL,
    phone text NOT NULL,
    text text NOT NULL,
    state text NOT NULL,
    due_at timestamptz NOT NULL,
    lease_until timestamptz,
    attempts integer NOT NULL DEFAULT '0',
    withdrawn boolean NOT NULL DEFAULT false,
    provider_id text,
    provider_code text,
    sent_at timestamptz,
    delivered_at timestamptz,
    CONSTRAINT "PK_07b4e3d736026c72f3e61a8fb99" PRIMARY KEY (id)
  )`,
  `CREATE INDEX outgoing_messages_order ON outgoing_messages (order_id)`,
  `CREATE INDEX outgoing_messages_phone ON outgoing_messages (phone)`,
  `CREATE INDEX outgoing_messages_due ON outgoing_messages (priority, due_at) WHERE state IN ('queued', 'sending')`,
  `CREATE TABLE incoming_replies (
    id uuid NOT NULL,
    provider_key text NOT NULL,
    phone text NOT NULL,
    channel text NOT NULL,
    text text NOT NULL,
    received_at timestamptz NOT NULL,
    state text NOT NULL,
    order_id uuid,
    team_code text,
    sender_name text,
    why text,
    answer text,
    CONSTRAINT "PK_29d29dbd6708fe8196f4e9e3297" PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX incoming_replies_key ON incoming_replies (provider_key)`,
  `CREATE INDEX incoming_replies_phone ON incoming_replies (phone)`,
  `CREATE INDEX incoming_replies_waiting ON incoming_replies (received_at) WHERE state IN ('received', 'queued')`,
  `CREATE TABLE obligations (
    id uuid NOT NULL,
    kind text NOT NULL,
    order_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    team_code text NOT NULL,
    started_at timestamptz NOT NULL,
    due_at timestamptz,
    state text NOT NULL,
    met_at timestamptz,
    met_evidence text,
    waived_code text,
    waived_reason text,
    waived_by text,
    next_chase_at timestamptz,
    chases integer NOT NULL DEFAULT '0',
    CONSTRAINT "PK_6e661b1b461253d2bf5d57e518d" PRIMARY KEY (id)
  )`,
  `CREATE INDEX obligations_order ON obligations (order_id)`,
  `CREATE INDEX obligations_incident ON obligations (incident_id)`,
  `CREATE INDEX obligations_chase ON obligations (next_chase_at) WHERE next_chase_at IS NOT NULL`,
  `CREATE TABLE townships (
    code text NOT NULL,
    name text NOT NULL,
    urban boolean NOT NULL,
    strength_class smallint NOT NULL,
    seat geography(Point,4326) NOT NULL,
    seat_grade text NOT NULL,
    seat_radius_meters integer NOT NULL,
    outline geography(Polygon,4326) NOT NULL,
    outline_basis text NOT NULL,
    CONSTRAINT "PK_c8e22f944b8265356df1ace1db6" PRIMARY KEY (code)
  )`,
  `CREATE INDEX townships_outline ON townships USING gist (outline)`,
  `CREATE TABLE places (
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    township_code text NOT NULL,
    location geography(Point,4326) NOT NULL,
    grade text NOT NULL,
    basis text NOT NULL,
    keys text array NOT NULL,
    CONSTRAINT "PK_a6fe963f6700cb1fe4e68002725" PRIMARY KEY (code)
  )`,
  `CREATE INDEX places_township ON places (township_code)`,
  `CREATE TABLE settings (
    key text NOT NULL,
    value double precision NOT NULL,
    unit text NOT NULL,
    basis text NOT NULL,
    CONSTRAINT "PK_c8639b7626fa94ba8265628f214" PRIMARY KEY (key)
  )`,
  `CREATE TABLE response_rules (
    rule_no smallint NOT NULL,
    version integer NOT NULL,
    team_from text NOT NULL,
    incident_in text NOT NULL,
    measure text NOT NULL,
    day_seconds integer NOT NULL,
    night_seconds integer NOT NULL,
    basis text NOT NULL,
    note text NOT NULL,
    effective_from timestamptz NOT NULL,
    CONSTRAINT "PK_58658f249d47d4932ab464f9c0a" PRIMARY KEY (rule_no, version)
  )`,
  `CREATE TABLE teams (
    code text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    team_class text NOT NULL,
    specialties text array NOT NULL,
    lead_department text NOT NULL,
    base text NOT NULL,
    township_code text NOT NULL,
    location geography(Point,4326) NOT NULL,
    alarm_phone text NOT NULL,
    minimum_strength integer NOT NULL,
    sort_order integer NOT NULL,
    CONSTRAINT "PK_7bf0cfd599b5e34fa917a78d28f" PRIMARY KEY (code)
  )`,
  `CREATE TABLE team_members (
    id uuid NOT NULL,
    team_code text NOT NULL,
    name text NOT NULL,
    post text NOT NULL,
    phone text NOT NULL,
    specialty text,
    CONSTRAINT "PK_ca3eae89dcf20c9fd95bf7460aa" PRIMARY KEY (id)
  )`,
  `CREATE INDEX team_members_team ON team_members (team_code)`,
  `CREATE INDEX team_members_phone ON team_members (phone)`,
  `CREATE TABLE duty_shifts (
    id uuid NOT NULL,
    team_code text NOT NULL,
    member_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT "PK_abbef013ddbf7e4e4be50c72f22" PRIMARY KEY (id)
  )`,
  `CREATE INDEX duty_shifts_time ON duty_shifts (team_code, starts_at, ends_at)`,
  `CREATE TABLE experts (
    id uuid NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    specialty text NOT NULL,
    phone text NOT NULL,
    CONSTRAINT "PK_8ecb9ec7e8b977b177fde797e6a" PRIMARY KEY (id)
  )`,
];

const AFTER = [
  // Short order codes: two or three digits, so that a lone digit in a reply is always a verb.
  'CREATE SEQUENCE order_codes MINVALUE 10 MAXVALUE 999 START 10 CYCLE',
  'CREATE SEQUENCE order_codes_long MINVALUE 1000 MAXVALUE 9999 START 1000 CYCLE',
  `INSERT INTO event_chain (id, position, hash) VALUES (1, 0, '')`,
  // The log is append-only: a row may be sealed once and never changed or removed.
  `CREATE FUNCTION keep_event_log() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
       AND (OLD.id, OLD.at, OLD.type, OLD.actor_name, OLD.actor_role, OLD.payload)
         = (NEW.id, NEW.at, NEW.type, NEW.actor_name, NEW.actor_role, NEW.payload) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'event_log is append-only';
  END $$`,
  'CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE ON event_log FOR EACH ROW EXECUTE FUNCTION keep_event_log()',
];
