import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- Kinds of ledgers (台账) as their files say them; a change is a higher version.
  CREATE TABLE ledger_kind (
    key text NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    content jsonb NOT NULL,
    checksum text NOT NULL,
    published_by text NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (key, version)
  );

  -- Every version of every row, each with the hash of the one before.
  CREATE TABLE ledger_row_version (
    row_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    ledger text NOT NULL,
    kind_version integer NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    row_key text NOT NULL,
    act text NOT NULL CHECK (act IN ('enter', 'change', 'correct', 'end')),
    state text NOT NULL,
    is_over boolean NOT NULL,
    data jsonb NOT NULL,
    -- Of what is in data, for lists; not hashed.
    valid_from date,
    valid_to date,
    search_text text NOT NULL,
    -- First day on which it is no longer in force.
    ended_from date,
    reason text NOT NULL,
    actor_id text NOT NULL,
    confirmed_by text CHECK (confirmed_by <> actor_id),
    at timestamptz NOT NULL,
    -- The step that wrote it; NULL where it was written by hand.
    case_id uuid REFERENCES process_instance,
    command_id text,
    step text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (row_id, version),
    FOREIGN KEY (ledger, kind_version) REFERENCES ledger_kind,
    CHECK ((case_id IS NULL) = (command_id IS NULL) AND (case_id IS NULL) = (step IS NULL))
  );
  -- A step writes once, however often it is tried.
  CREATE UNIQUE INDEX ledger_row_version_step ON ledger_row_version (case_id, step) WHERE case_id IS NOT NULL;

  -- What stands: made of the versions by a trigger, and by nobody else.
  CREATE TABLE ledger_row (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    ledger text NOT NULL,
    kind_version integer NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    row_key text NOT NULL,
    state text NOT NULL,
    is_over boolean NOT NULL,
    data jsonb NOT NULL,
    valid_from date,
    valid_to date,
    ended_from date,
    words tsvector NOT NULL,
    recorded_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    -- Of the version that stands.
    case_id uuid REFERENCES process_instance,
    hash text NOT NULL
  );
  CREATE UNIQUE INDEX ledger_row_key ON ledger_row (ledger, row_key);
  CREATE INDEX ledger_row_unit ON ledger_row (ledger, unit_id, recorded_at DESC, id DESC);
  CREATE INDEX ledger_row_words ON ledger_row USING gin (words);
`;

const TRIGGERS = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Expected rows of % to stay as they were written', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER ledger_kind_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_kind
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER ledger_row_version_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_row_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE FUNCTION ledger_row_after_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE found_by tsvector := search_words_of(lower(normalize(NEW.search_text, NFKC)));
  BEGIN
    IF NEW.version = 1 THEN
      INSERT INTO ledger_row (id, version, ledger, kind_version, unit_id, row_key, state, is_over, data, valid_from, valid_to,
        ended_from, words, recorded_at, changed_at, case_id, hash)
      VALUES (NEW.row_id, 1, NEW.ledger, NEW.kind_version, NEW.unit_id, NEW.row_key, NEW.state, NEW.is_over, NEW.data,
        NEW.valid_from, NEW.valid_to, NEW.ended_from, found_by, NEW.at, NEW.at, NEW.case_id, NEW.hash);
      RETURN NULL;
    END IF;
    UPDATE ledger_row SET version = NEW.version, kind_version = NEW.kind_version, row_key = NEW.row_key, state = NEW.state,
      is_over = NEW.is_over, data = NEW.data, valid_from = NEW.valid_from, valid_to = NEW.valid_to,
      ended_from = NEW.ended_from, words = found_by, changed_at = NEW.at, case_id = NEW.case_id, hash = NEW.hash
    WHERE id = NEW.row_id AND version = NEW.version - 1 AND hash = NEW.previous_hash AND ledger = NEW.ledger
      AND unit_id = NEW.unit_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Expected version % of ledger row % to follow the version that stands', NEW.version, NEW.row_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION ledger_row_after_version FROM PUBLIC;
  CREATE TRIGGER ledger_row_stands AFTER INSERT ON ledger_row_version
    FOR EACH ROW EXECUTE FUNCTION ledger_row_after_version();
  CREATE TRIGGER ledger_row_made BEFORE INSERT OR UPDATE OR DELETE ON ledger_row
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
`;

const GRANTS = `
  GRANT SELECT ON ledger_kind, ledger_row TO wuqing_worker;
  GRANT SELECT, INSERT ON ledger_row_version TO wuqing_worker;
`;

const DOWN = `
  DROP TABLE ledger_row; DROP TABLE ledger_row_version; DROP TABLE ledger_kind;
  DROP FUNCTION ledger_row_after_version; DROP FUNCTION refuse_change;
`;

/** Ledgers: kinds, versions that nobody changes, and what stands. */
export class Ledger1765001300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
