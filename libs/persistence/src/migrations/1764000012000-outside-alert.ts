import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Name of a body outside the town: the recipient of this row carries number and term there.
  ALTER TABLE alert ADD COLUMN outside text;
  ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
  ALTER TABLE alert ADD CONSTRAINT alert_kind_check
    CHECK (kind IN ('opened', 'warn', 'due', 'rung') AND outside IS NULL OR kind = 'outside' AND outside IS NOT NULL);
`;

const DOWN = `
  DELETE FROM alert WHERE kind = 'outside';
  ALTER TABLE alert DROP CONSTRAINT alert_kind_check;
  ALTER TABLE alert ADD CONSTRAINT alert_kind_check CHECK (kind IN ('opened', 'warn', 'due', 'rung'));
  ALTER TABLE alert DROP COLUMN outside;
`;

/** A rung that leads out of the town is an alert of its own kind, addressed to whoever carries the word. */
export class OutsideAlert1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
