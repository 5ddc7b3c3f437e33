import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEVELS = `
  -- The strictest wall (T, N) that marks of these elements build, NULL where they build none; 'N' < 'T'.
  CREATE FUNCTION wall_marked(elements jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT min(level #>> '{}') FROM jsonb_path_query(elements,
      '$.extensions[*] ? (@.name == "confidential" && (@.attributes.level == "T" || @.attributes.level == "N")).attributes.level') AS level
  $$;

  -- How far a call activity closes what it calls: its own marks, and those of all that it is attached to or lies in. One that the file
  -- does not have (a migration gave it another id) closes as far as anything in it.
  CREATE FUNCTION wall_of_call(compiled jsonb, activity text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH RECURSIVE around (id) AS (
      SELECT activity UNION
      SELECT further.id FROM around, LATERAL (VALUES (compiled #>> ARRAY['nodes', around.id, 'attachedTo']),
        (compiled #>> ARRAY['nodes', around.id, 'scope'])) AS further (id) WHERE further.id IS NOT NULL)
    SELECT CASE WHEN compiled -> 'nodes' ? activity
      THEN (SELECT min(wall_marked(compiled #> ARRAY['nodes', id])) FROM around)
      ELSE (SELECT min(wall_marked(value)) FROM jsonb_each(compiled -> 'nodes')) END
  $$;

  -- Of a case that runs by this definition, called by these, the root's first, by the call activities of its key.
  CREATE FUNCTION wall_of_case(definition text, callers text[], call_key text) RETURNS text LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(wall) FROM (
      SELECT wall_marked(d.compiled) FROM process_definition_version d WHERE d.checksum = ANY (definition || callers)
      UNION ALL
      SELECT wall_of_call(d.compiled, activity)
      FROM unnest(callers, string_to_array(regexp_replace(call_key, '#[^#]*$', ''), '/')) AS caller (checksum, activity)
      JOIN process_definition_version d ON d.checksum = caller.checksum WHERE activity IS NOT NULL) AS built (wall)
  $$;
`;

const COLUMN = `
  ALTER TABLE process_instance
    -- How far the case as a whole is closed, beyond what every official of the unit reads: NULL, or level T or N.
    ADD COLUMN wall text CHECK (wall IN ('T', 'N'));
  UPDATE process_instance c SET wall = built.wall
  FROM (SELECT definition_checksum, callers, path, wall_of_case(definition_checksum, callers, path) AS wall
    FROM (SELECT DISTINCT definition_checksum, callers, regexp_replace(call_key, '#[^#]*$', '') AS path FROM process_instance) way) built
  WHERE built.wall IS NOT NULL AND c.definition_checksum = built.definition_checksum AND c.callers = built.callers
    AND regexp_replace(c.call_key, '#[^#]*$', '') IS NOT DISTINCT FROM built.path;

  CREATE FUNCTION wall_before_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.wall := wall_of_case(NEW.definition_checksum, NEW.callers, NEW.call_key);
    RETURN NEW;
  END $$;
  REVOKE EXECUTE ON FUNCTION wall_before_case FROM PUBLIC;
  CREATE TRIGGER wall_built BEFORE INSERT OR UPDATE OF definition_checksum, callers, call_key ON process_instance
    FOR EACH ROW EXECUTE FUNCTION wall_before_case();
`;

/** Parts of the API that read for everybody, and ask `access` or a code before they tell anything. */
const PARTS_BEYOND_WALLS = ['api', 'barred-sums', 'files', 'live', 'own-write', 'public-pages'];

const RULE = `
  -- Whether the session's part of the system is one that works for all.
  CREATE FUNCTION works_beyond_walls() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(current_setting('app.part', true) = ANY ('{${PARTS_BEYOND_WALLS.join(',')}}'), false)
  $$;

  -- Whether the session's person may know of a case with a wall or with somebody barred. The same as access says of case.read, and
  -- asked again behind it. Nobody where no person is set.
  CREATE FUNCTION knows_case(c process_instance) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE
    session jsonb := nullif(current_setting('app.person', true), '')::jsonb;
    person uuid := session ->> 'id';
    seats jsonb;
  BEGIN
    IF person IS NULL OR person = ANY (c.barred_person_ids) THEN RETURN false; END IF;
    IF c.wall IS NULL THEN RETURN true; END IF;
    -- Who begins a case reads back what he wrote, until its process has said who knows of it.
    IF c.started_by = person::text AND c.journal_position = 0 THEN RETURN true; END IF;
    IF c.wall = 'N' THEN RETURN person = ANY (c.need_to_know); END IF;
    -- Without the seats in which he stands in for somebody who is barred.
    SELECT coalesce(jsonb_agg(seat), '[]') INTO seats FROM jsonb_array_elements(session -> 'seats') AS seat
      WHERE (seat ->> 'for') IS NULL OR (seat ->> 'for')::uuid <> ALL (c.barred_person_ids);
    RETURN EXISTS (SELECT 1 FROM jsonb_to_recordset(seats) AS seat (unit uuid, handles boolean) WHERE handles AND unit = ANY (c.handled_unit_ids))
      OR EXISTS (
        WITH RECURSIVE above (id) AS (
          SELECT c.unit_id UNION SELECT u.parent_id FROM above JOIN unit u ON u.id = above.id WHERE u.parent_id IS NOT NULL)
        SELECT 1 FROM jsonb_to_recordset(seats) AS seat (watches uuid) JOIN above ON above.id = watches)
      OR EXISTS (
        SELECT 1 FROM user_task t WHERE t.case_id = c.id AND t.state = 'open' AND (t.assignee_id = person OR EXISTS (
          SELECT 1 FROM user_task_candidate d JOIN jsonb_to_recordset(seats) AS seat (unit uuid, position text)
            ON d.unit_id = seat.unit AND d.position_key = seat.position WHERE d.user_task_id = t.id)));
  END $$;
`;

