import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  ALTER TABLE public_notice
    -- The column of the village's board: 党务, 村务, 财务.
    ADD COLUMN board text NOT NULL DEFAULT 'village' CHECK (board IN ('party', 'village', 'finance')),
    -- What stands on a paper, to be typed by whoever doubts it; signs that are not read as another.
    ADD COLUMN verification_code text NOT NULL GENERATED ALWAYS AS
      (translate(left(encode(sha256(uuid_send(id)), 'hex'), 12), '0123456789abcdef', '234679ACDEFHJKMP')) STORED;
  CREATE INDEX public_notice_verification ON public_notice (verification_code);

  CREATE TABLE public_objection (
    -- The id of the message that the case receives.
    id uuid PRIMARY KEY REFERENCES message,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    notice_id uuid NOT NULL REFERENCES public_notice,
    -- Where the case waited for it: who reads what it leads to is asked of this element.
    element_id text NOT NULL,
    ground text NOT NULL,
    text text NOT NULL,
    -- Told to the supervision committee and the town alone; in no message, journal or audit.
    objector text,
    telephone text,
    -- HMAC of the code that the objector was given; the code itself is nowhere.
    code_hash text NOT NULL UNIQUE,
    received_at timestamptz NOT NULL
  );
  CREATE INDEX public_objection_case ON public_objection (case_id, received_at);
  GRANT SELECT, INSERT ON public_objection TO wuqing_api;
  GRANT SELECT ON public_objection TO wuqing_worker;
`;

const DOWN = `
  DROP TABLE public_objection;
  ALTER TABLE public_notice DROP COLUMN verification_code, DROP COLUMN board;
`;

/** What villagers hold against a notice, and by what a notice is found on a board and on a paper. */
export class PublicObjection1765000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
