import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Who was told of a case, and has read it: the receipts of an order of supervision.
  CREATE INDEX personal_notification_case ON personal_notification (case_id) WHERE case_id IS NOT NULL;
`;

const DOWN = `DROP INDEX personal_notification_case;`;

/** Receipts are found by their case. */
export class CaseReceipts1765001011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
