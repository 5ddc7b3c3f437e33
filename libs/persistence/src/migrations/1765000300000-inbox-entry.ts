import type { MigrationInterface, QueryRunner } from 'typeorm';

const MOMENT = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}';

const TABLES = `
  -- An open user task under each of those whom it waits for: whoever claimed it ('p:<person>'), else each position that may
  -- claim it ('<unit>:<position>'). What a list of many is found, ordered and counted by; the rest is joined for its page alone.
  CREATE TABLE inbox_entry (
    holder text NOT NULL,
    user_task_id uuid NOT NULL,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    -- Real moment at which the most urgent term ends; infinity where none runs.
    due timestamptz NOT NULL,
    -- Its last day, where the township is.
    due_on date NOT NULL,
    -- As the deadline watch has recorded it.
    tone text NOT NULL CHECK (tone IN ('none', 'ok', 'warn', 'late', 'paused')),
    process_key text NOT NULL,
    element_id text NOT NULL,
    -- By which definitions it runs and where in them it stands: all that is asked to say how far it is closed.
    sight text NOT NULL,
    -- Those whom it waits for, together.
    audience uuid NOT NULL,
    -- One entry of each task counts for it.
    is_first boolean NOT NULL,
    PRIMARY KEY (user_task_id, holder)
  ) WITH (fillfactor = 85);
  CREATE INDEX inbox_entry_due ON inbox_entry (holder, due, user_task_id);
  CREATE INDEX inbox_entry_unit ON inbox_entry (holder, unit_id, due, user_task_id);
  CREATE INDEX inbox_entry_process ON inbox_entry (holder, process_key, due, user_task_id);
  CREATE INDEX inbox_entry_element ON inbox_entry (holder, element_id, due, user_task_id);
  CREATE INDEX inbox_entry_case ON inbox_entry (case_id);
  -- Most holders have a few tasks, and one may have a fifth of them all: planned for the few, its list would be sorted whole.
  ALTER TABLE inbox_entry ALTER COLUMN holder SET (n_distinct = 20);

  -- Who belongs to an audience of several positions; that of one is made of its name.
  CREATE TABLE inbox_audience (
    holder text NOT NULL,
    audience uuid NOT NULL,
    PRIMARY KEY (holder, audience)
  );

  -- How many tasks wait for an audience. Changes are rows of their own, so that nobody waits for another's count; the worker
  -- adds them up now and then, and whoever reads adds what is not added up yet.
  CREATE TABLE inbox_count (
    audience uuid NOT NULL,
    sight text NOT NULL,
    due_on date NOT NULL,
    tone text NOT NULL,
    n integer NOT NULL,
    PRIMARY KEY (audience, sight, due_on, tone)
  );
  CREATE TABLE inbox_count_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audience uuid NOT NULL,
    sight text NOT NULL,
    due_on date NOT NULL,
    tone text NOT NULL,
    n integer NOT NULL
  );
  CREATE INDEX inbox_count_change_audience ON inbox_count_change (audience);
`;

