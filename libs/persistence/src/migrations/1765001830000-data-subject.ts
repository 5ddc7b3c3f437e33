import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- A key of each person whose identity a case holds, wrapped under a master key that the database does not have. It is destroyed to
  -- erase him: what is sealed under it opens never again.
  CREATE TABLE data_subject_key (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    role text NOT NULL,
    n integer NOT NULL CHECK (n >= 0),
    wrapped text
  );
  CREATE UNIQUE INDEX data_subject_key_in_use ON data_subject_key (case_id, role, n) WHERE wrapped IS NOT NULL;

  -- By what a text of a person is found again, whole or not at all; goes with his key.
  CREATE TABLE identity_hash (
    subject_id uuid NOT NULL REFERENCES data_subject_key,
    field text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (subject_id, field, hash)
  );
  CREATE INDEX identity_hash_found ON identity_hash (hash);

  CREATE TABLE data_subject_erasure (
    subject_id uuid PRIMARY KEY REFERENCES data_subject_key,
    reason text NOT NULL,
    erased_by text NOT NULL,
    erased_at timestamptz NOT NULL
  );
  CREATE TRIGGER data_subject_erasure_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON data_subject_erasure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- Erasing is the owner's alone (npm run erase:person).
  GRANT SELECT, INSERT ON data_subject_key TO wuqing_api;
  GRANT INSERT ON identity_hash TO wuqing_api;
  -- Counted, so that keys that are gone are noticed; it has no master key to open them.
  GRANT SELECT ON data_subject_key TO wuqing_worker;
`;

const DOWN = 'DROP TABLE data_subject_erasure; DROP TABLE identity_hash; DROP TABLE data_subject_key;';

/** Persons whose identities cases hold have keys of their own. */
export class DataSubject1765001830000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
