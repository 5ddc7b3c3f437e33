import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- By what another system comes in. Of the token itself the keyed hash alone; its beginning is kept to know it by.
  CREATE TABLE security.access_token (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_hash text NOT NULL UNIQUE,
    unit_id uuid NOT NULL REFERENCES unit,
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    created_by uuid NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
    -- To the minute.
    last_used_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid REFERENCES account
  );
  CREATE UNIQUE INDEX access_token_name ON security.access_token (name) WHERE revoked_at IS NULL;
  -- What it may do and until when is said once.
  GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at, revoked_by) ON security.access_token TO wuqing_api;
`;

const DOWN = 'DROP TABLE security.access_token;';

/** Tokens of other systems. */
export class AccessToken1765001950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
