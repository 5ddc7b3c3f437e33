import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- Beside holders of a position a person may be told; what is told under a subject is told once.
  ALTER TABLE notification_outbox
    ALTER COLUMN recipient_position DROP NOT NULL, ALTER COLUMN recipient_unit_id DROP NOT NULL,
    ADD COLUMN recipient_person_id uuid, ADD COLUMN subject text UNIQUE,
    ADD CONSTRAINT notification_outbox_recipient CHECK (
      recipient_person_id IS NOT NULL OR recipient_position IS NOT NULL AND recipient_unit_id IS NOT NULL);

  -- What one person is told, in the product itself: of one row of the outbox, or of a day (a digest).
  CREATE TABLE personal_notification (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    outbox_id bigint,
    person_id uuid NOT NULL,
    -- Whom the person stands in for, where it reaches him as a substitute alone.
    on_behalf_of uuid,
    case_id uuid,
    unit_id uuid,
    template text NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('red', 'direct', 'rest')),
    detail jsonb NOT NULL,
    digest_on date,
    -- The digest that tells of it, where it is of those that wait for one.
    digest_id uuid,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    UNIQUE (outbox_id, person_id),
    UNIQUE (person_id, digest_on),
    CHECK ((outbox_id IS NULL) = (digest_on IS NOT NULL)),
    CHECK ((outbox_id IS NULL) = (case_id IS NULL))
  );
  CREATE INDEX personal_notification_person ON personal_notification (person_id, created_at DESC, id DESC);
  CREATE INDEX personal_notification_unread ON personal_notification (person_id, created_at DESC, id DESC) WHERE read_at IS NULL;
  CREATE INDEX personal_notification_gathered ON personal_notification (person_id) WHERE urgency = 'rest' AND digest_id IS NULL;
  CREATE INDEX personal_notification_digest ON personal_notification (digest_id) WHERE digest_id IS NOT NULL;

  -- The way of one of these through one channel: once.
  CREATE TABLE notification_delivery (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    notification_id uuid NOT NULL REFERENCES personal_notification,
    case_id uuid,
    person_id uuid NOT NULL,
    channel text NOT NULL CHECK (channel IN ('mail', 'webhook', 'wecom', 'dingtalk')),
    -- Quiet hours do not hold it up.
    is_red boolean NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    sent_at timestamptz,
    -- The person took the channel back before it was sent.
    dropped_at timestamptz,
    UNIQUE (notification_id, channel)
  );
  CREATE INDEX notification_delivery_waiting ON notification_delivery (channel, next_attempt_at)
    WHERE sent_at IS NULL AND dropped_at IS NULL;

  -- What a person wants by which channel, and where it reaches him: sealed by the payload keys.
  CREATE TABLE channel_choice (
    person_id uuid NOT NULL REFERENCES person,
    channel text NOT NULL CHECK (channel IN ('mail', 'wecom', 'dingtalk')),
    takes text NOT NULL CHECK (takes IN ('all', 'at-once', 'none')),
    address_sealed text,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, channel)
  );

  -- The town's hours, one row; without it the defaults hold, which the town has yet to confirm.
  CREATE TABLE notification_rules (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    quiet_from text NOT NULL,
    quiet_to text NOT NULL,
    digest_at text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid NOT NULL
  );

  -- The last day of which a person's digest was looked at, whether or not there was anything to say.
  CREATE TABLE digest_mark (
    person_id uuid PRIMARY KEY,
    done_on date NOT NULL
  );

  GRANT SELECT ON personal_notification, notification_delivery, channel_choice, notification_rules TO wuqing_api, wuqing_worker;
  GRANT UPDATE (read_at) ON personal_notification TO wuqing_api;
  GRANT INSERT, UPDATE ON channel_choice, notification_rules TO wuqing_api;
  GRANT INSERT ON personal_notification, notification_delivery, digest_mark TO wuqing_worker;
  GRANT UPDATE (digest_id) ON personal_notification TO wuqing_worker;
  GRANT SELECT, UPDATE ON digest_mark TO wuqing_worker;
  GRANT UPDATE ON notification_delivery TO wuqing_worker;
`;

const DOWN = `
  DROP TABLE digest_mark; DROP TABLE notification_rules; DROP TABLE channel_choice; DROP TABLE notification_delivery;
  DROP TABLE personal_notification;
  DELETE FROM notification_outbox WHERE recipient_position IS NULL OR recipient_unit_id IS NULL;
  ALTER TABLE notification_outbox DROP CONSTRAINT notification_outbox_recipient, DROP COLUMN subject,
    DROP COLUMN recipient_person_id, ALTER COLUMN recipient_position SET NOT NULL, ALTER COLUMN recipient_unit_id SET NOT NULL;
`;

/** What is told reaches persons: once each, in the product and by the channels that they chose. */
export class PersonalNotification1765000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
