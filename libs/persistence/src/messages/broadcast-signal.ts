import type { JsonObject, Result } from '@wuqing/kernel';
import { namesRead } from '../binding.repository.js';
import { withNewestCalendar } from '../command.repository.js';
import type { Work } from '../unit-of-work.js';
import { acceptedAt, processOf } from './accepted-payload.js';
import { auditRefusal } from './refuse-payload.js';
import { lockWaitingSignal, type SignalRow } from './signal.repository.js';
import { startByTrigger, triggersInForce, type StartContext } from './start-by-trigger.js';

/**
 * One command for every case that waits for the signal, in one snapshot, and one new case for every process in force
 * that begins with it (BPMN 2.0.2 §10.5.5: a signal is broadcast). Cases are touched in id order, as every writer does.
 */
export async function broadcastSignal(work: Work, id: string, context: StartContext): Promise<void> {
  const signal = await lockWaitingSignal(work, id);
  if (!signal) return;
  await insertCommands(work, signal, context);
  const occurrence = { ...signal, occurrenceId: signal.signalId };
  for (const trigger of await triggersInForce(work, 'signal', signal))
    await startByTrigger(work, trigger, occurrence, context);
  await work.query('UPDATE signal SET broadcast_at = to_timestamp($2 / 1000.0) WHERE id = $1', [
    id,
    context.now,
  ]);
}

interface Wait {
  readonly caseId: string;
  readonly unitId: string;
  readonly key: string;
  readonly elementId: string;
  readonly checksum: string;
  readonly callers: readonly string[];
}

/** Who waits for the signal, in one snapshot and in id order. */
const waitsFor = (work: Work, { name, reach, reachesWalled, home }: SignalRow): Promise<Wait[]> =>
  work.query<Wait>(
    `SELECT s.case_id AS "caseId", s.unit_id AS "unitId", s.element_key AS key, s.element_id AS "elementId",
       c.definition_checksum AS checksum, c.callers
     FROM signal_subscription s
     JOIN process_instance c ON c.id = s.case_id
     WHERE s.signal_name = $1 AND s.closed_at IS NULL
       AND ($2::uuid[] IS NULL OR s.unit_id = ANY ($2)) AND ($3 OR NOT is_walled_by(c.definition_checksum || c.callers))
       AND ($4::uuid IS NULL OR coalesce(c.root_id, c.id) <> (SELECT coalesce(h.root_id, h.id) FROM process_instance h WHERE h.id = $4))
     ORDER BY s.case_id, s.element_key`,
    [name, reach, reachesWalled, home],
  );

async function insertCommands(work: Work, signal: SignalRow, context: StartContext): Promise<void> {
  const { id, name, variables } = signal;
  const judge = judgeOf(work, variables);
  const taken: (Pick<Wait, 'caseId' | 'unitId' | 'key'> & { readonly variables: JsonObject })[] = [];
  for (const wait of await waitsFor(work, signal)) {
    const { caseId, unitId, key } = wait;
    const accepted = await judge(wait);
    if (accepted.ok) taken.push({ caseId, unitId, key, variables: accepted.value });
    else
      await auditRefusal(
        work,
        caseId,
        { action: 'RefuseSignal', name, subject: key, reason: accepted.error },
        context,
      );
  }
  await work.query(
    `INSERT INTO command (id, case_id, unit_id, actor_id, kind, body, body_hash, next_attempt_at, created_at)
     SELECT 'signal:' || $1 || ':' || t."caseId" || ':' || t.key, t."caseId", t."unitId", 'system:signal', 'TriggerSignal',
       jsonb_build_object('command', jsonb_build_object('type', 'TriggerSignal', 'subscription', t.key, 'variables', t.variables)) || ${withNewestCalendar},
       '', to_timestamp($3 / 1000.0), to_timestamp($3 / 1000.0)
     FROM jsonb_to_recordset($2::jsonb) AS t ("caseId" uuid, "unitId" uuid, key text, variables jsonb)
     ORDER BY t."caseId", t.key`,
    [id, JSON.stringify(taken), context.now],
  );
}

/** What each element takes of the signal; thousands of cases go by few versions, each of which is asked once. */
function judgeOf(work: Work, variables: JsonObject): (wait: Wait) => Promise<Result<JsonObject, string>> {
  const known = new Map<string, Result<JsonObject, string>>();
  return async ({ checksum, callers, elementId }) => {
    const place = JSON.stringify([checksum, callers, elementId]);
    const before = known.get(place);
    if (before) return before;
    const reads = await namesRead(work, [checksum, ...callers]);
    const accepted = acceptedAt({ process: await processOf(work, checksum), reads }, elementId, variables);
    known.set(place, accepted);
    return accepted;
  };
}
