import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The worker holds the supervisor's numbers against the cases, and puts them right. */
export class CheckedTally1765001022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT, INSERT, UPDATE ON case_tally TO wuqing_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT, INSERT, UPDATE ON case_tally FROM wuqing_worker');
  }
}
