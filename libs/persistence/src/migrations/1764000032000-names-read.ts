import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Kept beside the compiled process, which is large: most processes call nothing, and are not opened to learn that.
  ALTER TABLE process_definition_version
    ADD COLUMN own_reads jsonb NOT NULL GENERATED ALWAYS AS (coalesce(compiled -> 'reads', '[]')) STORED,
    ADD COLUMN calls boolean NOT NULL GENERATED ALWAYS AS (jsonb_path_exists(compiled,
      '$.nodes.* ? (exists (@.calledProcess) || exists (@.decision.decisionId))')) STORED;

  -- Names that expressions of a version read, or of any version of what it calls.
  CREATE FUNCTION names_read(version process_definition_version) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN version.calls THEN reads_of(version.compiled) ELSE version.own_reads END
  $$;
`;

const DOWN = `
  DROP FUNCTION names_read;
  ALTER TABLE process_definition_version DROP COLUMN calls, DROP COLUMN own_reads;
`;

/** Every completion asks which variables may leave PostgreSQL; it must not cost the reading of a whole definition. */
export class NamesRead1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
