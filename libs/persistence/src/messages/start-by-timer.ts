import { firstStart, followingStart, type EngineContext, type TimerRepeat } from '@wuqing/bpmn-engine';
import {
  firstUserTaskFrom,
  startTriggersOf,
  type ExecutableProcess,
  type TimerDefinition,
} from '@wuqing/bpmn-model';
import { assert, instant, isoOf, type Instant } from '@wuqing/kernel';
import { parseCandidateGroups } from '@wuqing/organization';
import type { DueRow, Look } from '../set-aside/look.js';
import type { Work } from '../unit-of-work.js';
import { startByTrigger, type StartContext, type TriggerInForce } from './start-by-trigger.js';

interface TimerTrigger {
  readonly elementId: string;
  readonly definition: TimerDefinition;
}

const timersOf = (process: ExecutableProcess): TimerTrigger[] =>
  startTriggersOf(process).flatMap(({ elementId, definition }) =>
    definition.kind === 'timer' ? [{ elementId, definition }] : [],
  );

/**
 * Plans the timer start events of a version in force, from the moment at which it came in force: whoever plans it first, it
 * is the same. Answers with what cannot be planned.
 */
export async function planStartTimers(
  work: Work,
  checksum: string,
  context: Omit<EngineContext, 'now'>,
): Promise<string[]> {
  const rows = await work.query<{ compiled: ExecutableProcess; at: number }>(
    `SELECT compiled, (extract(epoch FROM effective_from) * 1000)::float8 AS at FROM process_definition_version
     WHERE checksum = $1 AND state = 'in-force'`,
    [checksum],
  );
  const faults: string[] = [];
  for (const { compiled, at } of rows)
    for (const { elementId, definition } of timersOf(compiled)) {
      const first = firstStart(compiled, definition, { ...context, now: instant(at) });
      if (!first.ok) faults.push(`${compiled.key}/${elementId}: ${first.error}`);
      await work.query(
        `INSERT INTO start_timer (definition_checksum, element_id, due_at, repeat, fault) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (definition_checksum, element_id) DO NOTHING`,
        [
          checksum,
          elementId,
          first.ok ? isoOf(first.value.dueAt) : null,
          first.ok && first.value.repeat ? JSON.stringify(first.value.repeat) : null,
          first.ok ? null : first.error,
        ],
      );
    }
  return faults;
}

/** Versions in force, by checksum. */
export function versionsInForce(work: Work, { limit, without }: Look): Promise<DueRow[]> {
  return work.query<DueRow>(
    `SELECT checksum AS id FROM process_definition_version WHERE state = 'in-force' AND checksum <> ALL ($2)
     ORDER BY checksum LIMIT $1`,
    [limit, without],
  );
}

/** A timer start event that is due; `checksum/element` is its key. */
export interface DueStart extends DueRow {
  readonly checksum: string;
  readonly elementId: string;
}

/** Timer start events that are due, the longest due first. */
export function dueStarts(work: Work, { now, limit, without }: Look): Promise<DueStart[]> {
  return work.query<DueStart>(
    `SELECT t.definition_checksum || '/' || t.element_id AS id, t.definition_checksum AS checksum, t.element_id AS "elementId"
     FROM start_timer t JOIN process_definition_version d ON d.checksum = t.definition_checksum AND d.state = 'in-force'
     WHERE t.due_at <= to_timestamp($1 / 1000.0) AND t.definition_checksum || '/' || t.element_id <> ALL ($3)
     ORDER BY t.due_at, d.key, t.element_id LIMIT $2`,
    [now, limit, without],
  );
}

interface LockedStart extends TriggerInForce {
  readonly dueAt: number;
  readonly repeat: TimerRepeat | null;
}

/**
 * Starts the cases of one timer start event that is due, and plans its next firing, in this transaction; false where
 * somebody else has it in hand. A moment that was missed is made up for: each due moment starts its cases once.
 */
export async function startByTimer(
  work: Work,
  start: Pick<DueStart, 'checksum' | 'elementId'>,
  context: StartContext,
): Promise<boolean> {
  const [due] = await work.query<LockedStart>(
    `SELECT d.key AS "processKey", d.name AS "processName", d.checksum, d.compiled, names_read(d) AS reads,
       t.element_id AS "elementId", (extract(epoch FROM t.due_at) * 1000)::float8 AS "dueAt", t.repeat
     FROM start_timer t JOIN process_definition_version d ON d.checksum = t.definition_checksum AND d.state = 'in-force'
     WHERE t.definition_checksum = $2 AND t.element_id = $3 AND t.due_at <= to_timestamp($1 / 1000.0)
     FOR UPDATE OF t SKIP LOCKED`,
    [context.now, start.checksum, start.elementId],
  );
  if (!due) return false;
  const { dueAt, repeat, elementId, checksum } = due;
  for (const unitId of await unitsOf(work, due))
    await startByTrigger(
      work,
      due,
      {
        name: elementId,
        occurrenceId: `${checksum}/${isoOf(instant(dueAt))}/${unitId}`,
        variables: {},
        unitId,
        reachesWalled: true,
        publishedBy: 'system:start-timer',
        clockOffsetMs: 0,
      },
      context,
    );
  await planNext(work, due, instant(dueAt), repeat, context.zone);
  return true;
}

async function planNext(
  work: Work,
  { checksum, elementId }: LockedStart,
  dueAt: Instant,
  repeat: TimerRepeat | null,
  zone: string,
): Promise<void> {
  const next = repeat ? followingStart({ dueAt, repeat }, zone) : undefined;
  assert(next !== undefined || repeat === null, `Expected a repetition of ${elementId} that can be read`);
  await work.query(
    'UPDATE start_timer SET due_at = $3, repeat = $4 WHERE definition_checksum = $1 AND element_id = $2',
    [checksum, elementId, next ? isoOf(next.dueAt) : null, next?.repeat ? JSON.stringify(next.repeat) : null],
  );
}

/**
 * Where the cases belong: whose the first step is. A step of the village's starts one in each village, one of a 党总支's in
 * each of them, any other in the town.
 */
async function unitsOf(work: Work, { compiled, elementId }: LockedStart): Promise<string[]> {
  const rows = await work.query<{ id: string }>('SELECT id FROM unit WHERE kind = $1 ORDER BY code', [
    kindOfFirstStep(compiled, elementId),
  ]);
  return rows.map(({ id }) => id);
}

function kindOfFirstStep(process: ExecutableProcess, start: string): 'village' | 'general-branch' | 'town' {
  const ast = firstUserTaskFrom(process, start)?.assignment.candidateGroups?.ast;
  const text = ast?.['type'] === 'literal' ? ast['value'] : undefined;
  const groups = typeof text === 'string' ? parseCandidateGroups(text) : undefined;
  const place = groups?.ok ? groups.value[0]?.place : undefined;
  if (place === 'village') return 'village';
  return place === 'branch' ? 'general-branch' : 'town';
}
