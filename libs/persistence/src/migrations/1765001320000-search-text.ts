import type { MigrationInterface, QueryRunner } from 'typeorm';

const MOMENT = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}';

/** Before the case is written, so that whatever is made of its row has the text. */
const CASE_TEXT = `
  ALTER TABLE process_instance ADD COLUMN search_text text NOT NULL DEFAULT '';
  UPDATE process_instance c SET search_text = s.text FROM case_search s WHERE s.case_id = c.id;

  CREATE FUNCTION search_text_before_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.search_text := lower(normalize(concat_ws(' ', NEW.title, NEW.number, coalesce(nullif(NEW.search_words, ''),
      (SELECT search_words FROM process_instance WHERE id = NEW.root_id))), NFKC));
    RETURN NEW;
  END $$;
  REVOKE EXECUTE ON FUNCTION search_text_before_case FROM PUBLIC;
  CREATE TRIGGER search_text_written BEFORE INSERT ON process_instance FOR EACH ROW EXECUTE FUNCTION search_text_before_case();

  CREATE OR REPLACE FUNCTION case_search_after_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO case_search (case_id, unit_id, words) VALUES (NEW.id, NEW.unit_id, search_words_of(NEW.search_text));
    RETURN NULL;
  END $$;
  ALTER TABLE case_search DROP COLUMN text;
`;

const CASE_TEXT_DOWN = `
  ALTER TABLE case_search ADD COLUMN text text;
  UPDATE case_search s SET text = c.search_text FROM process_instance c WHERE c.id = s.case_id;
  ALTER TABLE case_search ALTER COLUMN text SET NOT NULL;
  CREATE OR REPLACE FUNCTION case_search_after_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO case_search (case_id, unit_id, text, words)
      VALUES (NEW.id, NEW.unit_id, NEW.search_text, search_words_of(NEW.search_text));
    RETURN NULL;
  END $$;
`;

const CASE_TEXT_GONE = `
  DROP TRIGGER search_text_written ON process_instance; DROP FUNCTION search_text_before_case;
  ALTER TABLE process_instance DROP COLUMN search_text;
`;

/** The view with the columns that it had, and those behind them that a list would otherwise look up for each of its rows. */
const view = (shown: string): string => `
  CREATE VIEW inbox_expected AS
    SELECT own.holder, t.id AS user_task_id, t.case_id, t.unit_id, d.due,
      CASE WHEN isfinite(d.due) THEN ((d.due - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date ELSE 'infinity' END AS due_on,
      CASE WHEN k.id IS NULL THEN 'none' WHEN k.state = 'paused' THEN 'paused' WHEN k.state = 'stopped' THEN 'ok'
        WHEN has_fired(k.instants, k.next_index, 'due') THEN 'late'
        WHEN k.breached_at IS NOT NULL OR has_fired(k.instants, k.next_index, 'warn') THEN 'warn' ELSE 'ok' END AS tone,
      c.process_key, t.element_id,
      concat_ws(' ', coalesce(t.definition_checksum, c.definition_checksum), t.element_id,
        CASE WHEN c.call_key IS NOT NULL THEN array_to_string(c.callers, ',') || ' ' || regexp_replace(c.call_key, '#[^#]*$', '') END) AS sight,
      inbox_audience_of(h.holders) AS audience, own.place = 1 AS is_first, h.holders ${shown}
    FROM user_task t
    JOIN process_instance c ON c.id = t.case_id
    LEFT JOIN LATERAL (
      SELECT k.id, k.state, k.next_index, k.instants, k.breached_at,
        (SELECT min((i ->> 'at')::timestamptz) FROM jsonb_path_query(k.instants, '$[*] ? (@.kind == "due" && @.at like_regex "${MOMENT}")') AS i) AS due
      FROM service_level_clock k WHERE k.case_id = t.case_id AND k.user_task_id = t.id
      ORDER BY k.state = 'stopped', due LIMIT 1) k ON true
    CROSS JOIN LATERAL (SELECT coalesce(k.due - c.clock_offset_ms * interval '1 millisecond', 'infinity') AS due) d
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT unit_id || ':' || position_key FROM user_task_candidate WHERE user_task_id = t.id ORDER BY 1) AS candidates) o
    CROSS JOIN LATERAL (SELECT CASE WHEN t.assignee_id IS NOT NULL THEN ARRAY['p:' || t.assignee_id] ELSE o.candidates END AS holders) h
    CROSS JOIN LATERAL unnest(h.holders) WITH ORDINALITY AS own (holder, place)
    WHERE t.state = 'open';
  GRANT SELECT ON inbox_expected TO wuqing_worker;
`;

