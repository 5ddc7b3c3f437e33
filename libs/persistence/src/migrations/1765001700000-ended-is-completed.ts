import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `counts`: whether an ended case is counted among those of its month. */
const tallyEnded = (counts: string): string => `
  CREATE OR REPLACE FUNCTION tally_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE late boolean := case_term_was_broken(NEW.id);
  BEGIN
    UPDATE process_instance SET ended_late = late WHERE id = NEW.id;
    PERFORM tally_case(NEW, DATE '-infinity', 0, 0, 0, -1);
    IF ${counts} THEN PERFORM tally_case(NEW, case_month(NEW.ended_at), 0, 1, late::integer, 0); END IF;
    RETURN NULL;
  END $$;`;

/** Takes what was broken off out of the months in which it ended, or puts it back. */
const broken = (sign: '+' | '-'): string => `
  INSERT INTO case_tally AS t (unit_id, process_key, run_key, definition_checksum, callers, call_path, month, ended, ended_late)
  SELECT c.unit_id, c.process_key,
    c.definition_checksum || '|' || array_to_string(c.callers, ',') || '|' || coalesce(regexp_replace(c.call_key, '#[^#]*$', ''), ''),
    c.definition_checksum, c.callers, regexp_replace(c.call_key, '#[^#]*$', ''), case_month(c.ended_at),
    ${sign}count(*), ${sign}count(*) FILTER (WHERE c.ended_late)
  FROM process_instance c WHERE c.ended_at IS NOT NULL AND c.status = 'terminated' GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT (unit_id, process_key, run_key, month) DO UPDATE
    SET ended = t.ended + excluded.ended, ended_late = t.ended_late + excluded.ended_late;`;

const UP = `
  -- 办结 is what was completed: a case that was broken off kept no term and broke none.
  ${tallyEnded(`NEW.status = 'completed'`)}
  ${broken('-')}
`;
const DOWN = `
  ${tallyEnded('true')}
  ${broken('+')}
`;

/** Cases that were broken off are in neither side of the rate of those that ended in time. */
export class EndedIsCompleted1765001700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
