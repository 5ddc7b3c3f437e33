import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE SEQUENCE case_number;

  CREATE TABLE process_instance (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE,
    unit_id uuid NOT NULL REFERENCES unit,
    process_key text NOT NULL,
    definition_checksum text NOT NULL REFERENCES process_definition_version (checksum),
    title text NOT NULL,
    status text NOT NULL DEFAULT 'created' CHECK (status IN ('created', 'running', 'completed', 'terminated')),
    clock_offset_ms bigint NOT NULL DEFAULT 0,
    -- Number of entries in the journal.
    journal_position integer NOT NULL DEFAULT 0,
    -- Head of the audit chain.
    audit_seq integer NOT NULL DEFAULT 0,
    audit_head text NOT NULL,
    parent_id uuid REFERENCES process_instance,
    root_id uuid REFERENCES process_instance,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX process_instance_unit ON process_instance (unit_id, started_at DESC);

  -- A case that came out of another: a changed resolution, a second attempt.
  CREATE TABLE case_link (
    case_id uuid PRIMARY KEY REFERENCES process_instance,
    first_case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL
  );
  CREATE INDEX case_link_first ON case_link (first_case_id);

  CREATE TABLE command (
    id text NOT NULL PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    actor_id text NOT NULL,
    kind text NOT NULL,
    body jsonb NOT NULL,
    body_hash text NOT NULL,
    user_task_id uuid,
    task_row_version integer,
    attempt integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    outcome jsonb,
    created_at timestamptz NOT NULL,
    settled_at timestamptz
  );
  CREATE INDEX command_unsettled ON command (next_attempt_at) WHERE outcome IS NULL;
  CREATE INDEX command_case ON command (case_id);

  CREATE TABLE journal_entry (
    case_id uuid NOT NULL REFERENCES process_instance,
    position integer NOT NULL,
    unit_id uuid NOT NULL,
    command_id text NOT NULL,
    command_kind text NOT NULL,
    actor_id text NOT NULL,
    -- The case's own time.
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    events jsonb NOT NULL,
    effects jsonb NOT NULL,
    PRIMARY KEY (case_id, position),
    UNIQUE (case_id, command_id)
  );

  CREATE TABLE user_task (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    element_id text NOT NULL,
    element_key text NOT NULL,
    name text NOT NULL,
    form_key text,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'completed', 'canceled')),
    assignee_id uuid,
    row_version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    completed_by text,
    UNIQUE (case_id, element_key)
  );
  CREATE INDEX user_task_open_unit ON user_task (unit_id) WHERE state = 'open';
  CREATE INDEX user_task_open_assignee ON user_task (assignee_id) WHERE state = 'open';

  CREATE TABLE user_task_candidate (
    user_task_id uuid NOT NULL REFERENCES user_task,
    position_key text NOT NULL,
    unit_id uuid NOT NULL,
    PRIMARY KEY (user_task_id, position_key, unit_id)
  );
  CREATE INDEX user_task_candidate_holder ON user_task_candidate (unit_id, position_key);

  CREATE TABLE submission (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    user_task_id uuid NOT NULL REFERENCES user_task,
    command_id text NOT NULL UNIQUE,
    actor_id text NOT NULL,
    data jsonb NOT NULL,
    submitted_at timestamptz NOT NULL
  );
  CREATE INDEX submission_case ON submission (case_id);

  CREATE TABLE service_level_clock (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    user_task_id uuid NOT NULL REFERENCES user_task,
    element_id text NOT NULL,
    name text NOT NULL,
    policy jsonb NOT NULL,
    anchor date NOT NULL,
    due_on date NOT NULL,
    provisional boolean NOT NULL,
    -- Planned instants in the case's time: [{kind, rung, at, recipients}].
    instants jsonb NOT NULL,
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'stopped')),
    next_index integer NOT NULL DEFAULT 0,
    -- The next instant on the real clock: its moment less the case's offset; null when none is left.
    fires_at timestamptz,
    breached_at timestamptz,
    paused_at timestamptz,
    stopped_at timestamptz,
    -- Why the term was moved: [{at, from, to, reason}].
    moves jsonb NOT NULL DEFAULT '[]'
  );
  CREATE INDEX service_level_clock_fires ON service_level_clock (fires_at) WHERE state = 'running' AND fires_at IS NOT NULL;
  CREATE INDEX service_level_clock_case ON service_level_clock (case_id);
  CREATE INDEX service_level_clock_task ON service_level_clock (user_task_id);

  CREATE TABLE alert (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    clock_id uuid NOT NULL REFERENCES service_level_clock,
    kind text NOT NULL CHECK (kind IN ('opened', 'warn', 'due', 'rung')),
    rung integer NOT NULL,
    recipient_position text NOT NULL,
    recipient_unit_id uuid NOT NULL,
    -- The case's own time.
    at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    acknowledged_at timestamptz,
    acknowledged_by text,
    UNIQUE (clock_id, kind, rung, recipient_position, recipient_unit_id)
  );
  CREATE INDEX alert_recipient ON alert (recipient_unit_id, recipient_position, created_at DESC);

  CREATE TABLE notification_outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    template text NOT NULL,
    recipient_position text NOT NULL,
    recipient_unit_id uuid NOT NULL,
    detail jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz
  );
  CREATE INDEX notification_outbox_undelivered ON notification_outbox (next_attempt_at) WHERE delivered_at IS NULL;

  CREATE TABLE audit_entry (
    case_id uuid NOT NULL REFERENCES process_instance,
    seq integer NOT NULL,
    unit_id uuid NOT NULL,
    actor_id text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    at timestamptz NOT NULL,
    detail jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (case_id, seq)
  );

  CREATE TABLE public_notice (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL REFERENCES unit,
    user_task_id uuid NOT NULL REFERENCES user_task,
    kind text NOT NULL,
    title text NOT NULL,
    fields jsonb NOT NULL,
    from_on date,
    to_on date,
    published_at timestamptz NOT NULL
  );
  CREATE INDEX public_notice_unit ON public_notice (unit_id, published_at DESC);

  CREATE TABLE message_subscription (
    case_id uuid NOT NULL REFERENCES process_instance,
    element_key text NOT NULL,
    element_id text NOT NULL,
    unit_id uuid NOT NULL,
    message_name text NOT NULL,
    correlation_key text NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    PRIMARY KEY (case_id, element_key)
  );
  CREATE INDEX message_subscription_open ON message_subscription (message_name, correlation_key) WHERE closed_at IS NULL;

  CREATE TABLE incident (
    case_id uuid NOT NULL REFERENCES process_instance,
    element_key text NOT NULL,
    unit_id uuid NOT NULL,
    element_id text NOT NULL,
    code text NOT NULL,
    message text NOT NULL,
    raised_at timestamptz NOT NULL,
    resolved_at timestamptz,
    PRIMARY KEY (case_id, element_key)
  );
`;

const DOWN = `
  DROP TABLE incident; DROP TABLE message_subscription; DROP TABLE public_notice; DROP TABLE audit_entry;
  DROP TABLE notification_outbox; DROP TABLE alert; DROP TABLE service_level_clock; DROP TABLE submission;
  DROP TABLE user_task_candidate; DROP TABLE user_task; DROP TABLE journal_entry; DROP TABLE command; DROP TABLE case_link;
  DROP TABLE process_instance; DROP SEQUENCE case_number;
`;

/** The case, its commands, its journal, and everything that one entry's transaction writes beside it. */
export class CaseAndJournal1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
