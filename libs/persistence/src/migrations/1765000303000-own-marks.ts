import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- 已读: who has looked at which task.
  CREATE TABLE read_mark (
    person_id uuid NOT NULL REFERENCES person,
    user_task_id uuid NOT NULL REFERENCES user_task,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, user_task_id)
  );

  -- 我的视图: filters with a name, of one person, or shared by whoever belongs to the town.
  CREATE TABLE saved_view (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES person,
    name text NOT NULL,
    shared boolean NOT NULL,
    filter jsonb NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX saved_view_owner ON saved_view (owner_id);
  CREATE INDEX saved_view_shared ON saved_view (created_at) WHERE shared;

  -- 抄送: a case that somebody was told of.
  CREATE TABLE case_copy (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES process_instance,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    sent_by uuid NOT NULL REFERENCES person,
    note text NOT NULL,
    sent_at timestamptz NOT NULL,
    read_at timestamptz
  );
  CREATE INDEX case_copy_person ON case_copy (person_id, sent_at DESC, id DESC);

  GRANT SELECT, INSERT ON read_mark TO wuqing_api;
  GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO wuqing_api;
  GRANT SELECT, INSERT, UPDATE ON case_copy TO wuqing_api;
`;

const DOWN = `
  DROP TABLE case_copy; DROP TABLE saved_view; DROP TABLE read_mark;
`;

/** What people keep of their lists for themselves, and what they send each other to know. */
export class OwnMarks1765000303000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
