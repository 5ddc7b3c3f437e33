import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Since when it stands still, in the case's own time; null where it does not.
  ALTER TABLE process_instance ADD COLUMN suspended_at timestamptz;
`;

const DOWN = `
  ALTER TABLE process_instance DROP COLUMN suspended_at;
`;

/** A case that stands still says so. */
export class SuspendedCase1764000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