const CASES = `
  ALTER TABLE process_instance ENABLE ROW LEVEL SECURITY;
  CREATE POLICY walls ON process_instance TO wuqing_api
    USING ((wall IS NULL AND barred_person_ids = '{}') OR (SELECT works_beyond_walls()) OR knows_case(process_instance)) WITH CHECK (true);
  CREATE POLICY engine ON process_instance TO wuqing_worker USING (true) WITH CHECK (true);
`;

/** Rows of a register have readers of their own, whichever case wrote them. */
const OUTSIDE_CASES = ['ledger_row', 'ledger_row_version'];

/** Every table whose rows say to which case they belong: they are as open as it. */
const TABLES = `
  SELECT c.relname AS name, a.attnotnull AS "isOfCase" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
    AND has_any_column_privilege('wuqing_api', c.oid, 'SELECT') AND c.relname <> 'case_search' ORDER BY 1`;

interface TableOfCases {
  readonly name: string;
  readonly isOfCase: boolean;
}

/** Of every table that has them: rows are as open to the API as their case, and all open to the worker. For later tables too. */
export const wallsOn = ({ name, isOfCase }: TableOfCases): string => `
  ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY walls ON ${name} TO wuqing_api
    USING ((SELECT works_beyond_walls()) ${isOfCase ? '' : 'OR case_id IS NULL '}OR EXISTS (SELECT 1 FROM process_instance c WHERE c.id = case_id))
    WITH CHECK (true);
  CREATE POLICY engine ON ${name} TO wuqing_worker USING (true) WITH CHECK (true);`;

const wallsOff = (name: string): string => `
  DROP POLICY walls ON ${name}; DROP POLICY engine ON ${name}; ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY;`;

/**
 * The lists of the inbox ask for many heaps of it in one statement, which is planned at each request: where each of them looks its cases
 * up by a query of the policy's, that is forty milliseconds of planning. A function is not planned with them.
 */
const INBOX = `
  CREATE FUNCTION knows_case_of(id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER COST 1 SET search_path = public, pg_temp AS $$
  DECLARE c process_instance;
  BEGIN
    SELECT * INTO c FROM process_instance WHERE process_instance.id = knows_case_of.id;
    RETURN (c.wall IS NULL AND c.barred_person_ids = '{}') OR knows_case(c);
  END $$;
  ALTER POLICY walls ON inbox_entry USING ((SELECT works_beyond_walls()) OR knows_case_of(case_id));
`;

/** What one has sent is one's own, also where the act has closed the case to its sender: a retry finds it, and is not another act. */
const OWN_COMMANDS = `
  CREATE FUNCTION person_of_session() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.person', true), '')::jsonb ->> 'id'
  $$;
  CREATE POLICY own ON command FOR SELECT TO wuqing_api USING (actor_id = (SELECT person_of_session()));
`;

/**
 * The index of words cannot be asked behind a policy (its operator may tell what it is asked, says PostgreSQL). So the API asks a view
 * of its owner's, which has ids alone, and only of what may be known.
 */
const SEARCH = `
  CREATE VIEW case_found AS SELECT s.case_id, s.words FROM case_search s JOIN process_instance c ON c.id = s.case_id
    WHERE (c.wall IS NULL AND c.barred_person_ids = '{}') OR (SELECT works_beyond_walls()) OR knows_case(c);
  REVOKE SELECT ON case_search FROM wuqing_api;
  GRANT SELECT ON case_found TO wuqing_api;
`;

const DOWN = `
  DROP VIEW case_found; GRANT SELECT ON case_search TO wuqing_api;
  ${wallsOff('process_instance')}
  DROP FUNCTION knows_case_of; DROP FUNCTION knows_case; DROP FUNCTION works_beyond_walls;
  DROP TRIGGER wall_built ON process_instance; DROP FUNCTION wall_before_case;
  ALTER TABLE process_instance DROP COLUMN wall;
  DROP FUNCTION wall_of_case; DROP FUNCTION wall_of_call; DROP FUNCTION wall_marked;
`;

/** A second wall behind `access`: the API's role reads no row of a case of which the session's person may not know (ADR 57). */
export class CaseWalls1765002000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LEVELS, COLUMN, RULE, CASES]) await runner.query(part);
    for (const table of await tablesOfCases(runner)) await runner.query(wallsOn(table));
    await runner.query(INBOX);
    await runner.query(OWN_COMMANDS);
    await runner.query(SEARCH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY own ON command; DROP FUNCTION person_of_session;');
    for (const { name } of await tablesOfCases(runner)) await runner.query(wallsOff(name));
    await runner.query(DOWN);
  }
}

const tablesOfCases = (runner: QueryRunner): Promise<TableOfCases[]> =>
  runner.query(TABLES, [OUTSIDE_CASES]) as Promise<TableOfCases[]>;