const VIEW = `
  CREATE FUNCTION inbox_audience_of(holders text[]) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN md5(array_to_string(holders, '|'))::uuid;

  -- Whether an instant of this kind is among those that a clock has fired.
  CREATE FUNCTION has_fired(instants jsonb, next_index integer, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN next_index > 0 AND jsonb_path_exists(instants, '$[0 to $upto] ? (@.kind == $kind)',
      jsonb_build_object('upto', next_index - 1, 'kind', kind), true);

  -- What the entries must be, by the rows that they are made of: the one place that says so.
  CREATE VIEW inbox_expected AS
    SELECT own.holder, t.id AS user_task_id, t.case_id, t.unit_id, d.due,
      CASE WHEN isfinite(d.due) THEN ((d.due - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date ELSE 'infinity' END AS due_on,
      CASE WHEN k.id IS NULL THEN 'none' WHEN k.state = 'paused' THEN 'paused' WHEN k.state = 'stopped' THEN 'ok'
        WHEN has_fired(k.instants, k.next_index, 'due') THEN 'late'
        WHEN k.breached_at IS NOT NULL OR has_fired(k.instants, k.next_index, 'warn') THEN 'warn' ELSE 'ok' END AS tone,
      c.process_key, t.element_id,
      concat_ws(' ', coalesce(t.definition_checksum, c.definition_checksum), t.element_id,
        CASE WHEN c.call_key IS NOT NULL THEN array_to_string(c.callers, ',') || ' ' || regexp_replace(c.call_key, '#[^#]*$', '') END) AS sight,
      inbox_audience_of(h.holders) AS audience, own.place = 1 AS is_first, h.holders
    FROM user_task t
    JOIN process_instance c ON c.id = t.case_id
    LEFT JOIN LATERAL (
      SELECT k.id, k.state, k.next_index, k.instants, k.breached_at,
        (SELECT min((i ->> 'at')::timestamptz) FROM jsonb_path_query(k.instants, '$[*] ? (@.kind == "due" && @.at like_regex "${MOMENT}")') AS i) AS due
      FROM service_level_clock k WHERE k.case_id = t.case_id AND k.user_task_id = t.id
      ORDER BY k.state = 'stopped', due LIMIT 1) k ON true
    CROSS JOIN LATERAL (SELECT coalesce(k.due - c.clock_offset_ms * interval '1 millisecond', 'infinity') AS due) d
    CROSS JOIN LATERAL (
      SELECT CASE WHEN t.assignee_id IS NOT NULL THEN ARRAY['p:' || t.assignee_id]
        ELSE ARRAY(SELECT unit_id || ':' || position_key FROM user_task_candidate WHERE user_task_id = t.id ORDER BY 1) END AS holders) h
    CROSS JOIN LATERAL unnest(h.holders) WITH ORDINALITY AS own (holder, place)
    WHERE t.state = 'open';
`;

const COLUMNS =
  'holder, user_task_id, case_id, unit_id, due, due_on, tone, process_key, element_id, sight, audience, is_first';

const FUNCTIONS = `
  -- Writes the entries of these tasks anew, with what that changes of the counts.
  CREATE FUNCTION refresh_inbox(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    WITH gone AS (DELETE FROM inbox_entry WHERE user_task_id = ANY (ids) RETURNING audience, sight, due_on, tone, is_first)
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, -count(*) FROM gone WHERE is_first GROUP BY 1, 2, 3, 4;
    WITH fresh AS (
      INSERT INTO inbox_entry (${COLUMNS}) SELECT ${COLUMNS} FROM inbox_expected WHERE user_task_id = ANY (ids)
      RETURNING user_task_id, holder, audience, sight, due_on, tone, is_first
    ), several AS (
      INSERT INTO inbox_audience (holder, audience)
      SELECT DISTINCT holder, audience FROM fresh WHERE user_task_id IN (SELECT user_task_id FROM fresh WHERE NOT is_first)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING
    )
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, count(*) FROM fresh WHERE is_first GROUP BY 1, 2, 3, 4;
  END $$;

  -- The same where only terms have changed: the entry stays where it is in most indexes.
  CREATE FUNCTION retime_inbox(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    WITH changed AS (
      SELECT e.user_task_id, e.holder, e.is_first, e.audience, e.sight, e.due_on AS was_on, e.tone AS was, x.due, x.due_on, x.tone
      FROM inbox_entry e JOIN inbox_expected x USING (user_task_id, holder)
      WHERE e.user_task_id = ANY (ids) AND x.user_task_id = ANY (ids) AND (e.due, e.tone) IS DISTINCT FROM (x.due, x.tone)
    ), written AS (
      UPDATE inbox_entry e SET due = c.due, due_on = c.due_on, tone = c.tone
      FROM changed c WHERE e.user_task_id = c.user_task_id AND e.holder = c.holder
    )
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, sum(n) FROM (
      SELECT audience, sight, was_on AS due_on, was AS tone, -1 AS n FROM changed WHERE is_first
      UNION ALL SELECT audience, sight, due_on, tone, 1 FROM changed WHERE is_first) moved
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0;
  END $$;

  CREATE FUNCTION inbox_after_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ids uuid[];
  BEGIN
    SELECT array_agg(id) INTO ids FROM written WHERE TG_OP = 'UPDATE' OR assignee_id IS NOT NULL;
    IF ids IS NOT NULL THEN PERFORM refresh_inbox(ids); END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION inbox_after_candidate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ids uuid[];
  BEGIN
    SELECT array_agg(DISTINCT user_task_id) INTO ids FROM written;
    IF ids IS NOT NULL THEN PERFORM refresh_inbox(ids); END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION inbox_after_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ids uuid[];
  BEGIN
    SELECT array_agg(DISTINCT w.user_task_id) INTO ids FROM written w
    WHERE EXISTS (SELECT 1 FROM inbox_entry e WHERE e.user_task_id = w.user_task_id);
    IF ids IS NOT NULL THEN PERFORM retime_inbox(ids); END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION inbox_after_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ids uuid[];
  BEGIN
    SELECT array_agg(DISTINCT user_task_id) INTO ids FROM inbox_entry WHERE case_id = NEW.id;
    IF ids IS NOT NULL THEN PERFORM refresh_inbox(ids); END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION refresh_inbox, retime_inbox, inbox_after_task, inbox_after_candidate, inbox_after_clock,
    inbox_after_case FROM PUBLIC;

  CREATE TRIGGER inbox_task_opened AFTER INSERT ON user_task REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_after_task();
  CREATE TRIGGER inbox_task_changed AFTER UPDATE ON user_task REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_after_task();
  CREATE TRIGGER inbox_candidate_named AFTER INSERT ON user_task_candidate REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_after_candidate();
  CREATE TRIGGER inbox_clock_begun AFTER INSERT ON service_level_clock REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_after_clock();
  CREATE TRIGGER inbox_clock_moved AFTER UPDATE ON service_level_clock REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_after_clock();
  CREATE TRIGGER inbox_case_changed AFTER UPDATE ON process_instance FOR EACH ROW
    WHEN (OLD.definition_checksum IS DISTINCT FROM NEW.definition_checksum OR OLD.callers IS DISTINCT FROM NEW.callers
      OR OLD.clock_offset_ms IS DISTINCT FROM NEW.clock_offset_ms)
    EXECUTE FUNCTION inbox_after_case();
`;

