import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Cases whose workflow shall be held against their journal, which decides: asked at every start of the worker, by
  -- operators, and by whoever meets a workflow that cannot be right.
  CREATE TABLE workflow_check (
    -- All zeros: workflows of cases that this database does not know.
    case_id uuid PRIMARY KEY,
    actor_id text NOT NULL,
    reason text NOT NULL,
    asked_at timestamptz NOT NULL,
    done_at timestamptz,
    -- How the workflow stood, before the journal brought it forward.
    found text CHECK (found IN ('in-step', 'missing', 'ahead', 'behind', 'different', 'over', 'unknown')),
    workflow_position integer,
    journal_position integer
  );
  CREATE INDEX workflow_check_open ON workflow_check (asked_at) WHERE done_at IS NULL;

  -- Backups that were put in place of what stood here.
  CREATE TABLE restoration (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    -- The one instant of the backup.
    taken_at timestamptz NOT NULL,
    restored_at timestamptz NOT NULL,
    -- What is known to have been done after it, and is gone.
    lost jsonb NOT NULL
  );

  GRANT SELECT ON workflow_check, restoration TO wuqing_api, wuqing_worker;
  GRANT INSERT, UPDATE ON workflow_check TO wuqing_api, wuqing_worker;
`;

const DOWN = `
  DROP TABLE restoration; DROP TABLE workflow_check;
`;

/** The way back from a backup: the journal brings each case's workflow forward. */
export class WorkflowCheck1764000201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
