import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE security.security_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    -- Whose; null for somebody without an account. Neither name nor address stands here, and nothing that was sent.
    account_id uuid,
    operation text NOT NULL,
    status integer NOT NULL,
    count integer NOT NULL CHECK (count > 0)
  );
  CREATE INDEX security_event_at ON security.security_event (at);
  GRANT SELECT, INSERT, DELETE ON security.security_event TO wuqing_api;
`;

const DOWN = 'DROP TABLE security.security_event;';

/** The security log: who came in, who was turned away where, how often. */
export class SecurityEvent1764000302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
