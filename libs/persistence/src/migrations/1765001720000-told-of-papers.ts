import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Beside a step of a case, the outbox tells of a paper that waits (a slip, an edit of a ledger): of no case.
  ALTER TABLE notification_outbox ALTER COLUMN case_id DROP NOT NULL,
    ADD CONSTRAINT notification_outbox_about CHECK (case_id IS NOT NULL OR detail ? 'paperId');
  ALTER TABLE personal_notification DROP CONSTRAINT personal_notification_check1,
    ADD CONSTRAINT personal_notification_about CHECK (outbox_id IS NOT NULL OR case_id IS NULL);
`;

const DOWN = `
  DELETE FROM notification_delivery d USING personal_notification n
    WHERE n.id = d.notification_id AND n.case_id IS NULL AND n.outbox_id IS NOT NULL;
  DELETE FROM personal_notification WHERE case_id IS NULL AND outbox_id IS NOT NULL;
  DELETE FROM notification_outbox WHERE case_id IS NULL;
  ALTER TABLE personal_notification DROP CONSTRAINT personal_notification_about,
    ADD CONSTRAINT personal_notification_check1 CHECK ((outbox_id IS NULL) = (case_id IS NULL));
  ALTER TABLE notification_outbox DROP CONSTRAINT notification_outbox_about, ALTER COLUMN case_id SET NOT NULL;
`;

/** Who must receive or confirm a paper is told so, as of a step of a case. */
export class ToldOfPapers1765001720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
