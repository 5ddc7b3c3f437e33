import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 线上审 looks at the page on the net, 线下看 at the photos of what hangs on the board: each has its own last word.
  ALTER TABLE notice_review ADD COLUMN kind text NOT NULL DEFAULT 'online' CHECK (kind IN ('online', 'onsite'));
  ALTER TABLE notice_review ALTER COLUMN kind DROP DEFAULT;
  DROP INDEX notice_review_notice;
  CREATE INDEX notice_review_notice ON notice_review (notice_id, kind, at DESC);
`;

const DOWN = `
  DELETE FROM notice_review_line WHERE review_id IN (SELECT id FROM notice_review WHERE kind <> 'online');
  DELETE FROM notice_review WHERE kind <> 'online';
  DROP INDEX notice_review_notice;
  CREATE INDEX notice_review_notice ON notice_review (notice_id, at DESC);
  ALTER TABLE notice_review DROP COLUMN kind;
`;

/** The photos of a hung notice are judged apart from its page. */
export class ReviewKind1765001010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
