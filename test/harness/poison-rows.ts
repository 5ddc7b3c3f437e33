import { randomUUID } from 'node:crypto';
import { end, path, processOf, startOn, userTask } from '@wuqing/testing';
import type { Product } from './product.js';
import { publishProcess } from './publish.js';
import { until } from './until.js';

const PLANNED_WITHIN_MS = 10_000;
const byTheClock = (key: string) =>
  processOf(key, [
    startOn('start', { cycle: '"R/PT1H"' }),
    userTask('do', { candidateGroups: '"office-clerk@office:jingguan"' }),
    end('end'),
    ...path('start', 'do', 'end'),
  ]);
/** One bad row in a queue: how it gets there, what mends it, and how one sees that a row was handled. */
export interface Poison {
  readonly queue: string;
  /** Plants a bad row and, behind it, a good one; gives the ids of both in the queue. */
  readonly plant: () => Promise<{ readonly bad: string; readonly good: string }>;
  readonly isHandled: (id: string) => Promise<boolean>;
  readonly mend: (id: string) => Promise<unknown>;
}

export interface PoisonDoors {
  readonly product: Product;
  readonly village: string;
  /** Begins a case of this process in the village. */
  readonly begin: (processKey: string) => Promise<string>;
}

/** Rows as they must not be, planted behind the product's back, and good ones behind them. */
export class PoisonRows {
  constructor(private readonly doors: PoisonDoors) {}

  async message(key: string, variables: string, minutesAgo: number): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO message (id, name, message_id, correlation_key, variables, unit_id, reaches_walled, published_by, published_at, expires_at)
       VALUES ($1::uuid, 'news', $1::uuid::text, $2, $3, $4, true, 'system:test', now() - $5 * interval '1 minute', now() + interval '1 hour')`,
      [id, key, variables, this.doors.village, minutesAgo],
    );
    return id;
  }

  async signal(name: string, variables: string, minutesAgo: number): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO signal (id, name, signal_id, variables, unit_id, reaches_walled, published_by, published_at)
       VALUES ($1::uuid, $5, $1::uuid::text, $2, $3, true, 'system:test', now() - $4 * interval '1 minute')`,
      [id, variables, this.doors.village, minutesAgo, name],
    );
    return id;
  }

  async command(caseId: string, kind: string): Promise<string> {
    const id = `drill:${randomUUID()}`;
    const body = { command: { type: 'SuspendProcessInstance', reason: '演练' } };
    await this.query(
      `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
       VALUES ($1, $2, $3, 'system:test', $4, $5, '', now(), now())`,
      [id, caseId, this.doors.village, kind, JSON.stringify(body)],
    );
    return id;
  }

  /** A clock that is due, of a step of the case; `instants` as its row keeps them. */
  async clock(caseId: string, instants: unknown, minutesAgo: number): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO service_level_clock (id, case_id, unit_id, user_task_id, element_id, name, policy, anchor, due_on, provisional, instants, fires_at)
       SELECT $1, case_id, unit_id, id, element_id, '期限', '{}', current_date, current_date, false, $3, now() - $4 * interval '1 minute'
       FROM user_task WHERE case_id = $2`,
      [id, caseId, JSON.stringify(instants), minutesAgo],
    );
    return id;
  }

  async notification(detail: object, caseId: string, minutesAgo: number): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `INSERT INTO notification_outbox (case_id, unit_id, template, recipient_position, recipient_unit_id, detail, next_attempt_at)
       VALUES ($1, $2, 'service-level-due', 'village-clerk', $2, $3, now() - $4 * interval '1 minute') RETURNING id::text`,
      [caseId, this.doors.village, JSON.stringify(detail), minutesAgo],
    );
    return row!.id;
  }

  async startTimer(repeat: string | null, minutesAgo: number): Promise<string> {
    const key = `by-the-clock-${randomUUID().slice(0, 8)}`;
    await publishProcess(this.doors.product, byTheClock(key));
    const [planned] = await until(PLANNED_WITHIN_MS, async () => {
      const rows = await this.query<{ checksum: string }>(
        `SELECT t.definition_checksum AS checksum FROM start_timer t JOIN process_definition_version d
         ON d.checksum = t.definition_checksum WHERE d.key = $1`,
        [key],
      );
      return rows.length > 0 ? rows : undefined;
    });
    await this.doors.product.worker.stop();
    await this.query(
      `UPDATE start_timer SET due_at = now() - $2 * interval '1 minute', repeat = coalesce($3::jsonb, repeat)
       WHERE definition_checksum = $1`,
      [planned!.checksum, minutesAgo, repeat],
    );
    return `${planned!.checksum}/start`;
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.doors.product.query<Row>(sql, values);
  }
}

/** The instants of a clock that was due at this moment, epoch ms. */
export const dueAt = (at: number) => [
  { kind: 'due', rung: 0, at: new Date(at).toISOString(), recipients: ['village-clerk'] },
];
