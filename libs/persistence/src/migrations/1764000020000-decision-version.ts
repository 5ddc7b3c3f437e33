import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE decision_version (
    id uuid PRIMARY KEY,
    -- The decision's id in its DMN file.
    key text NOT NULL,
    version integer NOT NULL,
    checksum text NOT NULL UNIQUE,
    name text NOT NULL,
    version_tag text,
    xml text NOT NULL,
    -- With everything that it requires.
    compiled jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'in-force', 'retired')),
    author text NOT NULL,
    approver text,
    effective_from timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (key, version)
  );
  CREATE UNIQUE INDEX decision_in_force ON decision_version (key) WHERE state = 'in-force';

  -- Versions of what the case calls, from this entry on; null: as before.
  ALTER TABLE journal_entry ADD COLUMN bindings jsonb;

  -- Names that expressions of a process read, or of any version of what it calls: only these may leave PostgreSQL.
  CREATE FUNCTION reads_of(compiled jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH RECURSIVE caller (compiled) AS (
      SELECT $1
      UNION
      SELECT d.compiled FROM caller, jsonb_path_query(caller.compiled, '$.nodes.*.calledProcess') AS called
      JOIN process_definition_version d ON d.key = called #>> '{}' AND d.state <> 'draft'
    ), names (name) AS (
      SELECT jsonb_array_elements(caller.compiled -> 'reads') FROM caller
      UNION
      SELECT jsonb_array_elements(d.compiled -> 'reads')
      FROM caller, jsonb_path_query(caller.compiled, '$.nodes.*.decision.decisionId') AS asked
      JOIN decision_version d ON d.key = asked #>> '{}' AND d.state <> 'draft'
    )
    SELECT coalesce(jsonb_agg(name), '[]') FROM names
  $$;

  GRANT SELECT ON decision_version TO wuqing_api, wuqing_worker;
  GRANT INSERT ON decision_version TO wuqing_api;
  GRANT UPDATE (state, approver, effective_from) ON decision_version TO wuqing_api;
`;

const DOWN = `
  DROP FUNCTION reads_of;
  ALTER TABLE journal_entry DROP COLUMN bindings;
  DROP TABLE decision_version;
`;

/** Immutable versions of decisions, and in the journal the versions that a case went by where it called. */
export class DecisionVersion1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
