import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURE =
  'FUNCTION place_deadlines(ids uuid[]) RETURNS void SECURITY DEFINER SET search_path = public, pg_temp';

const PLACE = `
    INSERT INTO deadline_place AS p (clock_id, case_id, unit_id, state, due)
    SELECT clock_id, case_id, unit_id, state, due FROM deadline_expected WHERE clock_id = ANY (ids)
    ON CONFLICT (clock_id) DO UPDATE SET state = excluded.state, due = excluded.due
      WHERE (p.state, p.due) IS DISTINCT FROM (excluded.state, excluded.due);
`;

const UP = `
  CREATE OR REPLACE ${SIGNATURE} SET plan_cache_mode = force_generic_plan LANGUAGE plpgsql AS $$ BEGIN ${PLACE} END $$;
  ALTER FUNCTION refresh_inbox SET plan_cache_mode = force_generic_plan;
`;

const DOWN = `
  ALTER FUNCTION refresh_inbox RESET plan_cache_mode;
  CREATE OR REPLACE ${SIGNATURE} LANGUAGE sql AS $$ ${PLACE} $$;
`;

/**
 * What every entry of a case does to the lists is planned once a connection. Both find their rows by id, however many, so that
 * a plan for these ids is the plan for all; making it anew took longer than the rows, twice a completion.
 */
export class PlannedOnce1765001710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
