import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropLiveTriggers, liveTriggers, type LiveTable } from '../live/live-triggers.js';

/** Told to its person alone, and of no case: whether he may still know of it is asked where he reads it. */
const told: LiveTable = {
  table: 'personal_notification',
  topic: 'notification',
  caseId: 'NULL',
  personId: 'n.person_id',
  where: 'n.read_at IS DISTINCT FROM o.read_at',
};

/** That somebody was told something, or has read it on another device, is told live. */
export class LiveNotification1765000501000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(liveTriggers(told));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropLiveTriggers(told));
  }
}
