import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 线上审: what an inspector found of a public notice, line by line. A later one of the same notice does not undo an earlier one.
  CREATE TABLE notice_review (
    id uuid PRIMARY KEY,
    notice_id uuid NOT NULL REFERENCES public_notice,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    reviewed_by uuid NOT NULL REFERENCES person,
    note text,
    -- Of what its sender sent, to tell a retry from another request under the same key.
    body_hash text NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX notice_review_notice ON notice_review (notice_id, at DESC);
  CREATE INDEX notice_review_unit ON notice_review (unit_id, at DESC);

  CREATE TABLE notice_review_line (
    review_id uuid NOT NULL REFERENCES notice_review,
    line_key text NOT NULL,
    -- As it stood when the inspector decided.
    system_finding text NOT NULL,
    result text NOT NULL CHECK (result IN ('pass', 'fail', 'not-applicable')),
    PRIMARY KEY (review_id, line_key)
  );

  GRANT SELECT, INSERT ON notice_review, notice_review_line TO wuqing_api;
  -- Counted before it serves.
  GRANT SELECT ON notice_review TO wuqing_worker;
`;

const DOWN = `DROP TABLE notice_review_line; DROP TABLE notice_review;`;

/** What inspectors find of public notices is kept, with what the system had found before them. */
export class NoticeReview1765000710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
