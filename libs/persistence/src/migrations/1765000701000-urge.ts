import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 催办: who was urged by whom to do a step whose term is near or broken.
  CREATE TABLE urge (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    clock_id uuid NOT NULL REFERENCES service_level_clock,
    user_task_id uuid NOT NULL REFERENCES user_task,
    urged_by uuid NOT NULL REFERENCES person,
    text text NOT NULL,
    -- Of what its sender sent, to tell a retry from another request under the same key.
    body_hash text NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX urge_task ON urge (user_task_id, at DESC);
  CREATE INDEX urge_case ON urge (case_id, at DESC);

  CREATE TABLE urge_recipient (
    urge_id uuid NOT NULL REFERENCES urge,
    position_key text NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    role text NOT NULL CHECK (role IN ('holder', 'unit-head', 'branch-secretary')),
    -- Who claimed the step, where it is claimed: of several in the position he alone is meant.
    person_id uuid REFERENCES person,
    -- Of what was told of it (notification_outbox.subject).
    subject text NOT NULL,
    -- When its recipient opened the step.
    read_at timestamptz,
    read_by uuid REFERENCES person,
    PRIMARY KEY (urge_id, position_key, unit_id)
  );
  CREATE INDEX urge_recipient_position ON urge_recipient (unit_id, position_key);

  GRANT SELECT, INSERT ON urge TO wuqing_api;
  GRANT SELECT, INSERT, UPDATE (read_at, read_by) ON urge_recipient TO wuqing_api;
  GRANT INSERT ON notification_outbox TO wuqing_api;
  GRANT USAGE ON SEQUENCE notification_outbox_id_seq TO wuqing_api;
`;

const DOWN = `
  REVOKE USAGE ON SEQUENCE notification_outbox_id_seq FROM wuqing_api;
  REVOKE INSERT ON notification_outbox FROM wuqing_api;
  DROP TABLE urge_recipient; DROP TABLE urge;
`;

/** Urging leaves a receipt: when it was sent, and when it was read. */
export class Urge1765000701000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
