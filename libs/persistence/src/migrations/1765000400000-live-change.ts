import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropLiveTriggers, liveTriggers, type LiveTable } from '../live/live-triggers.js';

const UP = `
  -- That something has changed, never what: whoever may know of it asks again. Kept for an hour.
  CREATE TABLE live_change (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    -- By it a reader finds what was committed since he last looked, in whatever order that was.
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    topic text NOT NULL,
    subject_id uuid NOT NULL,
    version integer,
    case_id uuid,
    person_id uuid,
    in_outline boolean NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, seq)
  );
  CREATE INDEX live_change_age ON live_change (changed_at);

  -- Up to where changes are forgotten; whoever asks from before begins anew.
  CREATE TABLE live_horizon (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    swept_xid xid8 NOT NULL
  );
  INSERT INTO live_horizon (swept_xid) VALUES ('0');

  GRANT SELECT ON live_change, live_horizon TO wuqing_api;
  GRANT SELECT, DELETE ON live_change TO wuqing_worker;
  GRANT SELECT, UPDATE ON live_horizon TO wuqing_worker;

  -- Who may know what: every listener looks again at whom he tells.
  CREATE FUNCTION live_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO live_change (topic, subject_id, in_outline) VALUES ('standing', '00000000-0000-0000-0000-000000000000', false);
    PERFORM pg_notify('wuqing_live', '');
    RETURN NULL;
  END $$;
  CREATE TRIGGER live_standing AFTER INSERT OR UPDATE OR DELETE ON position FOR EACH STATEMENT EXECUTE FUNCTION live_standing();
  CREATE TRIGGER live_standing AFTER INSERT OR UPDATE OR DELETE ON delegation FOR EACH STATEMENT EXECUTE FUNCTION live_standing();
`;

const DOWN = `
  DROP TRIGGER live_standing ON delegation; DROP TRIGGER live_standing ON position; DROP FUNCTION live_standing();
  DROP TABLE live_horizon; DROP TABLE live_change;
`;

const told: readonly LiveTable[] = [
  { table: 'user_task', topic: 'user-task', version: 'n.row_version' },
  {
    table: 'process_instance',
    topic: 'case',
    version: 'n.audit_seq',
    caseId: 'n.id',
    inOutline:
      '(n.status, n.title, n.suspended_at, n.definition_checksum) IS DISTINCT FROM (o.status, o.title, o.suspended_at, o.definition_checksum)',
  },
  { table: 'alert', topic: 'alert' },
  { table: 'public_notice', topic: 'notice' },
  {
    table: 'message',
    topic: 'message',
    personId: `CASE WHEN n.published_by ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' THEN n.published_by::uuid END`,
    where: 'n.state <> o.state',
  },
  {
    table: 'session',
    topic: 'session',
    key: 'token_hash',
    id: 'n.account_id',
    caseId: 'NULL',
    personId: '(SELECT person_id FROM account WHERE id = n.account_id)',
    where: 'n.ended_at IS NOT NULL AND o.ended_at IS NULL',
    on: ['update'],
  },
];

/** What changes in tasks, cases, alerts, notices, messages and sessions is told live (ADR 0025). */
export class LiveChange1765000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP + told.map(liveTriggers).join(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(told.map(dropLiveTriggers).join('') + DOWN);
  }
}
