import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules with editor, reason and withdrawal; day hours as versions of their own; seat areas as polygons. */
export class RuleEditing1795000100000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`ALTER TABLE response_rules
      ADD edited_by text, ADD edited_at timestamptz, ADD reason text, ADD withdrawn_at timestamptz`);
    await run.query(`CREATE TABLE day_hours (
      version integer NOT NULL,
      day_from_minutes integer NOT NULL,
      day_to_minutes integer NOT NULL,
      basis text NOT NULL,
      effective_from timestamptz NOT NULL,
      edited_by text,
      edited_at timestamptz,
      reason text,
      withdrawn_at timestamptz,
      CONSTRAINT "PK_day_hours" PRIMARY KEY (version)
    )`);
    // In force since the county's document; a county that had set other hours keeps them.
    await run.query(`INSERT INTO day_hours (version, day_from_minutes, day_to_minutes, basis, effective_from)
      SELECT 1, coalesce(round(f.value * 60), 420), coalesce(round(t.value * 60), 1140),
             coalesce(f.basis, t.basis, '本县约定'), '2012-03-13T00:00:00+08:00'
      FROM (SELECT 1) one LEFT JOIN settings f ON f.key = 'dayStartHour' LEFT JOIN settings t ON t.key = 'dayEndHour'`);
    await run.query(`DELETE FROM settings WHERE key IN ('dayStartHour', 'dayEndHour')`);
    await run.query('ALTER TABLE townships ADD seat_area geography(Polygon,4326)');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE townships DROP COLUMN seat_area');
    await run.query(`INSERT INTO settings (key, value, unit, basis)
      SELECT k.key, k.minutes / 60.0, '时', basis
      FROM (SELECT * FROM day_hours WHERE withdrawn_at IS NULL AND effective_from <= now()
            ORDER BY effective_from DESC, version DESC LIMIT 1) h,
           LATERAL (VALUES ('dayStartHour', h.day_from_minutes), ('dayEndHour', h.day_to_minutes)) k(key, minutes)`);
    await run.query('DROP TABLE day_hours');
    await run.query('DELETE FROM response_rules WHERE withdrawn_at IS NOT NULL OR effective_from > now()');
    await run.query(
      'ALTER TABLE response_rules DROP COLUMN edited_by, DROP COLUMN edited_at, DROP COLUMN reason, DROP COLUMN withdrawn_at',
    );
  }
}
