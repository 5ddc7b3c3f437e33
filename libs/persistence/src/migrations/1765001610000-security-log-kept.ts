import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Who did it, where that is not whose account it is about.
  ALTER TABLE security.security_event ADD COLUMN by_account_id uuid;

  -- Past its term, or one of strangers' before the newest 200,000: a flood of refusals fills no disk.
  CREATE FUNCTION security.is_event_over(id bigint, at timestamptz, account_id uuid, newest bigint) RETURNS boolean
    LANGUAGE sql STABLE AS $$
    SELECT at < now() - interval '180 days' OR (account_id IS NULL AND id <= newest - 200000)
  $$;

  CREATE FUNCTION security.event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND security.is_event_over(OLD.id, OLD.at, OLD.account_id,
      (SELECT max(e.id) FROM security.security_event e)) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'Expected rows of the security log to stay as they were written'
      USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER security_event_kept BEFORE UPDATE OR DELETE ON security.security_event
    FOR EACH ROW EXECUTE FUNCTION security.event_kept();
  CREATE TRIGGER security_event_not_emptied BEFORE TRUNCATE ON security.security_event
    FOR EACH STATEMENT EXECUTE FUNCTION security.event_kept();

  -- The only way in which rows go, and only those that are over: the API's role may delete none itself.
  CREATE FUNCTION security.drop_events_over(as_of timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = security, pg_temp AS $$
    DELETE FROM security.security_event e
    WHERE security.is_event_over(e.id, e.at, e.account_id, (SELECT max(n.id) FROM security.security_event n))
      AND (e.account_id IS NULL OR e.at < as_of - interval '180 days')
  $$;
  REVOKE EXECUTE ON FUNCTION security.drop_events_over FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION security.drop_events_over TO wuqing_api;
  REVOKE DELETE ON security.security_event FROM wuqing_api;
`;

const DOWN = `
  GRANT DELETE ON security.security_event TO wuqing_api;
  DROP FUNCTION security.drop_events_over;
  DROP TRIGGER security_event_not_emptied ON security.security_event;
  DROP TRIGGER security_event_kept ON security.security_event;
  DROP FUNCTION security.event_kept; DROP FUNCTION security.is_event_over;
  ALTER TABLE security.security_event DROP COLUMN by_account_id;
`;

/** The security log is only added to, and says who did what is about another's account. */
export class SecurityLogKept1765001610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
