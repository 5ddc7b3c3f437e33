import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE INDEX incident_open ON incident (case_id) WHERE resolved_at IS NULL;
`;

const DOWN = `
  DROP INDEX incident_open;
`;

/** Operators look for what is stuck now, among all that ever was. */
export class OpenIncident1764000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
