import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  -- What the API shows and asks; clocks, tasks and alerts are opened by the entry's transaction alone.
  REVOKE INSERT ON alert, calendar_version, decision_version, delegation, form_version, process_definition_version,
    service_level_clock, user_task FROM wuqing_api;
  REVOKE UPDATE ON delegation, service_level_clock FROM wuqing_api;
  REVOKE UPDATE (state, approver, effective_from) ON decision_version, process_definition_version FROM wuqing_api;
  REVOKE SELECT ON household, message_refusal FROM wuqing_api;
  -- The worker writes these, or needs them not at all.
  REVOKE UPDATE ON alert FROM wuqing_worker;
  REVOKE SELECT ON household FROM wuqing_worker;
`;

const DOWN = `
  GRANT SELECT ON household TO wuqing_worker;
  GRANT UPDATE ON alert TO wuqing_worker;
  GRANT SELECT ON household, message_refusal TO wuqing_api;
  GRANT UPDATE (state, approver, effective_from) ON decision_version, process_definition_version TO wuqing_api;
  GRANT UPDATE ON delegation, service_level_clock TO wuqing_api;
  GRANT INSERT ON alert, calendar_version, decision_version, delegation, form_version, process_definition_version,
    service_level_clock, user_task TO wuqing_api;
`;

/** Rights that no statement uses are doors that nobody watches; a spec holds what is granted to what is done. */
export class UsedGrants1764000303000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