const SHOWN = `, c.search_text AS text, nullif(array_to_string(o.candidates, E'\\n'), '') AS candidates,
      (SELECT count(*)::integer FROM user_task v WHERE v.case_id = t.case_id AND v.element_id = t.element_id
        AND (v.created_at, v.id) <= (t.created_at, t.id)) AS visit`;

const COLUMNS =
  'holder, user_task_id, case_id, unit_id, due, due_on, tone, process_key, element_id, sight, audience, is_first';

const refresh = (columns: string): string => `
  CREATE OR REPLACE FUNCTION refresh_inbox(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    WITH gone AS (DELETE FROM inbox_entry WHERE user_task_id = ANY (ids) RETURNING audience, sight, due_on, tone, is_first)
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, -count(*) FROM gone WHERE is_first GROUP BY 1, 2, 3, 4;
    WITH fresh AS (
      INSERT INTO inbox_entry (${columns}) SELECT ${columns} FROM inbox_expected WHERE user_task_id = ANY (ids)
      RETURNING user_task_id, holder, audience, sight, due_on, tone, is_first
    ), several AS (
      INSERT INTO inbox_audience (holder, audience)
      SELECT DISTINCT holder, audience FROM fresh WHERE user_task_id IN (SELECT user_task_id FROM fresh WHERE NOT is_first)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING
    )
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, count(*) FROM fresh WHERE is_first GROUP BY 1, 2, 3, 4;
  END $$;
`;

const ENTRY = `
  ALTER TABLE inbox_entry
    -- What the case is found by.
    ADD COLUMN text text,
    -- Who may claim it, 'unit:position' a line; NULL where nobody may.
    ADD COLUMN candidates text,
    -- The how-manieth time its case has come to the step.
    ADD COLUMN visit integer;
  UPDATE inbox_entry e SET text = x.text, candidates = x.candidates, visit = x.visit
    FROM inbox_expected x WHERE x.user_task_id = e.user_task_id AND x.holder = e.holder;
  ALTER TABLE inbox_entry ALTER COLUMN text SET NOT NULL, ALTER COLUMN visit SET NOT NULL;
`;

/** Of the few steps done in somebody's name: whether a case has one is asked for every row of a list. */
const IN_NAME = `
  CREATE INDEX command_in_name_of_case ON command (case_id)
    WHERE kind = 'CompleteUserTask' AND body -> 'onBehalfOf' <> '[]';
`;

/**
 * What a list of open tasks is searched in and shows of every row stands in the entry: looking it up elsewhere cost a page more
 * than finding its rows. A case's text is written with the case, and neither ever changes.
 */
export class SearchText1765001320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const parts = [CASE_TEXT, 'DROP VIEW inbox_expected', view(SHOWN), ENTRY, IN_NAME];
    for (const part of [...parts, refresh(`${COLUMNS}, text, candidates, visit`)]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const entry =
      'ALTER TABLE inbox_entry DROP COLUMN text, DROP COLUMN candidates, DROP COLUMN visit; DROP VIEW inbox_expected';
    const parts = [refresh(COLUMNS), entry, view(''), CASE_TEXT_DOWN, CASE_TEXT_GONE];
    for (const part of [...parts, 'DROP INDEX command_in_name_of_case']) await runner.query(part);
  }
}
