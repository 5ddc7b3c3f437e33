import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What an entry's hash covers (libs/audit): 1, the entry's own links; 2, all of it, and the rows that were written with it.
  ALTER TABLE audit_entry
    ADD COLUMN format smallint NOT NULL DEFAULT 1 CHECK (format IN (1, 2)),
    -- Those rows: [{kind, id, hash}].
    ADD COLUMN parts jsonb NOT NULL DEFAULT '[]';
  ALTER TABLE audit_entry ALTER format DROP DEFAULT, ALTER parts DROP DEFAULT;

  -- Once a day the heads of all chains that have moved, chained to the day before; a file of each is kept elsewhere.
  CREATE TABLE audit_anchor (
    number integer PRIMARY KEY CHECK (number > 0),
    day date NOT NULL UNIQUE,
    made_at timestamptz NOT NULL,
    previous_hash text NOT NULL UNIQUE,
    hash text NOT NULL,
    -- When all chains were held against it, and against those before; how far, by the cases' ids; how many of them are broken.
    checked_at timestamptz,
    checked_through uuid,
    broken_chains integer NOT NULL DEFAULT 0
  );
  -- No reference to the case: it tells of it even where somebody has taken the case away.
  CREATE TABLE audit_anchor_head (
    case_id uuid NOT NULL,
    seq integer NOT NULL,
    head text NOT NULL,
    anchor integer NOT NULL REFERENCES audit_anchor,
    PRIMARY KEY (case_id, seq)
  );
  CREATE INDEX audit_anchor_head_anchor ON audit_anchor_head (anchor);

  GRANT SELECT ON audit_anchor, audit_anchor_head TO wuqing_api;
  GRANT SELECT, INSERT ON audit_anchor, audit_anchor_head TO wuqing_worker;
  GRANT SELECT ON supervision_order TO wuqing_worker;
  GRANT UPDATE (checked_at, checked_through, broken_chains) ON audit_anchor TO wuqing_worker;

  -- What has been submitted stays what it is, whoever uploads or sweeps.
  CREATE FUNCTION refuse_change_of_submitted_file() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    RAISE EXCEPTION 'Expected stored_file % to stay as it is: file_binding or objection_photo names it', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END $$;
  CREATE TRIGGER submitted_file_is_kept BEFORE DELETE ON stored_file
    FOR EACH ROW WHEN (OLD.is_bound) EXECUTE FUNCTION refuse_change_of_submitted_file();
  CREATE TRIGGER submitted_file_is_unchanged BEFORE UPDATE ON stored_file
    FOR EACH ROW WHEN (OLD.is_bound AND
      (OLD.id, OLD.case_id, OLD.unit_id, OLD.user_task_id, OLD.owner_id, OLD.state, OLD.name, OLD.media_type, OLD.bytes, OLD.sha256, OLD.is_bound)
      IS DISTINCT FROM
      (NEW.id, NEW.case_id, NEW.unit_id, NEW.user_task_id, NEW.owner_id, NEW.state, NEW.name, NEW.media_type, NEW.bytes, NEW.sha256, NEW.is_bound))
    EXECUTE FUNCTION refuse_change_of_submitted_file();
`;

const DOWN = `
  DROP TRIGGER submitted_file_is_unchanged ON stored_file; DROP TRIGGER submitted_file_is_kept ON stored_file;
  DROP FUNCTION refuse_change_of_submitted_file;
  REVOKE SELECT ON supervision_order FROM wuqing_worker;
  DROP TABLE audit_anchor_head; DROP TABLE audit_anchor;
  ALTER TABLE audit_entry DROP COLUMN parts, DROP COLUMN format;
`;

/** An audit entry answers for what was decided, and chains for each other's ends. */
export class Evidence1765001730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
