import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE security.second_factor (
    account_id uuid PRIMARY KEY REFERENCES account,
    -- Sealed under the payload keys, for this account.
    secret_sealed text NOT NULL,
    -- NULL until its holder has shown a code of it: until then nobody is asked for one.
    since timestamptz,
    -- Number of the half minute whose code was used last: no code is taken twice.
    last_step bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE security.recovery_code (
    account_id uuid NOT NULL REFERENCES security.second_factor ON DELETE CASCADE,
    -- SHA-256 of 100 random bits. The row goes when the code is used.
    code_hash text NOT NULL,
    PRIMARY KEY (account_id, code_hash)
  );
  -- Of whom the town asks for a second factor: roles as the rules of access know them.
  CREATE TABLE security.second_factor_role (role text PRIMARY KEY);
  GRANT SELECT, INSERT, UPDATE, DELETE ON security.second_factor TO wuqing_api;
  GRANT SELECT, INSERT, DELETE ON security.recovery_code TO wuqing_api;
  GRANT SELECT, INSERT, DELETE ON security.second_factor_role TO wuqing_api;

  -- When its person last said who he is; NULL: when it was opened.
  ALTER TABLE session ADD COLUMN confirmed_at timestamptz;
`;

const DOWN = `
  ALTER TABLE session DROP COLUMN confirmed_at;
  DROP TABLE security.second_factor_role; DROP TABLE security.recovery_code; DROP TABLE security.second_factor;
`;

/** A second factor (RFC 6238) by account, of whom the town asks for one, and when a person last said who he is. */
export class SecondFactor1765001502000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
