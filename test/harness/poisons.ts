import { PoisonRows, dueAt, type Poison, type PoisonDoors } from './poison-rows.js';

/** One bad row for each queue of the worker. */
export const poisonsOf = (doors: PoisonDoors, rows: PoisonRows): readonly Poison[] => {
  const exists = async (sql: string, ...values: unknown[]): Promise<boolean> =>
    (await doors.product.query(sql, values)).length > 0;
  return [
    {
      queue: 'message',
      plant: async () => {
        const [first, second] = [
          await doors.begin('waits-for-message'),
          await doors.begin('waits-for-message'),
        ];
        return { bad: await rows.message(first, 'null', 9), good: await rows.message(second, '{}', 1) };
      },
      isHandled: (id) => exists(`SELECT 1 FROM message WHERE id = $1 AND state = 'correlated'`, id),
      mend: (id) => doors.product.query(`UPDATE message SET variables = '{}' WHERE id = $1`, [id]),
    },
    {
      queue: 'signal',
      plant: async () => {
        await doors.begin('waits-for-signal');
        return { bad: await rows.signal('gong', 'null', 9), good: await rows.signal('bell', '{}', 1) };
      },
      isHandled: (id) => exists('SELECT 1 FROM signal WHERE id = $1 AND broadcast_at IS NOT NULL', id),
      mend: (id) => doors.product.query(`UPDATE signal SET variables = '{}' WHERE id = $1`, [id]),
    },
    {
      queue: 'command',
      plant: async () => {
        const [first, second] = [await doors.begin('straight'), await doors.begin('straight')];
        return {
          bad: await rows.command(first, 'NoSuchCommand'),
          good: await rows.command(second, 'SuspendProcessInstance'),
        };
      },
      isHandled: (id) =>
        exists(`SELECT 1 FROM command WHERE id = $1 AND outcome ->> 'status' = 'accepted'`, id),
      mend: (id) =>
        doors.product.query(`UPDATE command SET kind = 'SuspendProcessInstance' WHERE id = $1`, [id]),
    },
    {
      queue: 'clock',
      plant: async () => {
        const [first, second] = [await doors.begin('straight'), await doors.begin('straight')];
        const at = Date.now() - 60_000;
        return {
          bad: await rows.clock(first, { wrong: true }, 9),
          good: await rows.clock(second, dueAt(at), 1),
        };
      },
      isHandled: (id) => exists('SELECT 1 FROM alert WHERE clock_id = $1', id),
      mend: (id) =>
        doors.product.query('UPDATE service_level_clock SET instants = $2 WHERE id = $1', [
          id,
          JSON.stringify(dueAt(Date.now() - 60_000)),
        ]),
    },
    {
      queue: 'outbox',
      plant: async () => {
        const caseId = await doors.begin('straight');
        const clockId = await rows.clock(caseId, dueAt(Date.now() + 3_600_000), -60);
        return {
          bad: await rows.notification({ rung: 0, clockId: 'nobody' }, caseId, 9),
          good: await rows.notification({ rung: 0, clockId }, caseId, 1),
        };
      },
      isHandled: (id) =>
        exists('SELECT 1 FROM notification_outbox WHERE id = $1::bigint AND delivered_at IS NOT NULL', id),
      mend: (id) =>
        doors.product.query(
          `UPDATE notification_outbox o SET detail = jsonb_build_object('rung', 0, 'clockId', k.id)
         FROM service_level_clock k WHERE k.case_id = o.case_id AND o.id = $1::bigint`,
          [id],
        ),
    },
    {
      queue: 'start-timer',
      plant: async () => {
        const bad = await rows.startTimer('{"every":"now and then"}', 9);
        await doors.product.worker.start();
        const good = await rows.startTimer(null, 1);
        await doors.product.worker.start();
        return { bad, good };
      },
      isHandled: (id) =>
        exists(
          `SELECT 1 FROM start_timer WHERE definition_checksum || '/' || element_id = $1 AND (due_at IS NULL OR due_at > now())`,
          id,
        ),
      mend: (id) =>
        doors.product.query(
          `UPDATE start_timer SET repeat = NULL WHERE definition_checksum || '/' || element_id = $1`,
          [id],
        ),
    },
  ];
};
