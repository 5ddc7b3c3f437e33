import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Of an entry that moved the case to another version: the two definitions.
  ALTER TABLE journal_entry ADD COLUMN migrated_from text;
  ALTER TABLE journal_entry ADD COLUMN migrated_to text;
  -- The version by which an ended step was done, where its case has moved on since; null: its case's.
  ALTER TABLE user_task ADD COLUMN definition_checksum text REFERENCES process_definition_version (checksum);
`;

const DOWN = `
  ALTER TABLE user_task DROP COLUMN definition_checksum;
  ALTER TABLE journal_entry DROP COLUMN migrated_to; ALTER TABLE journal_entry DROP COLUMN migrated_from;
`;

/** A running case may move to another version; what was done before stays what it was. */
export class MigratedCase1764000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
