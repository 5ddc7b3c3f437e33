import type { MigrationInterface, QueryRunner } from 'typeorm';

const MOMENT = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}';

const UP = `
  -- A clock in the lists of terms. A table of its own: most firings change nothing of it.
  CREATE TABLE deadline_place (
    clock_id uuid PRIMARY KEY REFERENCES service_level_clock,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('running', 'late', 'stopped')),
    -- Real moment at which the term ends; infinity where none is written.
    due timestamptz NOT NULL
  );

  CREATE VIEW deadline_expected AS
    SELECT k.id AS clock_id, k.case_id, k.unit_id,
      CASE WHEN k.state = 'stopped' THEN 'stopped' WHEN k.breached_at IS NOT NULL THEN 'late' ELSE 'running' END AS state,
      coalesce((SELECT min((i ->> 'at')::timestamptz) FROM jsonb_path_query(k.instants, '$[*] ? (@.kind == "due" && @.at like_regex "${MOMENT}")') AS i)
        - c.clock_offset_ms * interval '1 millisecond', 'infinity') AS due
    FROM service_level_clock k JOIN process_instance c ON c.id = k.case_id;

  CREATE FUNCTION place_deadlines(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO deadline_place AS p (clock_id, case_id, unit_id, state, due)
    SELECT clock_id, case_id, unit_id, state, due FROM deadline_expected WHERE clock_id = ANY (ids)
    ON CONFLICT (clock_id) DO UPDATE SET state = excluded.state, due = excluded.due
      WHERE (p.state, p.due) IS DISTINCT FROM (excluded.state, excluded.due)
  $$;
  CREATE FUNCTION place_after_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM place_deadlines((SELECT array_agg(id) FROM written));
    RETURN NULL;
  END $$;
  CREATE FUNCTION place_after_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM place_deadlines((SELECT array_agg(id) FROM service_level_clock WHERE case_id = NEW.id));
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION place_deadlines, place_after_clock, place_after_case FROM PUBLIC;
  CREATE TRIGGER place_clock_begun AFTER INSERT ON service_level_clock REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION place_after_clock();
  CREATE TRIGGER place_clock_moved AFTER UPDATE ON service_level_clock REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION place_after_clock();
  CREATE TRIGGER place_case_moved AFTER UPDATE ON process_instance FOR EACH ROW
    WHEN (OLD.clock_offset_ms IS DISTINCT FROM NEW.clock_offset_ms) EXECUTE FUNCTION place_after_case();

  INSERT INTO deadline_place (clock_id, case_id, unit_id, state, due)
    SELECT clock_id, case_id, unit_id, state, due FROM deadline_expected;
  CREATE INDEX deadline_place_unit ON deadline_place (unit_id, state, due, clock_id);
  CREATE INDEX deadline_place_due ON deadline_place (state, due, clock_id);
  -- As for inboxes: what is planned for a unit of a few must do for one of many.
  ALTER TABLE deadline_place ALTER COLUMN unit_id SET (n_distinct = 20);
  GRANT SELECT ON deadline_place TO wuqing_api;

  -- Lists of cases: of some villages, of all, of a process, of whoever opened them.
  DROP INDEX process_instance_unit;
  CREATE INDEX process_instance_unit ON process_instance (unit_id, started_at DESC, id DESC);
  CREATE INDEX process_instance_started ON process_instance (started_at DESC, id DESC);
  CREATE INDEX process_instance_process ON process_instance (process_key, started_at DESC, id DESC);
  CREATE INDEX process_instance_starter ON process_instance (started_by, started_at DESC, id DESC);
  -- By which definitions cases run at all: asked for every list.
  CREATE INDEX process_instance_definition ON process_instance (definition_checksum);
  -- 已办.
  CREATE INDEX user_task_done ON user_task (completed_by, ended_at DESC, id DESC) WHERE state = 'completed';
  -- Nobody looks tasks up by these any more: what waits for whom is found by its entry.
  DROP INDEX user_task_open_unit; DROP INDEX user_task_open_assignee; DROP INDEX user_task_candidate_holder;
`;

const DOWN = `
  CREATE INDEX user_task_candidate_holder ON user_task_candidate (unit_id, position_key);
  CREATE INDEX user_task_open_assignee ON user_task (assignee_id) WHERE state = 'open';
  CREATE INDEX user_task_open_unit ON user_task (unit_id) WHERE state = 'open';
  DROP INDEX user_task_done; DROP INDEX process_instance_definition; DROP INDEX process_instance_starter; DROP INDEX process_instance_process;
  DROP INDEX process_instance_started; DROP INDEX process_instance_unit;
  CREATE INDEX process_instance_unit ON process_instance (unit_id, started_at DESC);
  DROP TRIGGER place_case_moved ON process_instance; DROP TRIGGER place_clock_moved ON service_level_clock;
  DROP TRIGGER place_clock_begun ON service_level_clock; DROP FUNCTION place_after_case, place_after_clock, place_deadlines;
  DROP VIEW deadline_expected; DROP TABLE deadline_place;
`;

/** Lists of terms, of cases and of what somebody has done, each in the order of an index. */
export class ListPlaces1765000302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
