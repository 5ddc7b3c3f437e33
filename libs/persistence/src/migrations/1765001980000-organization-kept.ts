import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What was changed of people and seats, by whom and why: seats say who held them on a day, this says who said so.
  CREATE TABLE organization_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES unit,
    person_id uuid NOT NULL REFERENCES person,
    actor_id text NOT NULL,
    kind text NOT NULL,
    body jsonb NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX organization_change_unit ON organization_change (unit_id, id);
  CREATE TRIGGER organization_change_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON organization_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE INDEX delegation_unit ON delegation (unit_id);
  CREATE INDEX kinship_other ON kinship (person_b_id);

  GRANT INSERT, SELECT ON organization_change TO wuqing_api;
  GRANT INSERT ON person, position, delegation, kinship TO wuqing_api;
  GRANT UPDATE (name, gender, birth_date) ON person TO wuqing_api;
  GRANT UPDATE (to_on) ON position, delegation TO wuqing_api;
  GRANT DELETE ON kinship TO wuqing_api;
`;

const DOWN = `
  REVOKE DELETE ON kinship FROM wuqing_api;
  REVOKE UPDATE (to_on) ON position, delegation FROM wuqing_api;
  REVOKE UPDATE (name, gender, birth_date) ON person FROM wuqing_api;
  REVOKE INSERT ON person, position, delegation, kinship FROM wuqing_api;
  DROP INDEX kinship_other; DROP INDEX delegation_unit;
  DROP TABLE organization_change;
`;

/** An administrator keeps people and seats. */
export class OrganizationKept1765001980000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
