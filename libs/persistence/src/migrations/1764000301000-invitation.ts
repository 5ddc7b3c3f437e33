import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE invitation (
    account_id uuid PRIMARY KEY REFERENCES account,
    -- Argon2id with a salt of its own: the code is nowhere.
    code_hash text NOT NULL,
    -- The person who issued it; 'system:…' for a command of the operator.
    issued_by text NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO wuqing_api;
  -- An account without a password cannot sign in. First passwords that nobody changed were one for all.
  ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
  UPDATE account SET password_hash = NULL WHERE must_change_password;
`;

const DOWN = `
  UPDATE account SET password_hash = '', must_change_password = true WHERE password_hash IS NULL;
  ALTER TABLE account ALTER COLUMN password_hash SET NOT NULL;
  DROP TABLE invitation;
`;

/** An account's first password is its holder's own: what others give is an invitation, used once. */
export class Invitation1764000301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
