import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 沟通、评论: what readers of a case say to each other beside its steps. Only added to; its hash stands in the case's audit.
  CREATE TABLE case_comment (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    author_id uuid NOT NULL REFERENCES person,
    text text NOT NULL,
    said_at timestamptz NOT NULL
  );
  CREATE INDEX case_comment_case ON case_comment (case_id, said_at, id);
  GRANT SELECT, INSERT ON case_comment TO wuqing_api;
  GRANT SELECT ON case_comment TO wuqing_worker;
`;

const DOWN = `DROP TABLE case_comment;`;

/** Readers of a case may talk about it. */
export class CaseComment1765001330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
