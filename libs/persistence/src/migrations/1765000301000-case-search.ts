import { initialsOf } from '@wuqing/search-words';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What else a case is found by beside its title and number: the initials of their pinyin, who opened it.
  ALTER TABLE process_instance ADD COLUMN search_words text NOT NULL DEFAULT '';

  CREATE TABLE case_search (
    case_id uuid PRIMARY KEY REFERENCES process_instance,
    unit_id uuid NOT NULL,
    -- Title, number and words in one form.
    text text NOT NULL,
    -- The beginnings of all that is behind some sign of it: any part of it is the beginning of one of them.
    words tsvector NOT NULL
  );

  CREATE FUNCTION search_words_of(text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  DECLARE word text; found text[] := '{}';
  BEGIN
    FOREACH word IN ARRAY string_to_array(text, ' ') LOOP
      FOR at IN 1 .. length(word) LOOP found := found || substr(word, at, 12); END LOOP;
    END LOOP;
    RETURN array_to_tsvector(found);
  END $$;

  CREATE FUNCTION case_search_after_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE found_by text;
  BEGIN
    found_by := lower(normalize(concat_ws(' ', NEW.title, NEW.number, coalesce(nullif(NEW.search_words, ''),
      (SELECT search_words FROM process_instance WHERE id = NEW.root_id))), NFKC));
    INSERT INTO case_search (case_id, unit_id, text, words) VALUES (NEW.id, NEW.unit_id, found_by, search_words_of(found_by));
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION case_search_after_case FROM PUBLIC;
  CREATE TRIGGER case_search_opened AFTER INSERT ON process_instance FOR EACH ROW EXECUTE FUNCTION case_search_after_case();
`;

const FILL = `
  INSERT INTO case_search (case_id, unit_id, text, words)
  SELECT id, unit_id, found_by, search_words_of(found_by) FROM process_instance,
    LATERAL (SELECT lower(normalize(concat_ws(' ', title, number, search_words), NFKC)) AS found_by) f;
  CREATE INDEX case_search_words ON case_search USING gin (words);
  GRANT SELECT ON case_search TO wuqing_api;
`;

const DOWN = `
  DROP TRIGGER case_search_opened ON process_instance; DROP FUNCTION case_search_after_case;
  DROP TABLE case_search; DROP FUNCTION search_words_of; ALTER TABLE process_instance DROP COLUMN search_words;
`;

const CASES_AT_ONCE = 1_000;

/** A case is found by any part of its title and number, and by the initials of its pinyin. */
export class CaseSearch1765000301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await initialsOfKnown(runner);
    await runner.query(FILL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

async function initialsOfKnown(runner: QueryRunner): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const cases = (await runner.query(
      'SELECT id, title FROM process_instance WHERE id > $1 ORDER BY id LIMIT $2',
      [last, CASES_AT_ONCE],
    )) as { id: string; title: string }[];
    if (cases.length === 0) return;
    const rows = cases.map(({ id, title }) => ({ id, words: initialsOf(title) }));
    await runner.query(
      `UPDATE process_instance c SET search_words = t.words
       FROM jsonb_to_recordset($1) AS t (id uuid, words text) WHERE c.id = t.id`,
      [JSON.stringify(rows)],
    );
    last = cases.at(-1)!.id;
  }
}
