import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- One act sends copies to several persons. NULL: sent before acts were kept.
  ALTER TABLE case_copy ADD act_id uuid, ADD body_hash text;
  CREATE INDEX case_copy_act ON case_copy (act_id) WHERE act_id IS NOT NULL;
`;
const DOWN = `
  DROP INDEX case_copy_act;
  ALTER TABLE case_copy DROP body_hash, DROP act_id;
`;

/** Which copies one request sent, and what it said: its key is spent for that alone. */
export class ActOfCopies1765001343000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
