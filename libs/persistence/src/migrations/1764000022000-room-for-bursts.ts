import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- An entry or a batch of due clocks moves the chain's head in the case row: with room on its page no index is touched.
  ALTER TABLE process_instance SET (fillfactor = 70);
  -- An alert's case is its clock's, and that row refers to the case: the same look twice was a tenth of a batch.
  ALTER TABLE alert DROP CONSTRAINT alert_case_id_fkey;
`;

const DOWN = `
  ALTER TABLE alert ADD CONSTRAINT alert_case_id_fkey FOREIGN KEY (case_id) REFERENCES process_instance;
  ALTER TABLE process_instance RESET (fillfactor);
`;

/** What a morning asks on which hundreds of terms end at once. */
export class RoomForBursts1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
