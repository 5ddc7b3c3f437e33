import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- What somebody wants a ledger to say, by hand. Where a second person is needed it stands only when he has decided.
  CREATE TABLE ledger_edit (
    id uuid PRIMARY KEY,
    ledger text NOT NULL,
    kind_version integer NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    -- NULL where a row begins: it has the id of the edit then.
    row_id uuid REFERENCES ledger_row,
    write jsonb NOT NULL,
    body_hash text NOT NULL,
    waits boolean NOT NULL,
    proposed_by uuid NOT NULL REFERENCES person,
    -- For whom he stood in.
    on_behalf_of uuid[] NOT NULL,
    proposed_at timestamptz NOT NULL,
    FOREIGN KEY (ledger, kind_version) REFERENCES ledger_kind
  );
  CREATE INDEX ledger_edit_ledger ON ledger_edit (ledger, unit_id, proposed_at DESC, id DESC);
  CREATE INDEX ledger_edit_row ON ledger_edit (row_id) WHERE row_id IS NOT NULL;

  CREATE TABLE ledger_edit_decision (
    edit_id uuid PRIMARY KEY REFERENCES ledger_edit,
    -- Made of who decides and his key: the same again is the same.
    id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('confirmed', 'refused', 'withdrawn')),
    sentence text CHECK (outcome <> 'refused' OR sentence IS NOT NULL),
    decided_by uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    decided_at timestamptz NOT NULL
  );
`;

const TRIGGERS = `
  CREATE TRIGGER ledger_edit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_edit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER ledger_edit_decision_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_edit_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- Only what waits is decided; by another person, or taken back by the same.
  CREATE FUNCTION ledger_edit_decided() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM ledger_edit e WHERE e.id = NEW.edit_id AND e.waits
      AND (e.proposed_by = NEW.decided_by) = (NEW.outcome = 'withdrawn')) THEN
      RAISE EXCEPTION 'Expected ledger edit % to be decided by another person', NEW.edit_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_edit_decided BEFORE INSERT ON ledger_edit_decision
    FOR EACH ROW EXECUTE FUNCTION ledger_edit_decided();

  -- The API writes no version but one that was proposed, and confirmed where that is needed.
  CREATE FUNCTION ledger_version_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.case_id IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM ledger_edit e LEFT JOIN ledger_edit_decision d ON d.edit_id = e.id
      WHERE coalesce(e.row_id, e.id) = NEW.row_id AND e.ledger = NEW.ledger AND e.unit_id = NEW.unit_id
        AND e.write ->> 'act' = NEW.act AND e.proposed_by::text = NEW.actor_id
        AND ((NOT e.waits AND NEW.confirmed_by IS NULL)
          OR (d.outcome = 'confirmed' AND d.decided_by::text = NEW.confirmed_by))) THEN
      RAISE EXCEPTION 'Expected version % of ledger row % to be one that was proposed by hand', NEW.version, NEW.row_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_version_by_hand BEFORE INSERT ON ledger_row_version
    FOR EACH ROW WHEN (current_user = 'wuqing_api') EXECUTE FUNCTION ledger_version_by_hand();
`;

const GRANTS = `
  GRANT SELECT, INSERT ON ledger_edit, ledger_edit_decision TO wuqing_api;
  GRANT INSERT ON ledger_row_version TO wuqing_api;
  GRANT SELECT ON ledger_edit, ledger_edit_decision TO wuqing_worker;
`;

const DOWN = `
  REVOKE INSERT ON ledger_row_version FROM wuqing_api;
  DROP TRIGGER ledger_version_by_hand ON ledger_row_version; DROP FUNCTION ledger_version_by_hand;
  DROP TABLE ledger_edit_decision; DROP FUNCTION ledger_edit_decided; DROP TABLE ledger_edit;
`;

/** Ledgers are written by hand, with a second person where the kind asks for one. */
export class LedgerEdit1765001340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
