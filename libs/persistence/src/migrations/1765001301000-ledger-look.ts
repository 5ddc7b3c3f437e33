import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Who looked at which row, of ledgers whose kind asks for it.
  CREATE TABLE ledger_look (
    id uuid PRIMARY KEY,
    ledger text NOT NULL,
    row_id uuid NOT NULL REFERENCES ledger_row,
    unit_id uuid NOT NULL REFERENCES unit,
    person_id uuid NOT NULL REFERENCES person,
    -- The row by itself, in a list, or in a workbook that was taken away.
    how text NOT NULL CHECK (how IN ('row', 'list', 'export')),
    at timestamptz NOT NULL
  );
  CREATE INDEX ledger_look_ledger ON ledger_look (ledger, unit_id, at DESC, id DESC);
  CREATE TRIGGER ledger_look_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_look
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE INDEX ledger_row_version_at ON ledger_row_version (ledger, unit_id, at);

  GRANT SELECT ON ledger_kind, ledger_row, ledger_row_version TO wuqing_api;
  GRANT SELECT, INSERT ON ledger_look TO wuqing_api;
`;

const DOWN = `
  REVOKE SELECT ON ledger_kind, ledger_row, ledger_row_version FROM wuqing_api;
  DROP INDEX ledger_row_version_at; DROP TABLE ledger_look;
`;

/** Ledgers are read by people, and where it is asked for each look is kept. */
export class LedgerLook1765001301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
