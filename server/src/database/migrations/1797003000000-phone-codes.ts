import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes texted to numbers of the register, until they come back. */
export class PhoneCodes1797003000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE phone_codes (
      phone text NOT NULL,
      member_id uuid NOT NULL,
      code text NOT NULL,
      sent_at timestamptz NOT NULL,
      sent_by text NOT NULL,
      tries smallint NOT NULL,
      CONSTRAINT "PK_phone_codes" PRIMARY KEY (phone)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_codes');
  }
}
