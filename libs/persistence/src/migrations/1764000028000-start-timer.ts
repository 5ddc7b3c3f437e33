import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- When a timer start event of a version starts its cases next; only that of the version in force is asked.
  CREATE TABLE start_timer (
    definition_checksum text NOT NULL REFERENCES process_definition_version (checksum),
    element_id text NOT NULL,
    -- Null: it has fired for the last time, or never can.
    due_at timestamptz,
    repeat jsonb,
    -- Why it cannot be planned.
    fault text,
    PRIMARY KEY (definition_checksum, element_id)
  );
  CREATE INDEX start_timer_due ON start_timer (due_at) WHERE due_at IS NOT NULL;

  GRANT SELECT ON start_timer TO wuqing_api, wuqing_worker;
  GRANT INSERT, UPDATE ON start_timer TO wuqing_worker;
`;

const DOWN = `
  DROP TABLE start_timer;
`;

/** Processes that begin by the clock. */
export class StartTimer1764000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
