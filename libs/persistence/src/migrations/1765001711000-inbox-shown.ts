import type { MigrationInterface, QueryRunner } from 'typeorm';

const MOMENT = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}';

export const msOf = (moment: string): string => `floor(date_part('epoch', ${moment}) * 1000 + 0.0005)`;

export const FACTS = `(SELECT string_agg(concat_ws(E'\\x1f', date_part('epoch', f.stated_at), f.field, translate(f.title, E'\\x1e\\x1f', ''),
        f.level, f.element_id, f.definition_checksum, f.amount_fen), E'\\x1e' ORDER BY f.field) FROM case_fact f WHERE f.case_id = t.case_id)`;

/** What a list shows of a task, its case and its most urgent clock, under the names of the list's rows. */
export const SHOWN = `, k.id AS clock_id, json_build_object('caseNumber', c.number, 'caseTitle', c.title, 'processKey', c.process_key,
        'definitionChecksum', coalesce(t.definition_checksum, c.definition_checksum), 'callers', nullif(c.callers, '{}'),
        'callKey', c.call_key, 'clockOffsetMs', c.clock_offset_ms, 'unitId', t.unit_id, 'elementId', t.element_id, 'name', t.name,
        'formKey', t.form_key, 'state', t.state, 'assigneeId', t.assignee_id, 'rowVersion', t.row_version,
        'createdAt', ${msOf('t.created_at')}, 'endedAt', t.ended_at, 'clockId', k.id, 'clockName', k.name, 'unconfirmed', k.policy -> 'unconfirmed',
        'dueOn', k.due_on, 'provisional', k.provisional, 'instants', k.instants, 'clockState', k.state,
        'breachedAt', ${msOf('k.breached_at')}, 'stoppedAt', ${msOf('k.stopped_at')}, 'facts', ${FACTS})::text AS shown`;

