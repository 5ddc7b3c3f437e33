import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE form_version (
    checksum text PRIMARY KEY,
    key text NOT NULL,
    title text NOT NULL,
    schema jsonb NOT NULL,
    ui jsonb NOT NULL
  );

  CREATE TABLE process_definition_version (
    id uuid PRIMARY KEY,
    key text NOT NULL,
    version integer NOT NULL,
    checksum text NOT NULL UNIQUE,
    name text NOT NULL,
    xml text NOT NULL,
    compiled jsonb NOT NULL,
    -- Form key to checksum.
    forms jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'in-force', 'retired')),
    author text NOT NULL,
    approver text,
    effective_from timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (key, version)
  );
  CREATE UNIQUE INDEX process_definition_in_force ON process_definition_version (key) WHERE state = 'in-force';

  CREATE TABLE calendar_version (
    version integer PRIMARY KEY,
    content jsonb NOT NULL,
    source text NOT NULL,
    loaded_at timestamptz NOT NULL
  );
`;

const DOWN = `
  DROP TABLE calendar_version; DROP TABLE process_definition_version; DROP TABLE form_version;
`;

/** Immutable versions of process definitions, and the forms they name, stored by content. */
export class ProcessDefinition1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
