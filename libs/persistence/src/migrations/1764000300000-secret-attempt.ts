import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What is written about requests, not about the township: apart from what people and cases have written.
  CREATE SCHEMA security;
  GRANT USAGE ON SCHEMA security TO wuqing_api;
  CREATE TABLE security.secret_attempt (
    -- SHA-256 of what is counted (an account, an address): whoever reads the table learns neither.
    name text PRIMARY KEY,
    since timestamptz NOT NULL,
    count integer NOT NULL CHECK (count > 0)
  );
  CREATE INDEX secret_attempt_since ON security.secret_attempt (since);
  GRANT SELECT, INSERT, UPDATE, DELETE ON security.secret_attempt TO wuqing_api;
  -- Counting in the account's row came after the password was compared, and knew no unknown accounts.
  ALTER TABLE account DROP COLUMN failed_attempts;
`;

const DOWN = `
  ALTER TABLE account ADD COLUMN failed_attempts integer NOT NULL DEFAULT 0;
  GRANT UPDATE (failed_attempts) ON account TO wuqing_api;
  DROP TABLE security.secret_attempt;
  DROP SCHEMA security;
`;

/** Attempts at secrets are counted before anything is compared, for all processes of the API together. */
export class SecretAttempt1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
