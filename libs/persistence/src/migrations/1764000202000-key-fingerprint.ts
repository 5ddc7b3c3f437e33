import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- By what the database knows the keys of its installation again; no key can be worked out from it.
  CREATE TABLE key_fingerprint (
    -- payload:<id>, session, service:<town>:<id>.
    name text PRIMARY KEY,
    fingerprint text NOT NULL,
    known_since timestamptz NOT NULL DEFAULT now()
  );
  GRANT SELECT, INSERT ON key_fingerprint TO wuqing_api, wuqing_worker;
`;

const DOWN = `
  DROP TABLE key_fingerprint;
`;

/** Lost keys are missed at the start, and not made anew in silence. */
export class KeyFingerprint1764000202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
