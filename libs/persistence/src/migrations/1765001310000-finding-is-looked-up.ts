import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What was found of a workflow is kept once for each wish, before it is mended: the worker looks whether it has kept it.
  GRANT SELECT ON workflow_finding TO wuqing_worker;
  CREATE INDEX workflow_finding_case ON workflow_finding (case_id, asked_at);
`;

const DOWN = `
  DROP INDEX workflow_finding_case;
  REVOKE SELECT ON workflow_finding FROM wuqing_worker;
`;

/** A finding is kept before it is acted upon. */
export class FindingIsLookedUp1765001310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
