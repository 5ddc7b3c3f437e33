import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Of a called process's case: the visit of the call activity in the root's process instance, in which it runs.
  ALTER TABLE process_instance ADD COLUMN call_key text;
  -- Definitions of its callers, the root's first: whoever may not know of their cases may not know of this one.
  ALTER TABLE process_instance ADD COLUMN callers text[] NOT NULL DEFAULT '{}';
  ALTER TABLE process_instance ADD CHECK ((root_id IS NULL) = (call_key IS NULL) AND (root_id IS NULL) = (parent_id IS NULL));
  CREATE UNIQUE INDEX process_instance_call ON process_instance (root_id, call_key) WHERE root_id IS NOT NULL;
  CREATE INDEX process_instance_parent ON process_instance (parent_id) WHERE parent_id IS NOT NULL;

  -- Whether one of these definitions is at level T or N.
  CREATE FUNCTION is_walled_by(checksums text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(bool_or(is_walled(d.compiled)), false) FROM process_definition_version d WHERE d.checksum = ANY ($1)
  $$;
`;

const DOWN = `
  DROP FUNCTION is_walled_by;
  DROP INDEX process_instance_parent; DROP INDEX process_instance_call;
  ALTER TABLE process_instance DROP COLUMN callers; ALTER TABLE process_instance DROP COLUMN call_key;
`;

/** A called process has a case of its own, which knows its callers and where in the root's instance it runs. */
export class CalledCase1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
