import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- A case whose instance has told who waits in it already, in the entry that threw the signal.
  ALTER TABLE signal ADD COLUMN home uuid;
`;

const DOWN = `
  ALTER TABLE signal DROP COLUMN home;
`;

/** A signal that a case throws says whether its own instance has heard it. */
export class SignalHome1764000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
