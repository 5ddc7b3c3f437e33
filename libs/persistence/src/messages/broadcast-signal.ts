import { withNewestCalendar } from '../command.repository.js';
import type { Work } from '../unit-of-work.js';
import { lockWaitingSignal, type SignalRow } from './signal.repository.js';
import { startByTrigger, triggersInForce, type StartContext } from './start-by-trigger.js';

/**
 * One command for every case that waits for the signal, in one snapshot, and one new case for every process in force
 * that begins with it (BPMN 2.0.2 §10.5.5: a signal is broadcast). Cases are touched in id order, as every writer does.
 */
export async function broadcastSignal(work: Work, id: string, context: StartContext): Promise<void> {
  const signal = await lockWaitingSignal(work, id);
  if (!signal) return;
  await insertCommands(work, signal, context.now);
  const occurrence = { ...signal, occurrenceId: signal.signalId };
  for (const trigger of await triggersInForce(work, 'signal', signal))
    await startByTrigger(work, trigger, occurrence, context);
  await work.query('UPDATE signal SET broadcast_at = to_timestamp($2 / 1000.0) WHERE id = $1', [
    id,
    context.now,
  ]);
}

async function insertCommands(
  work: Work,
  { id, name, variables, reach, reachesWalled, home }: SignalRow,
  now: number,
): Promise<void> {
  await work.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
     SELECT 'signal:' || $1 || ':' || s.case_id || ':' || s.element_key, s.case_id, s.unit_id, 'system:signal', 'TriggerSignal',
       jsonb_build_object('command', jsonb_build_object('type', 'TriggerSignal', 'subscription', s.element_key, 'variables',
         (SELECT coalesce(jsonb_object_agg(v.key, v.value), '{}') FROM jsonb_each($3::jsonb) v WHERE EXISTS (SELECT 1 FROM process_definition_version a
            WHERE a.checksum = ANY (c.definition_checksum || c.callers) AND names_read(a) ? v.key)))) || ${withNewestCalendar},
       '', to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0)
     FROM signal_subscription s
     JOIN process_instance c ON c.id = s.case_id
     WHERE s.signal_name = $2 AND s.closed_at IS NULL
       AND ($4::uuid[] IS NULL OR s.unit_id = ANY ($4)) AND ($5 OR NOT is_walled_by(c.definition_checksum || c.callers))
       AND ($7::uuid IS NULL OR coalesce(c.root_id, c.id) <> (SELECT coalesce(h.root_id, h.id) FROM process_instance h WHERE h.id = $7))
     ORDER BY s.case_id, s.element_key`,
    [id, name, JSON.stringify(variables), reach, reachesWalled, now, home],
  );
}
