import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Which files a draft names is written with it; a draft that goes, by whatever road, lets go of them.
  CREATE FUNCTION draft_lets_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM file_reference WHERE kind = 'draft' AND referrer = OLD.id::text;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION draft_lets_go FROM PUBLIC;
  CREATE TRIGGER draft_gone AFTER DELETE ON form_draft FOR EACH ROW EXECUTE FUNCTION draft_lets_go();

  GRANT DELETE ON file_reference TO wuqing_api;
`;

const DOWN = `
  REVOKE DELETE ON file_reference FROM wuqing_api;
  DROP TRIGGER draft_gone ON form_draft; DROP FUNCTION draft_lets_go;
  DELETE FROM file_reference WHERE kind = 'draft';
`;

/** A file that stands in a draft is not swept. */
export class DraftHoldsFiles1765000801000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
