import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- The filter by color reads what has that color and nothing else.
  CREATE INDEX inbox_entry_tone ON inbox_entry (holder, tone, due, user_task_id);
  -- Of cases that go on, and of those that are over: years later nearly all are.
  CREATE INDEX process_instance_going ON process_instance (started_at DESC, id DESC) WHERE ended_at IS NULL;
  CREATE INDEX process_instance_over ON process_instance (started_at DESC, id DESC) WHERE ended_at IS NOT NULL;
  -- What was done in somebody's name: he checks it as little as what he did himself.
  CREATE INDEX command_in_name ON command USING gin ((body -> 'onBehalfOf'))
    WHERE kind = 'CompleteUserTask' AND body -> 'onBehalfOf' <> '[]';
`;

const DOWN = `
  DROP INDEX command_in_name; DROP INDEX process_instance_over; DROP INDEX process_instance_going; DROP INDEX inbox_entry_tone;
`;

/** Lists by color and by whether a case goes on are read in their order. */
export class ListOrders1765001021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
