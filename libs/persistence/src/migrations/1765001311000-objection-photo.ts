import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What a villager has put to an objection beside its words. Its bytes lie in the storage of files, under its id; nothing of what
  -- the camera said is kept, here or there.
  CREATE TABLE objection_photo (
    id uuid PRIMARY KEY,
    objection_id uuid NOT NULL REFERENCES public_objection,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    place smallint NOT NULL CHECK (place BETWEEN 0 AND 9),
    media_type text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    UNIQUE (objection_id, place)
  );
  GRANT SELECT, INSERT ON objection_photo TO wuqing_api;
  GRANT SELECT ON objection_photo TO wuqing_worker;
`;

const DOWN = `DROP TABLE objection_photo;`;

/** An objection may have photos. */
export class ObjectionPhoto1765001311000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
