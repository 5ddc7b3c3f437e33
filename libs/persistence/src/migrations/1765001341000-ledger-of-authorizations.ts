import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `REVOKE SELECT ON assembly_authorization FROM wuqing_api, wuqing_worker;`;
const DOWN = `GRANT SELECT ON assembly_authorization TO wuqing_api, wuqing_worker;`;

/** What the assemblies authorized stands in their ledger: the table that it was taken over from is read by nobody else. */
export class LedgerOfAuthorizations1765001341000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
