import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What somebody wrote on the town's page of complaints; the case that it began is handled from its first step on.
  CREATE TABLE public_complaint (
    -- The id of the command that began the case.
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL UNIQUE REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    -- Asked before anything else; of those whom a higher level manages nothing is taken here.
    about_level text NOT NULL CHECK (about_level IN ('不涉及人员', '镇管')),
    request text NOT NULL,
    facts text NOT NULL,
    -- Told to whoever registers it alone; in no command, journal or audit. Nobody where it is anonymous.
    names text[] NOT NULL CHECK (cardinality(names) <= 5),
    contact text,
    -- HMAC of the code that the complainant was given; the code itself is nowhere.
    code_hash text NOT NULL UNIQUE,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX public_complaint_received ON public_complaint (received_at);
  GRANT SELECT, INSERT ON public_complaint TO wuqing_api;
  GRANT SELECT ON public_complaint TO wuqing_worker;

  ALTER TABLE objection_photo
    ALTER COLUMN objection_id DROP NOT NULL,
    ADD COLUMN complaint_id uuid REFERENCES public_complaint,
    ADD CONSTRAINT objection_photo_of_one CHECK (num_nonnulls(objection_id, complaint_id) = 1),
    ADD CONSTRAINT objection_photo_complaint_place UNIQUE (complaint_id, place);
`;

const DOWN = `
  DELETE FROM objection_photo WHERE complaint_id IS NOT NULL;
  ALTER TABLE objection_photo DROP COLUMN complaint_id, ALTER COLUMN objection_id SET NOT NULL;
  DROP TABLE public_complaint;
`;

/** A complaint may come without an account. */
export class PublicComplaint1765001820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
