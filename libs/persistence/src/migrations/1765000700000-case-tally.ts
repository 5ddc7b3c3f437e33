import type { MigrationInterface, QueryRunner } from 'typeorm';

const RUN_KEY = (row: string): string =>
  `${row}.definition_checksum || '|' || array_to_string(${row}.callers, ',') || '|' || coalesce(regexp_replace(${row}.call_key, '#[^#]*$', ''), '')`;

const UP = `
  -- How many cases run, and how many began and ended in which month: figures of a township are sums of few rows.
  CREATE TABLE case_tally (
    unit_id uuid NOT NULL REFERENCES unit,
    process_key text NOT NULL,
    -- By which definitions they run, in one text: who may know of one of them may know of all in this unit.
    run_key text NOT NULL,
    definition_checksum text NOT NULL,
    callers text[] NOT NULL,
    -- Of called cases: the call activities on the way from the root (outer/inner).
    call_path text,
    -- The first of the month in the cases' own time; -infinity: what runs now.
    month date NOT NULL,
    began integer NOT NULL DEFAULT 0,
    ended integer NOT NULL DEFAULT 0,
    -- Of the ended ones: those of which a term was broken.
    ended_late integer NOT NULL DEFAULT 0,
    running integer NOT NULL DEFAULT 0,
    PRIMARY KEY (unit_id, process_key, run_key, month)
  );
  CREATE INDEX case_tally_month ON case_tally (month, unit_id);
  GRANT SELECT ON case_tally TO wuqing_api;

  ALTER TABLE process_instance ADD COLUMN ended_late boolean;
  CREATE INDEX process_instance_ended_late ON process_instance (ended_at DESC, id DESC) WHERE ended_late;
  CREATE INDEX process_instance_ended ON process_instance (ended_at DESC, id DESC) WHERE ended_at IS NOT NULL;

  -- What a supervisor looks at: warned of or broken, and still running. Others never come into it.
  CREATE INDEX service_level_clock_colored ON service_level_clock (unit_id, case_id)
    WHERE state = 'running' AND (breached_at IS NOT NULL OR (next_index > 0 AND instants -> (next_index - 1) ->> 'kind' <> 'opened'));

  CREATE FUNCTION case_term_was_broken(of_case uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM service_level_clock k WHERE k.case_id = of_case AND (k.breached_at IS NOT NULL OR k.stopped_at >= (
      SELECT min((i ->> 'at')::timestamptz) FROM jsonb_path_query(k.instants,
        '$[*] ? (@.kind == "due" && @.at like_regex "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}")') AS i)))
  $$;

  CREATE FUNCTION tally_case(of_case process_instance, in_month date, d_began integer, d_ended integer, d_late integer, d_running integer)
    RETURNS void LANGUAGE sql SET search_path = public AS $$
    INSERT INTO case_tally AS t (unit_id, process_key, run_key, definition_checksum, callers, call_path, month, began, ended, ended_late, running)
    VALUES (of_case.unit_id, of_case.process_key, ${RUN_KEY('of_case')}, of_case.definition_checksum, of_case.callers,
      regexp_replace(of_case.call_key, '#[^#]*$', ''), in_month, d_began, d_ended, d_late, d_running)
    ON CONFLICT (unit_id, process_key, run_key, month) DO UPDATE SET began = t.began + excluded.began,
      ended = t.ended + excluded.ended, ended_late = t.ended_late + excluded.ended_late, running = t.running + excluded.running
  $$;

  CREATE FUNCTION case_month(at timestamptz) RETURNS date LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT CASE WHEN isfinite(at) THEN date_trunc('month', at AT TIME ZONE 'Asia/Shanghai')::date ELSE DATE '0001-01-01' END
  $$;

  CREATE FUNCTION tally_began() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM tally_case(NEW, DATE '-infinity', 0, 0, 0, CASE WHEN NEW.ended_at IS NULL THEN 1 ELSE 0 END);
    PERFORM tally_case(NEW, case_month(NEW.started_at), 1, 0, 0, 0);
    RETURN NULL;
  END $$;

  CREATE FUNCTION tally_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE late boolean := case_term_was_broken(NEW.id);
  BEGIN
    UPDATE process_instance SET ended_late = late WHERE id = NEW.id;
    PERFORM tally_case(NEW, DATE '-infinity', 0, 0, 0, -1);
    PERFORM tally_case(NEW, case_month(NEW.ended_at), 0, 1, late::integer, 0);
    RETURN NULL;
  END $$;

  CREATE FUNCTION tally_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM tally_case(OLD, DATE '-infinity', 0, 0, 0, -1);
    PERFORM tally_case(OLD, case_month(OLD.started_at), -1, 0, 0, 0);
    PERFORM tally_case(NEW, DATE '-infinity', 0, 0, 0, 1);
    PERFORM tally_case(NEW, case_month(NEW.started_at), 1, 0, 0, 0);
    RETURN NULL;
  END $$;

  -- Deferred: a tally row is locked for the moment of the commit alone, and all clocks of an ended case have stopped by then.
  CREATE CONSTRAINT TRIGGER case_began AFTER INSERT ON process_instance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tally_began();
  CREATE CONSTRAINT TRIGGER case_ended AFTER UPDATE OF ended_at ON process_instance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION tally_ended();
  CREATE CONSTRAINT TRIGGER case_moved AFTER UPDATE OF definition_checksum, callers ON process_instance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((OLD.definition_checksum, OLD.callers) IS DISTINCT FROM (NEW.definition_checksum, NEW.callers)
      AND OLD.ended_at IS NULL) EXECUTE FUNCTION tally_moved();

  UPDATE process_instance SET ended_late = case_term_was_broken(id) WHERE ended_at IS NOT NULL;
  INSERT INTO case_tally (unit_id, process_key, run_key, definition_checksum, callers, call_path, month, began, ended, ended_late, running)
  SELECT unit_id, process_key, run_key, definition_checksum, callers, call_path, month, sum(began), sum(ended), sum(late), sum(running)
  FROM (
    SELECT c.*, ${RUN_KEY('c')} AS run_key, regexp_replace(c.call_key, '#[^#]*$', '') AS call_path, part.*
    FROM process_instance c, LATERAL (VALUES
      (DATE '-infinity', 0, 0, 0, (c.ended_at IS NULL)::integer),
      (case_month(c.started_at), 1, 0, 0, 0),
      (CASE WHEN c.ended_at IS NULL THEN NULL ELSE case_month(c.ended_at) END, 0, 1, coalesce(c.ended_late, false)::integer, 0)
    ) AS part (month, began, ended, late, running) WHERE part.month IS NOT NULL) counted
  GROUP BY 1, 2, 3, 4, 5, 6, 7;
`;

const DOWN = `
  DROP TRIGGER case_moved ON process_instance; DROP TRIGGER case_ended ON process_instance; DROP TRIGGER case_began ON process_instance;
  DROP FUNCTION tally_moved(); DROP FUNCTION tally_ended(); DROP FUNCTION tally_began();
  DROP FUNCTION tally_case(process_instance, date, integer, integer, integer, integer);
  DROP FUNCTION case_month(timestamptz); DROP FUNCTION case_term_was_broken(uuid);
  DROP INDEX service_level_clock_colored; DROP INDEX process_instance_ended; DROP INDEX process_instance_ended_late;
  ALTER TABLE process_instance DROP COLUMN ended_late;
  DROP TABLE case_tally;
`;

/** The supervisor's numbers are kept where cases begin and end, and what is red or yellow stands in an index of its own. */
export class CaseTally1765000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
