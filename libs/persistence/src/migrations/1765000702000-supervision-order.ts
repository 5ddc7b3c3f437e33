import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Numbers without gaps: taken in the transaction that uses them.
  CREATE TABLE number_series (
    series text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL DEFAULT 0 CHECK (last >= 0),
    PRIMARY KEY (series, year)
  );

  -- 督办单: a case of the process supervision-order, with its number and the term that it came out of.
  CREATE TABLE supervision_order (
    case_id uuid PRIMARY KEY REFERENCES process_instance,
    first_case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    -- The term that was broken; NULL where the order came out of the case as a whole.
    clock_id uuid REFERENCES service_level_clock,
    number text NOT NULL UNIQUE,
    issued_by uuid NOT NULL REFERENCES person,
    issued_at timestamptz NOT NULL
  );
  CREATE INDEX supervision_order_first ON supervision_order (first_case_id, issued_at DESC);
  CREATE INDEX supervision_order_unit ON supervision_order (unit_id, issued_at DESC);
  CREATE INDEX supervision_order_clock ON supervision_order (clock_id);

  GRANT SELECT, INSERT, UPDATE ON number_series TO wuqing_api;
  GRANT SELECT, INSERT ON supervision_order TO wuqing_api;
`;

const DOWN = `
  DROP TABLE supervision_order; DROP TABLE number_series;
`;

/** Orders of supervision by number. */
export class SupervisionOrder1765000702000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
