import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATED = `
    SELECT s.case_id, s.unit_id, p.key AS field, coalesce(p.value ->> 'title', p.key) AS title,
      coalesce(p.value ->> 'x-reader', f.schema ->> 'x-reader', 'N') AS level, t.element_id, d.checksum AS definition_checksum,
      (s.data ->> p.key)::bigint AS amount_fen, s.submitted_at AS stated_at
    FROM submission s JOIN user_task t ON t.id = s.user_task_id JOIN process_instance c ON c.id = t.case_id
    JOIN process_definition_version d ON d.checksum = coalesce(t.definition_checksum, c.definition_checksum)
    JOIN form_version f ON f.checksum = d.forms ->> t.form_key
    CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(f.schema -> 'properties') WHEN 'object' THEN f.schema -> 'properties' ELSE '{}' END) p
    WHERE p.value @> '{"x-money": true}' AND jsonb_typeof(s.data -> p.key) = 'number' AND s.data ->> p.key ~ '^-?[0-9]{1,17}$'`;
const TAKE_NEWEST = `ON CONFLICT (case_id, field) DO UPDATE SET title = excluded.title, level = excluded.level,
      element_id = excluded.element_id, definition_checksum = excluded.definition_checksum, amount_fen = excluded.amount_fen,
      stated_at = excluded.stated_at`;

const UP = `
  -- Sums of money that the steps of a case have stated, the last of each field, with how far each is closed: what lists show of
  -- a case beside its title.
  CREATE TABLE case_fact (
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    field text NOT NULL,
    title text NOT NULL,
    level text NOT NULL,
    element_id text NOT NULL,
    definition_checksum text NOT NULL,
    amount_fen bigint NOT NULL,
    stated_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, field)
  );
  CREATE FUNCTION fact_after_submission() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO case_fact (case_id, unit_id, field, title, level, element_id, definition_checksum, amount_fen, stated_at)
    ${STATED} AND s.id = NEW.id ${TAKE_NEWEST};
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION fact_after_submission FROM PUBLIC;
  CREATE TRIGGER fact_stated AFTER INSERT ON submission FOR EACH ROW EXECUTE FUNCTION fact_after_submission();
  INSERT INTO case_fact (case_id, unit_id, field, title, level, element_id, definition_checksum, amount_fen, stated_at)
    SELECT DISTINCT ON (case_id, field) * FROM (${STATED}) stated ORDER BY case_id, field, stated_at DESC;
  GRANT SELECT ON case_fact TO wuqing_api;
`;

const DOWN = `
  DROP TRIGGER fact_stated ON submission; DROP FUNCTION fact_after_submission; DROP TABLE case_fact;
`;

/** The sum that a case is about stands beside its title. */
export class CaseFact1765000304000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
