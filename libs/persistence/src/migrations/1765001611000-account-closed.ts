import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Since when nobody signs in by it, invited or not; its password is gone then.
  ALTER TABLE account ADD COLUMN closed_at timestamptz;
  UPDATE account SET closed_at = now(), password_hash = NULL WHERE locked_until > now();
  ALTER TABLE account DROP COLUMN locked_until;
  ALTER TABLE account ADD CONSTRAINT account_closed_has_no_password CHECK (closed_at IS NULL OR password_hash IS NULL);
  GRANT UPDATE (closed_at) ON account TO wuqing_api;
  GRANT INSERT ON account TO wuqing_api;
`;

const DOWN = `
  REVOKE INSERT ON account FROM wuqing_api;
  ALTER TABLE account ADD COLUMN locked_until timestamptz;
  GRANT UPDATE (locked_until) ON account TO wuqing_api;
  UPDATE account SET locked_until = 'infinity' WHERE closed_at IS NOT NULL;
  ALTER TABLE account DROP COLUMN closed_at;
`;

/** Accounts are made by an administrator, and closed and opened again. */
export class AccountClosed1765001611000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
