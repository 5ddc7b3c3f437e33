import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- 流转单: who handed over what to which office, as far as it stands open. It names no case: the case holds its number.
  CREATE TABLE slip (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    kind text NOT NULL,
    from_unit_id uuid NOT NULL REFERENCES unit,
    to_unit_id uuid NOT NULL REFERENCES unit CHECK (to_unit_id <> from_unit_id),
    subject text NOT NULL,
    receipt_due_on date NOT NULL,
    sent_by uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    sent_at timestamptz NOT NULL
  );
  CREATE INDEX slip_sent ON slip (sent_by, sent_at DESC, id DESC);
  CREATE INDEX slip_received ON slip (to_unit_id, sent_at DESC, id DESC);

  -- What is handed over, sealed under a key that the database does not have.
  CREATE TABLE slip_seal (
    slip_id uuid PRIMARY KEY REFERENCES slip,
    sealed text NOT NULL
  );

  CREATE TABLE slip_receipt (
    slip_id uuid PRIMARY KEY REFERENCES slip,
    received_by uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    received_at timestamptz NOT NULL
  );

  -- Who opened it, each time.
  CREATE TABLE slip_look (
    id uuid PRIMARY KEY,
    slip_id uuid NOT NULL REFERENCES slip_receipt,
    person_id uuid NOT NULL REFERENCES person,
    on_behalf_of uuid[] NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX slip_look_slip ON slip_look (slip_id, at DESC, id DESC);
`;

const KEPT = ['slip', 'slip_seal', 'slip_receipt', 'slip_look'];

const TRIGGERS = `
  ${KEPT.map(
    (table) => `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
  ).join('\n  ')}

  -- Nobody receives what he sent.
  CREATE FUNCTION slip_received_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM slip s WHERE s.id = NEW.slip_id AND s.sent_by = NEW.received_by) THEN
      RAISE EXCEPTION 'Expected slip % to be received by another person than its sender', NEW.slip_id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER slip_received_by_another BEFORE INSERT ON slip_receipt
    FOR EACH ROW EXECUTE FUNCTION slip_received_by_another();
`;

const GRANTS = `GRANT SELECT, INSERT ON ${KEPT.join(', ')} TO wuqing_api`;

const DOWN = `
  DROP TABLE slip_look; DROP TABLE slip_receipt; DROP FUNCTION slip_received_by_another;
  DROP TABLE slip_seal; DROP TABLE slip;
`;

/** Slips hand over what is sealed, and are never changed. */
export class Slip1765001600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(TRIGGERS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
