import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE unit (
    id uuid PRIMARY KEY,
    parent_id uuid REFERENCES unit,
    kind text NOT NULL CHECK (kind IN ('town', 'office', 'general-branch', 'village')),
    code text NOT NULL,
    name text NOT NULL,
    figures jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX unit_parent ON unit (parent_id);

  CREATE TABLE person (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES unit,
    name text NOT NULL,
    gender text NOT NULL,
    birth_date date
  );
  CREATE INDEX person_unit ON person (unit_id);

  CREATE TABLE position (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    unit_id uuid NOT NULL REFERENCES unit,
    key text NOT NULL,
    from_on date NOT NULL,
    to_on date
  );
  CREATE INDEX position_person ON position (person_id);
  CREATE INDEX position_unit_key ON position (unit_id, key);

  CREATE TABLE delegation (
    id uuid PRIMARY KEY,
    from_person_id uuid NOT NULL REFERENCES person,
    to_person_id uuid NOT NULL REFERENCES person,
    unit_id uuid NOT NULL REFERENCES unit,
    scope text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL
  );

  CREATE TABLE kinship (
    person_a_id uuid NOT NULL REFERENCES person,
    person_b_id uuid NOT NULL REFERENCES person,
    relation text NOT NULL,
    PRIMARY KEY (person_a_id, person_b_id)
  );

  CREATE TABLE household (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES unit,
    head_person_id uuid NOT NULL REFERENCES person,
    members integer NOT NULL
  );

  CREATE TABLE assembly_authorization (
    id uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES unit,
    matter_types text[] NOT NULL,
    decided_on date NOT NULL,
    posted_on date NOT NULL,
    filed_on date NOT NULL,
    effective_from date NOT NULL,
    effective_to date NOT NULL
  );
  CREATE INDEX assembly_authorization_unit ON assembly_authorization (unit_id);

  CREATE TABLE account (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person,
    login text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL DEFAULT true,
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until timestamptz
  );

  CREATE TABLE session (
    token_hash text PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    csrf_token text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX session_account ON session (account_id);
`;

const DOWN = `
  DROP TABLE session; DROP TABLE account; DROP TABLE assembly_authorization; DROP TABLE household; DROP TABLE kinship;
  DROP TABLE delegation; DROP TABLE position; DROP TABLE person; DROP TABLE unit;
`;

/** Units, people, positions, kinship, authorizations of the village assembly, accounts and sessions. */
export class Organization1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