/** `named`: what a sight says behind the place in the drawing. */
export const view = (clock: string, shown: string, named = ''): string => `
  DROP VIEW inbox_expected;
  CREATE VIEW inbox_expected AS
    SELECT own.holder, t.id AS user_task_id, t.case_id, t.unit_id, d.due,
      CASE WHEN isfinite(d.due) THEN ((d.due - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai')::date ELSE 'infinity' END AS due_on,
      CASE WHEN k.id IS NULL THEN 'none' WHEN k.state = 'paused' THEN 'paused' WHEN k.state = 'stopped' THEN 'ok'
        WHEN has_fired(k.instants, k.next_index, 'due') THEN 'late'
        WHEN k.breached_at IS NOT NULL OR has_fired(k.instants, k.next_index, 'warn') THEN 'warn' ELSE 'ok' END AS tone,
      c.process_key, t.element_id,
      concat_ws(' ', coalesce(t.definition_checksum, c.definition_checksum), t.element_id,
        CASE WHEN c.call_key IS NOT NULL THEN array_to_string(c.callers, ',') || ' ' || regexp_replace(c.call_key, '#[^#]*$', '') END${named}) AS sight,
      inbox_audience_of(h.holders) AS audience, own.place = 1 AS is_first, h.holders,
      c.search_text AS text, nullif(array_to_string(o.candidates, E'\\n'), '') AS candidates,
      (SELECT count(*)::integer FROM user_task v WHERE v.case_id = t.case_id AND v.element_id = t.element_id
        AND (v.created_at, v.id) <= (t.created_at, t.id)) AS visit ${shown}
    FROM user_task t
    JOIN process_instance c ON c.id = t.case_id
    LEFT JOIN LATERAL (
      SELECT ${clock},
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

export const KEPT =
  'holder, user_task_id, case_id, unit_id, due, due_on, tone, process_key, element_id, sight, audience, is_first, text, candidates, visit';

/** A step that is over leaves the lists, and nothing is looked up for it. */
export const refresh = (columns: string, isOver: string): string => `
  CREATE OR REPLACE FUNCTION refresh_inbox(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  BEGIN
    WITH gone AS (DELETE FROM inbox_entry WHERE user_task_id = ANY (ids) RETURNING audience, sight, due_on, tone, is_first)
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, -count(*) FROM gone WHERE is_first GROUP BY 1, 2, 3, 4;
    ${isOver}
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

export const IS_OVER = `IF NOT EXISTS (SELECT FROM user_task WHERE id = ANY (ids) AND state = 'open') THEN RETURN; END IF;`;

export const retime = (columns: readonly string[]): string => `
  CREATE OR REPLACE FUNCTION retime_inbox(ids uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  BEGIN
    WITH changed AS (
      SELECT e.user_task_id, e.holder, e.is_first, e.audience, e.sight, e.due_on AS was_on, e.tone AS was, x.due_on,
        ${columns.map((column) => `x.${column}`).join(', ')}
      FROM inbox_entry e JOIN inbox_expected x USING (user_task_id, holder)
      WHERE e.user_task_id = ANY (ids) AND x.user_task_id = ANY (ids)
        AND (${columns.map((column) => `e.${column}`).join(', ')}) IS DISTINCT FROM (${columns.map((column) => `x.${column}`).join(', ')})
    ), written AS (
      UPDATE inbox_entry e SET due_on = c.due_on, ${columns.map((column) => `${column} = c.${column}`).join(', ')}
      FROM changed c WHERE e.user_task_id = c.user_task_id AND e.holder = c.holder
    )
    INSERT INTO inbox_count_change (audience, sight, due_on, tone, n)
    SELECT audience, sight, due_on, tone, sum(n) FROM (
      SELECT audience, sight, was_on AS due_on, was AS tone, -1 AS n FROM changed WHERE is_first
      UNION ALL SELECT audience, sight, due_on, tone, 1 FROM changed WHERE is_first) moved
    GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0;
  END $$;
`;

const ENTRY = `
  ALTER TABLE inbox_entry ADD COLUMN clock_id uuid, ADD COLUMN shown text;
  UPDATE inbox_entry e SET clock_id = x.clock_id, shown = x.shown
    FROM inbox_expected x WHERE x.user_task_id = e.user_task_id AND x.holder = e.holder;
  ALTER TABLE inbox_entry ALTER COLUMN shown SET NOT NULL;
`;

/** What a step states stands beside the title of the steps that are open then. */
const FACT = `
  CREATE FUNCTION inbox_after_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE ids uuid[];
  BEGIN
    SELECT array_agg(DISTINCT user_task_id) INTO ids FROM inbox_entry WHERE case_id = NEW.case_id;
    IF ids IS NOT NULL THEN PERFORM retime_inbox(ids); END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION inbox_after_fact FROM PUBLIC;
  CREATE TRIGGER inbox_fact_stated AFTER INSERT OR UPDATE ON case_fact FOR EACH ROW EXECUTE FUNCTION inbox_after_fact();
`;

const OLD_CLOCK = 'k.id, k.state, k.next_index, k.instants, k.breached_at';
export const CLOCK = `${OLD_CLOCK}, k.stopped_at, k.name, k.policy, k.due_on, k.provisional`;

/**
 * An entry of the inbox holds what is shown of it: a page looked up the task, the case, its figures and its clock for every row, which
 * took longer than finding the rows. How far a clock has gone is left to the clock: it moves without changing what is shown.
 */
export class InboxShown1765001711000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const functions = [
      refresh(`${KEPT}, clock_id, shown`, IS_OVER),
      retime(['due', 'tone', 'clock_id', 'shown']),
    ];
    for (const part of [view(CLOCK, SHOWN), ENTRY, ...functions, FACT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const fact = 'DROP TRIGGER inbox_fact_stated ON case_fact; DROP FUNCTION inbox_after_fact;';
    const entry = 'ALTER TABLE inbox_entry DROP COLUMN clock_id, DROP COLUMN shown;';
    const functions = [refresh(KEPT, ''), retime(['due', 'tone'])];
    for (const part of [fact, ...functions, view(OLD_CLOCK, ''), entry]) await runner.query(part);
    await runner.query('ALTER FUNCTION retime_inbox RESET plan_cache_mode');
  }
}
