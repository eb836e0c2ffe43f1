import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Strength rules as data with versions, the strength of each team over time, verified numbers, versions of what is edited. */
export class TeamRegister1797000300000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const statement of UP) await run.query(statement);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run.query(statement);
  }
}

/** 人员保障 as the county's document has it; where it is silent or leaves a span, what the county agreed. */
const RULES = [
  ['township-1', 20, '文件依据', '一类乡镇街道'],
  ['township-2', 15, '文件依据', '二类乡镇街道'],
  ['township-3', 10, '文件依据', '三类乡镇街道'],
  ['team-P02', 20, '文件依据', ''],
  ['team-P03', 50, '文件依据', ''],
  ['team-S01', 50, '文件依据', ''],
  ['team-S02', 50, '文件依据', ''],
  ['class-professional', 12, '本县约定', '文件：10—20人'],
  ['class-public', 12, '本县约定', '文件未定'],
  ['class-expert', 12, '本县约定', '文件未定'],
] as const;

const values = RULES.map(([scope, minimum, basis, note]) => `('${scope}', ${minimum}, '${basis}', '${note}')`).join(
  ', ',
);

/** The scope of the narrowest rule there is for a team. */
const scopeOf = (narrowest: boolean): string => `coalesce(
  ${narrowest ? "(SELECT scope FROM strength_rules r WHERE r.scope = 'team-' || t.code)," : ''}
  CASE WHEN 'local' = ANY(t.specialties) THEN 'township-' || s.strength_class END, 'class-' || t.team_class)`;

const UP = [
  'ALTER TABLE teams ADD COLUMN version integer NOT NULL DEFAULT 1',
  'ALTER TABLE team_members ADD COLUMN version integer NOT NULL DEFAULT 1',
  'ALTER TABLE team_vehicles ADD COLUMN version integer NOT NULL DEFAULT 1',
  `CREATE TABLE strength_rules (
    scope text NOT NULL,
    version integer NOT NULL,
    minimum integer,
    basis text NOT NULL,
    note text NOT NULL,
    effective_from timestamptz NOT NULL,
    edited_by text,
    edited_at timestamptz,
    reason text,
    withdrawn_at timestamptz,
    CONSTRAINT "PK_strength_rules" PRIMARY KEY (scope, version)
  )`,
  `INSERT INTO strength_rules (scope, version, minimum, basis, note, effective_from)
    SELECT scope, 1, minimum, basis, note, '2012-03-13T00:00:00+08:00' FROM (VALUES ${values}) r(scope, minimum, basis, note)`,
  // A team that had another minimum keeps it.
  `INSERT INTO strength_rules (scope, version, minimum, basis, note, effective_from)
    SELECT 'team-' || t.code, CASE WHEN o.scope IS NULL THEN 1 ELSE 2 END, t.minimum_strength, '本县约定', '', '2012-03-13T00:00:00+08:00'
    FROM teams t JOIN townships s ON s.code = t.township_code JOIN strength_rules r ON r.scope = ${scopeOf(true)}
      LEFT JOIN strength_rules o ON o.scope = 'team-' || t.code
    WHERE r.minimum <> t.minimum_strength`,
  'ALTER TABLE teams DROP COLUMN minimum_strength',
  `CREATE TABLE strength_levels (
    team_code text NOT NULL,
    since timestamptz NOT NULL,
    strength integer NOT NULL,
    CONSTRAINT "PK_strength_levels" PRIMARY KEY (team_code, since)
  )`,
  `INSERT INTO strength_levels (team_code, since, strength)
    SELECT code, now(), (SELECT count(*) FROM team_members m WHERE m.team_code = t.code AND m.retired_at IS NULL) FROM teams t`,
  `CREATE TABLE verified_phones (
    phone text NOT NULL,
    at timestamptz NOT NULL,
    how text NOT NULL,
    verified_by text NOT NULL,
    note text NOT NULL,
    CONSTRAINT "PK_verified_phones" PRIMARY KEY (phone)
  )`,
  // The history of a team, its members and vehicles is read from the log.
  `CREATE INDEX event_log_register ON event_log (team_code, id) WHERE type LIKE 'team.%'`,
];

const DOWN = [
  'DROP INDEX event_log_register',
  'DROP TABLE verified_phones',
  'DROP TABLE strength_levels',
  'ALTER TABLE teams ADD COLUMN minimum_strength integer NOT NULL DEFAULT 0',
  'ALTER TABLE teams ALTER COLUMN minimum_strength DROP DEFAULT',
  `UPDATE teams t SET minimum_strength = r.minimum
    FROM townships s, (SELECT DISTINCT ON (scope) scope, minimum FROM strength_rules
      WHERE withdrawn_at IS NULL AND effective_from <= now() ORDER BY scope, effective_from DESC, version DESC) r
    WHERE s.code = t.township_code AND r.minimum IS NOT NULL AND r.scope = coalesce(
      (SELECT o.scope FROM strength_rules o WHERE o.scope = 'team-' || t.code LIMIT 1), ${scopeOf(false)})`,
  'DROP TABLE strength_rules',
  'ALTER TABLE team_vehicles DROP COLUMN version',
  'ALTER TABLE team_members DROP COLUMN version',
  'ALTER TABLE teams DROP COLUMN version',
];
