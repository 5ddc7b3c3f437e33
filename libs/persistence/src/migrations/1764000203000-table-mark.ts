import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- How many rows a table had that never loses any: with fewer it was truncated.
  CREATE TABLE table_mark (
    name text PRIMARY KEY,
    rows bigint NOT NULL,
    marked_at timestamptz NOT NULL
  );
  GRANT SELECT, INSERT, UPDATE ON table_mark TO wuqing_worker;
  GRANT SELECT ON table_mark TO wuqing_api;
  GRANT SELECT ON schema_migration TO wuqing_api, wuqing_worker;
`;

const DOWN = `
  DROP TABLE table_mark;
`;

/** Lost rows are missed at the start. */
export class TableMark1764000203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
