import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import writes, row by row: as it was and as it is then. */
export class ImportChanges1797001000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE county_import_changes (
      import_id uuid NOT NULL,
      no integer NOT NULL,
      sheet text NOT NULL,
      what text NOT NULL,
      subject text NOT NULL,
      before jsonb,
      after jsonb,
      CONSTRAINT "PK_county_import_changes" PRIMARY KEY (import_id, no)
    )`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE county_import_changes');
  }
}
