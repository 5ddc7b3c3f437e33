import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLOCK, SHOWN, view } from './1765001711000-inbox-shown.js';

const COLUMNS = `
  ALTER TABLE process_instance
    -- Whom the list of the case's circle names today: who may know of it, and to whom there is no such case.
    ADD COLUMN need_to_know uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN barred_person_ids uuid[] NOT NULL DEFAULT '{}',
    -- Offices and town that a step was ever addressed to.
    ADD COLUMN handled_unit_ids uuid[] NOT NULL DEFAULT '{}';
  UPDATE process_instance c SET handled_unit_ids = handled.ids FROM (
    SELECT t.case_id, array_agg(DISTINCT d.unit_id) AS ids FROM user_task t JOIN user_task_candidate d ON d.user_task_id = t.id
    WHERE d.unit_id <> t.unit_id GROUP BY 1) handled WHERE handled.case_id = c.id;
  CREATE INDEX process_instance_barred ON process_instance USING gin (barred_person_ids) WHERE barred_person_ids <> '{}';
`;

const TABLES = `
  -- 知情范围: who came into the circle of a case or left it, why, by whom and by which step. All cases that call each other have one
  -- list: that of their root.
  CREATE TABLE circle_entry (
    id uuid PRIMARY KEY,
    place bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    side text NOT NULL CHECK (side IN ('knowing', 'barred')),
    act text NOT NULL CHECK (act IN ('enter', 'leave')),
    person_id uuid NOT NULL REFERENCES person,
    ground text NOT NULL CHECK (CASE side WHEN 'knowing' THEN ground IN ('starter', 'handler', 'listed', 'admitted')
      ELSE ground IN ('accused', 'relative', 'subordinate', 'recused') END),
    reason text NOT NULL CHECK (reason <> ''),
    entered_by text NOT NULL,
    at timestamptz NOT NULL,
    -- Where the process wrote it: the step, as its case's journal names it, and the command.
    element_key text,
    command_id text
  );
  CREATE INDEX circle_entry_case ON circle_entry (case_id, place);

  -- Who looked at a case at level N: once a person a day.
  CREATE TABLE circle_look (
    case_id uuid NOT NULL REFERENCES process_instance,
    person_id uuid NOT NULL REFERENCES person,
    day date NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    at timestamptz NOT NULL,
    PRIMARY KEY (case_id, person_id, day)
  );
`;

const KEPT = ['circle_entry', 'circle_look'];

const TRIGGERS = `
  ${KEPT.map(
    (table) => `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  ).join('\n  ')}

  -- Those who stand on a side of a case: the last entry of each person says so.
  CREATE FUNCTION circle_of(of_case uuid, of_side text) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(person_id ORDER BY first_place), '{}') FROM (
      SELECT DISTINCT ON (person_id) person_id, act, min(place) OVER (PARTITION BY person_id) AS first_place
      FROM circle_entry WHERE case_id = of_case AND side = of_side ORDER BY person_id, place DESC) last WHERE act = 'enter'
  $$;

  CREATE FUNCTION keep_circle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE process_instance c SET need_to_know = circle.knowing, barred_person_ids = circle.barred
    FROM (SELECT case_id, circle_of(case_id, 'knowing') AS knowing, circle_of(case_id, 'barred') AS barred
      FROM (SELECT DISTINCT case_id FROM written) one) circle
    WHERE c.id = circle.case_id OR c.root_id = circle.case_id;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION keep_circle FROM PUBLIC;
  CREATE TRIGGER circle_kept AFTER INSERT ON circle_entry REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION keep_circle();

  CREATE TRIGGER inbox_circle_changed AFTER UPDATE OF need_to_know, barred_person_ids ON process_instance FOR EACH ROW
    WHEN ((OLD.need_to_know, OLD.barred_person_ids) IS DISTINCT FROM (NEW.need_to_know, NEW.barred_person_ids))
    EXECUTE FUNCTION inbox_after_case();
`;

const GRANTS = `
  GRANT INSERT ON circle_entry TO wuqing_worker;
  GRANT SELECT, INSERT ON circle_entry, circle_look TO wuqing_api;
`;

const IS_PLAIN = `c.need_to_know = '{}' AND c.barred_person_ids = '{}'`;

/** Behind all else, and only where there is anybody: what is shown of every other case stays as it is. */
export const WITH_CIRCLE = `${SHOWN.replace(/, json_build_object\(/, ', left(json_build_object(').replace(/\)::text AS shown$/, ')::text, -1)')}
        || CASE WHEN ${IS_PLAIN} THEN '}' ELSE ', "needToKnow" : ' || array_to_json(c.need_to_know)
          || ', "barredPersonIds" : ' || array_to_json(c.barred_person_ids) || '}' END AS shown`;

/** Of a case with a circle one answer does not hold for all that waits at the step: its sight names the case. */
export const NAMED = `, CASE WHEN NOT (${IS_PLAIN}) THEN 'case:' || c.id END`;

const DOWN = `
  DROP TRIGGER inbox_circle_changed ON process_instance;
  DROP TABLE circle_look; DROP TABLE circle_entry;
  DROP FUNCTION keep_circle; DROP FUNCTION circle_of;
  DROP INDEX process_instance_barred;
`;

const REFRESH = `SELECT refresh_inbox(ids) FROM (SELECT array_agg(DISTINCT e.user_task_id) AS ids FROM inbox_entry e
    JOIN process_instance c ON c.id = e.case_id WHERE NOT (${IS_PLAIN})) walled WHERE ids IS NOT NULL;`;

/** Who may know of a case by name and who is barred from it, kept on its row, so that no list looks it up. */
export class CaseCircle1765001965000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, view(CLOCK, WITH_CIRCLE, NAMED), TABLES, TRIGGERS, GRANTS])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view(CLOCK, SHOWN));
    for (const part of [
      REFRESH,
      DOWN,
      'ALTER TABLE process_instance DROP COLUMN need_to_know, DROP COLUMN barred_person_ids, DROP COLUMN handled_unit_ids',
    ])
      await runner.query(part);
  }
}
