import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Rows that a loop of the worker could not handle: first tried again, later and later, then set aside until somebody
  -- has mended what is wrong. What the row holds is never copied here.
  CREATE TABLE set_aside (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    queue text NOT NULL,
    -- In the queue's own words: the key of the row.
    row_id text NOT NULL,
    -- The case that it concerns, where it is known; it need not exist, so that a restored database can say so.
    case_id uuid,
    -- A code, a constraint's name or a sentence of ours.
    reason text NOT NULL,
    failures integer NOT NULL,
    first_failed_at timestamptz NOT NULL,
    last_failed_at timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    -- Null while it is still tried.
    set_aside_at timestamptz,
    resolved_at timestamptz,
    UNIQUE (queue, row_id)
  );
  CREATE INDEX set_aside_open ON set_aside (queue) WHERE resolved_at IS NULL;

  -- An operator's wish that the row be tried again; the worker grants it.
  CREATE TABLE set_aside_retry (
    id text PRIMARY KEY,
    set_aside_id uuid NOT NULL REFERENCES set_aside,
    actor_id text NOT NULL,
    reason text NOT NULL,
    body_hash text NOT NULL,
    asked_at timestamptz NOT NULL,
    done_at timestamptz
  );
  CREATE INDEX set_aside_retry_open ON set_aside_retry (asked_at) WHERE done_at IS NULL;

  GRANT SELECT ON set_aside, set_aside_retry TO wuqing_api, wuqing_worker;
  GRANT INSERT, UPDATE ON set_aside TO wuqing_worker, wuqing_api;
  GRANT INSERT ON set_aside_retry TO wuqing_api;
  GRANT UPDATE ON set_aside_retry TO wuqing_worker;
  GRANT DELETE ON message_refusal TO wuqing_worker;
`;

const DOWN = `
  REVOKE DELETE ON message_refusal FROM wuqing_worker;
  DROP TABLE set_aside_retry; DROP TABLE set_aside;
`;

/** One bad row holds up nobody: it is counted, put off, set aside and named. */
export class SetAside1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
