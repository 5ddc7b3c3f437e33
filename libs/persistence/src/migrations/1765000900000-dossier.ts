import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 卷宗: that a paper of a case was made, for whom, and of what content.
  CREATE TABLE dossier (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    made_by uuid NOT NULL REFERENCES person,
    -- The case's own time.
    made_at timestamptz NOT NULL,
    content_hash text NOT NULL,
    -- As it stands on the paper; random.
    code text NOT NULL UNIQUE,
    sheets integer NOT NULL,
    -- The same content made again for the same person is the same paper.
    UNIQUE (case_id, made_by, content_hash)
  );

  GRANT SELECT, INSERT ON dossier TO wuqing_api;
  GRANT SELECT ON dossier TO wuqing_worker; -- whose rows it counts
`;

/** A paper that leaves the product is known again by its code. */
export class Dossier1765000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier');
  }
}
