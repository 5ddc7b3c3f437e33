import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What is counted now is another thing: when the next attempt may be made, and not since when some were.
  DELETE FROM security.secret_attempt;
  ALTER TABLE security.secret_attempt RENAME COLUMN since TO last_at;
  ALTER INDEX security.secret_attempt_since RENAME TO secret_attempt_last;
  ALTER TABLE security.secret_attempt ADD COLUMN free_at timestamptz NOT NULL;
  ALTER TABLE security.secret_attempt DROP CONSTRAINT secret_attempt_count_check;
  ALTER TABLE security.secret_attempt ADD CONSTRAINT secret_attempt_count_check CHECK (count >= 0);

  -- How long whoever comes after the n-th attempt waits, in ms: nothing before the last free one, then twice as long each time.
  CREATE FUNCTION security.wait_ms(n integer, free integer, first_ms float8, longest_ms float8) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN n < free THEN 0 ELSE least(first_ms * power(2, least(n - free, 30)), longest_ms) END
  $$;

  -- Browsers in which an account's holder has signed in before: whoever guesses elsewhere does not close them.
  CREATE TABLE security.known_device (
    -- SHA-256 of the cookie.
    token_hash text NOT NULL,
    account_id uuid NOT NULL REFERENCES account,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (token_hash, account_id)
  );
  CREATE INDEX known_device_account ON security.known_device (account_id, used_at DESC);
  GRANT SELECT, INSERT, UPDATE, DELETE ON security.known_device TO wuqing_api;
`;

const DOWN = `
  DROP TABLE security.known_device;
  DROP FUNCTION security.wait_ms;
  DELETE FROM security.secret_attempt;
  ALTER TABLE security.secret_attempt DROP CONSTRAINT secret_attempt_count_check;
  ALTER TABLE security.secret_attempt ADD CONSTRAINT secret_attempt_count_check CHECK (count > 0);
  ALTER TABLE security.secret_attempt DROP COLUMN free_at;
  ALTER INDEX security.secret_attempt_last RENAME TO secret_attempt_since;
  ALTER TABLE security.secret_attempt RENAME COLUMN last_at TO since;
`;

/** Attempts at secrets wait longer each time, and a browser that is known to an account is closed by nobody else. */
export class GrowingWait1765001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
