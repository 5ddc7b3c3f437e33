import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE message (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    -- The publisher's own: the same name and message id is the same message.
    message_id text NOT NULL,
    correlation_key text NOT NULL,
    variables jsonb NOT NULL,
    -- The publisher's unit; a case that the message starts belongs to it.
    unit_id uuid NOT NULL REFERENCES unit,
    -- Units whose cases may receive it; null: those of every unit.
    reach uuid[],
    -- Whether cases of processes at level T and N may receive it: only what a case itself throws.
    reaches_walled boolean NOT NULL,
    published_by text NOT NULL,
    -- Of the case that threw it, its clock offset goes on to a case that the message starts.
    clock_offset_ms bigint NOT NULL DEFAULT 0,
    published_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- carried: its command is on the way to the receiver.
    state text NOT NULL DEFAULT 'buffered' CHECK (state IN ('buffered', 'carried', 'correlated', 'expired')),
    -- Whether it was looked at once; only then may it start a case.
    routed boolean NOT NULL DEFAULT false,
    case_id uuid REFERENCES process_instance,
    -- Of the receiver; null where it started the case.
    element_key text,
    command_id text,
    UNIQUE (name, message_id)
  );
  CREATE INDEX message_buffered ON message (name, correlation_key, published_at) WHERE state = 'buffered';
  CREATE INDEX message_unrouted ON message (published_at) WHERE NOT routed;
  CREATE INDEX message_expiring ON message (expires_at) WHERE state = 'buffered';
  CREATE UNIQUE INDEX message_carried ON message (command_id) WHERE state = 'carried';

  -- A subscription whose case refused the message is not asked a second time.
  CREATE TABLE message_refusal (
    message_id uuid NOT NULL REFERENCES message,
    case_id uuid NOT NULL,
    element_key text NOT NULL,
    PRIMARY KEY (message_id, case_id, element_key)
  );

  -- The message on its way to this subscription: it takes no second one.
  ALTER TABLE message_subscription ADD COLUMN message_id uuid REFERENCES message;

  CREATE TABLE signal (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    signal_id text NOT NULL,
    variables jsonb NOT NULL,
    unit_id uuid NOT NULL REFERENCES unit,
    reach uuid[],
    reaches_walled boolean NOT NULL,
    published_by text NOT NULL,
    clock_offset_ms bigint NOT NULL DEFAULT 0,
    published_at timestamptz NOT NULL,
    -- When its commands were written; null: not yet.
    broadcast_at timestamptz,
    UNIQUE (name, signal_id)
  );
  CREATE INDEX signal_waiting ON signal (published_at) WHERE broadcast_at IS NULL;

  CREATE TABLE signal_subscription (
    case_id uuid NOT NULL REFERENCES process_instance,
    element_key text NOT NULL,
    element_id text NOT NULL,
    unit_id uuid NOT NULL,
    signal_name text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    PRIMARY KEY (case_id, element_key)
  );
  CREATE INDEX signal_subscription_open ON signal_subscription (signal_name) WHERE closed_at IS NULL;

  -- Level of confidentiality of a compiled process: T and N are walled off.
  CREATE FUNCTION is_walled(compiled jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_path_exists(compiled, '$.extensions[*] ? (@.name == "confidential" && (@.attributes.level == "T" || @.attributes.level == "N"))')
  $$;

  GRANT SELECT ON message, message_refusal, signal, signal_subscription TO wuqing_api, wuqing_worker;
  GRANT INSERT ON message, signal TO wuqing_api;
  GRANT INSERT, UPDATE ON message, signal, signal_subscription TO wuqing_worker;
  GRANT INSERT ON message_refusal TO wuqing_worker;
  GRANT USAGE ON SEQUENCE case_number TO wuqing_worker;
`;

const DOWN = `
  REVOKE USAGE ON SEQUENCE case_number FROM wuqing_worker;
  ALTER TABLE message_subscription DROP COLUMN message_id;
  DROP TABLE signal_subscription; DROP TABLE signal; DROP TABLE message_refusal; DROP TABLE message;
  DROP FUNCTION is_walled;
`;

/** Messages wait here for their one receiver, signals for their broadcast; subscriptions know what is on its way. */
export class MessageAndSignal1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
