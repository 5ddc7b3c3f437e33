import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- 函: what an office wrote to whom, to be answered by a day. It stands as it was issued, whatever becomes of its template.
  CREATE TABLE letter (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    kind text NOT NULL,
    from_unit_id uuid NOT NULL REFERENCES unit,
    to_unit_id uuid NOT NULL REFERENCES unit CHECK (to_unit_id <> from_unit_id),
    -- The letter that nobody answered; each has one next rung.
    follows_id uuid UNIQUE REFERENCES letter,
    matter text NOT NULL,
    paragraphs text[] NOT NULL,
    answer_by date NOT NULL,
    content_hash text NOT NULL,
    code text NOT NULL UNIQUE,
    issued_by uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    issued_at timestamptz NOT NULL
  );
  CREATE INDEX letter_issued ON letter (from_unit_id, issued_at DESC, id DESC);
  CREATE INDEX letter_received ON letter (to_unit_id, issued_at DESC, id DESC);

  CREATE TABLE letter_answer (
    letter_id uuid PRIMARY KEY REFERENCES letter,
    text text NOT NULL,
    answered_by uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    answered_at timestamptz NOT NULL
  );
`;

const TRIGGERS = `
  ${['letter', 'letter_answer']
    .map(
      (table) => `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
    )
    .join('\n  ')}

  -- Nobody answers what he issued.
  CREATE FUNCTION letter_answered_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM letter l WHERE l.id = NEW.letter_id AND l.issued_by = NEW.answered_by) THEN
      RAISE EXCEPTION 'Expected letter % to be answered by another person than its issuer', NEW.letter_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER letter_answered_by_another BEFORE INSERT ON letter_answer
    FOR EACH ROW EXECUTE FUNCTION letter_answered_by_another();
`;

const GRANTS = 'GRANT SELECT, INSERT ON letter, letter_answer TO wuqing_api';
const DOWN = 'DROP TABLE letter_answer; DROP FUNCTION letter_answered_by_another; DROP TABLE letter;';

/** Letters are issued under a number, answered once, and never changed. */
export class Letter1765001721000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
