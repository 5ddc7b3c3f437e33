import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Cases that were counted together: the one that made the number full, and the others (源头治理).
  CREATE TABLE gathered_case (
    case_id uuid NOT NULL REFERENCES process_instance,
    gathered_id uuid NOT NULL REFERENCES process_instance CHECK (gathered_id <> case_id),
    unit_id uuid NOT NULL REFERENCES unit,
    PRIMARY KEY (case_id, gathered_id)
  );
  CREATE INDEX gathered_case_of ON gathered_case (gathered_id);
  GRANT SELECT ON gathered_case TO wuqing_api;
  GRANT SELECT, INSERT ON gathered_case TO wuqing_worker;
`;

/** Cases of one village or one power are gathered into the case that looks for their common cause. */
export class GatheredCase1765001970000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gathered_case');
  }
}