const FILL = `
  INSERT INTO inbox_entry (${COLUMNS}) SELECT ${COLUMNS} FROM inbox_expected;
  INSERT INTO inbox_audience (holder, audience) SELECT DISTINCT holder, audience FROM inbox_entry
    WHERE user_task_id IN (SELECT user_task_id FROM inbox_entry WHERE NOT is_first);
  INSERT INTO inbox_count (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, count(*) FROM inbox_entry WHERE is_first GROUP BY 1, 2, 3, 4;

  GRANT SELECT ON inbox_entry, inbox_audience, inbox_count, inbox_count_change TO wuqing_api;
  GRANT SELECT ON inbox_entry, inbox_expected, inbox_count, inbox_count_change TO wuqing_worker;
  GRANT INSERT, UPDATE, DELETE ON inbox_count TO wuqing_worker;
  GRANT INSERT, DELETE ON inbox_count_change TO wuqing_worker;
  GRANT EXECUTE ON FUNCTION refresh_inbox TO wuqing_worker;
`;

const DOWN = `
  DROP TRIGGER inbox_case_changed ON process_instance; DROP TRIGGER inbox_clock_moved ON service_level_clock;
  DROP TRIGGER inbox_clock_begun ON service_level_clock; DROP TRIGGER inbox_candidate_named ON user_task_candidate;
  DROP TRIGGER inbox_task_changed ON user_task; DROP TRIGGER inbox_task_opened ON user_task;
  DROP FUNCTION inbox_after_case, inbox_after_clock, inbox_after_candidate, inbox_after_task, retime_inbox, refresh_inbox;
  DROP VIEW inbox_expected; DROP FUNCTION has_fired, inbox_audience_of;
  DROP TABLE inbox_count_change; DROP TABLE inbox_count; DROP TABLE inbox_audience; DROP TABLE inbox_entry;
`;

/** What waits for whom, kept in the order of its terms and counted, by the transactions that change it. */
export class InboxEntry1765000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, VIEW, FUNCTIONS, FILL]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
