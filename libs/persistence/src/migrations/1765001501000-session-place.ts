import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What a person tells a session by who looks for one that is not his own.
  ALTER TABLE session
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN used_at timestamptz NOT NULL DEFAULT now(),
    -- Both are gone with the session's end.
    ADD COLUMN address text,
    ADD COLUMN agent text;
  UPDATE session SET used_at = created_at;
  CREATE UNIQUE INDEX session_id ON session (id);
`;

const DOWN = `
  ALTER TABLE session DROP COLUMN id, DROP COLUMN used_at, DROP COLUMN address, DROP COLUMN agent;
`;

/** Sessions say where and since when, so that their person can list and end them. */
export class SessionPlace1765001501000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
