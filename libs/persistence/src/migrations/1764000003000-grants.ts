import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  GRANT USAGE ON SCHEMA public TO wuqing_api, wuqing_worker;
  GRANT SELECT ON ALL TABLES IN SCHEMA public TO wuqing_api;
  GRANT USAGE ON SEQUENCE case_number TO wuqing_api;
  GRANT INSERT, UPDATE ON process_instance, command, user_task, service_level_clock, alert, session, delegation TO wuqing_api;
  GRANT INSERT ON case_link, audit_entry, process_definition_version, form_version, calendar_version TO wuqing_api;
  GRANT UPDATE (password_hash, must_change_password, failed_attempts, locked_until) ON account TO wuqing_api;
  GRANT UPDATE (state, approver, effective_from) ON process_definition_version TO wuqing_api;

  GRANT SELECT ON ALL TABLES IN SCHEMA public TO wuqing_worker;
  REVOKE SELECT ON account, session FROM wuqing_worker;
  GRANT INSERT, UPDATE ON process_instance, command, user_task, service_level_clock, alert, notification_outbox,
    message_subscription, incident TO wuqing_worker;
  GRANT INSERT ON journal_entry, submission, user_task_candidate, audit_entry, public_notice TO wuqing_worker;
  GRANT USAGE ON SEQUENCE notification_outbox_id_seq TO wuqing_worker;
`;

const DOWN = `
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM wuqing_api, wuqing_worker;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM wuqing_api, wuqing_worker;
  REVOKE USAGE ON SCHEMA public FROM wuqing_api, wuqing_worker;
`;

/**
 * What each role may touch. Neither owns anything; the journal and the audit are append-only for both, and the API
 * cannot write a journal entry at all.
 */
export class Grants1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
