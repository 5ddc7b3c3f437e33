import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 草稿: what somebody has written into the form of an open step, and not submitted.
  CREATE TABLE form_draft (
    id uuid PRIMARY KEY,
    user_task_id uuid NOT NULL REFERENCES user_task,
    -- Of the step; no foreign key, whose lock on the case would come behind the one on the step.
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    owner_id uuid NOT NULL REFERENCES person,
    content jsonb NOT NULL,
    -- One more with each save: who saves says which one he began with.
    version integer NOT NULL CHECK (version > 0),
    saved_at timestamptz NOT NULL,
    -- Its writer held the step and holds it no more: it is there for the next one.
    left_behind boolean NOT NULL DEFAULT false,
    UNIQUE (user_task_id, owner_id)
  );
  CREATE INDEX form_draft_owner ON form_draft (owner_id, saved_at DESC, id DESC);

  -- What somebody has written to start a case with; of each process one.
  CREATE TABLE start_draft (
    owner_id uuid NOT NULL REFERENCES person,
    process_key text NOT NULL,
    content jsonb NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (owner_id, process_key)
  );

  -- A step that is done needs no drafts; one that is handed over hands on what its holder wrote.
  CREATE FUNCTION draft_after_end() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM form_draft WHERE user_task_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE FUNCTION draft_after_handing_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE form_draft SET left_behind = true WHERE user_task_id = NEW.id AND owner_id = OLD.assignee_id;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION draft_after_end, draft_after_handing_over FROM PUBLIC;
  CREATE TRIGGER draft_ended AFTER UPDATE ON user_task FOR EACH ROW
    WHEN (OLD.state = 'open' AND NEW.state <> 'open') EXECUTE FUNCTION draft_after_end();
  CREATE TRIGGER draft_handed_over AFTER UPDATE ON user_task FOR EACH ROW
    WHEN (OLD.assignee_id IS NOT NULL AND NEW.state = 'open' AND NEW.assignee_id IS DISTINCT FROM OLD.assignee_id)
    EXECUTE FUNCTION draft_after_handing_over();

  GRANT SELECT, INSERT, UPDATE, DELETE ON form_draft, start_draft TO wuqing_api;
`;

const DOWN = `
  DROP TRIGGER draft_handed_over ON user_task; DROP TRIGGER draft_ended ON user_task;
  DROP FUNCTION draft_after_handing_over; DROP FUNCTION draft_after_end;
  DROP TABLE start_draft; DROP TABLE form_draft;
`;

/** What is being written is kept: of each step and each person one, and of each process that he is about to start. */
export class FormDraft1765000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
