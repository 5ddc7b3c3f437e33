import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- How workflows stood that had to be brought forward: kept when their case is held against its journal again and all is well.
  CREATE TABLE workflow_finding (
    -- All zeros: workflows of cases that this database does not know.
    case_id uuid NOT NULL,
    found_at timestamptz NOT NULL,
    found text NOT NULL CHECK (found IN ('missing', 'ahead', 'behind', 'different', 'unknown')),
    workflow_position integer,
    journal_position integer NOT NULL,
    -- Why the check was asked for, and when.
    reason text NOT NULL,
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (found_at, case_id)
  );
  INSERT INTO workflow_finding
    SELECT case_id, date_trunc('milliseconds', done_at), found, workflow_position, journal_position, reason, asked_at
    FROM workflow_check WHERE done_at IS NOT NULL AND found NOT IN ('in-step', 'over');
  ALTER TABLE workflow_check DROP COLUMN found, DROP COLUMN workflow_position, DROP COLUMN journal_position;
  GRANT SELECT ON workflow_finding TO wuqing_api;
  GRANT INSERT ON workflow_finding TO wuqing_worker;
`;

const DOWN = `
  ALTER TABLE workflow_check
    ADD COLUMN found text CHECK (found IN ('in-step', 'missing', 'ahead', 'behind', 'different', 'over', 'unknown')),
    ADD COLUMN workflow_position integer, ADD COLUMN journal_position integer;
  UPDATE workflow_check k SET found = f.found, workflow_position = f.workflow_position, journal_position = f.journal_position
    FROM (SELECT DISTINCT ON (case_id) * FROM workflow_finding ORDER BY case_id, found_at DESC) f WHERE f.case_id = k.case_id;
  DROP TABLE workflow_finding;
`;

/** What was found is told for good, and not until the next check. */
export class WorkflowFinding1764000304000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
