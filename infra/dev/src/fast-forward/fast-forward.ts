import { randomUUID } from 'node:crypto';
import { ServiceError, isGrpcServiceError, type Client } from '@temporalio/client';
import { processInstanceQuery, workflowIdOf, type ProcessInstanceView } from '@wuqing/workflow-contracts';
import type { Actor, UnitOfWork } from '@wuqing/persistence';

/**
 * Moves one case through time, on the real server: its workflow's virtual clock and its row's `clock_offset` together.
 *
 * For tests, demo and training. It lives with the embedded runtime, no service imports it, and the server refuses it
 * unless time skipping was switched on in its dynamic configuration, which production's does not.
 */
export interface FastForwardDependencies {
  readonly client: Client;
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** Longest time to wait for quiet after a step, in ms. */
  readonly patienceMs?: number;
}

interface CaseTime {
  readonly status: string;
  readonly offsetMs: number;
  readonly position: number;
  /** Case time of the next service-level instant; null when none is planned. */
  readonly nextClockAt: number | null;
  readonly unsettled: number;
}

const QUIET_POLL_MS = 50;
const GRPC_FAILED_PRECONDITION: number = 9;
/** The case and those of the processes that it calls: they live by one clock. */
export const inTree = '(c.id = $1 OR c.root_id = $1)';

/**
 * Steps to the earliest of next rung, next BPMN timer and `target` (case time, epoch ms), waits until the case's
 * commands and clocks are quiet, and repeats. Safe to call again after a kill: the offset is read from the server.
 */
export async function fastForward(
  dependencies: FastForwardDependencies,
  caseId: string,
  target: number,
): Promise<void> {
  for (;;) {
    await settle(dependencies, caseId);
    const [time, view] = await Promise.all([caseTime(dependencies, caseId), viewOf(dependencies, caseId)]);
    const now = dependencies.now() + time.offsetMs;
    if (now >= target || time.status === 'completed' || time.status === 'terminated') return;
    const timers = Object.values(view.state.timers).map((timer) => timer.dueAt as number);
    const next = Math.min(target, time.nextClockAt ?? Infinity, ...timers);
    // A second beyond the occasion: what is due exactly then must have come.
    await skip(dependencies, caseId, Math.max(next - now, 0) + (next < target ? 1_000 : 0));
  }
}

/** Skips the workflow's clock by `ms`, then writes what the server says it is into the row and its clocks. */
async function skip(dependencies: FastForwardDependencies, caseId: string, ms: number): Promise<void> {
  const { client } = dependencies;
  const id = randomUUID();
  const workflowExecution = { workflowId: workflowIdOf(caseId) };
  const { namespace } = client.options;
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: durationOf(ms) } },
    },
  });
  await client.workflowService.pollWorkflowExecutionTimeSkipping({
    namespace,
    workflowExecution,
    fastForwardId: id,
  });
  await alignOffset(dependencies, caseId);
}

const durationOf = (ms: number) => ({
  seconds: Math.floor(ms / 1_000) as never,
  nanos: Math.round(ms % 1_000) * 1_000_000,
});

/** The server's virtual time is the truth: a kill between skip and row is mended here. */
async function alignOffset(dependencies: FastForwardDependencies, caseId: string): Promise<void> {
  const { client, unitOfWork, actor, now } = dependencies;
  const { clockOffsetMs } = await viewOf(dependencies, caseId);
  const described = await client.workflowService.describeWorkflowExecution({
    namespace: client.options.namespace,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  const virtual = described.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  if (!virtual) return;
  const skippedMs = Number(virtual.seconds) * 1_000 + Math.floor((virtual.nanos ?? 0) / 1_000_000) - now();
  const offsetMs = clockOffsetMs + Math.max(0, skippedMs);
  await unitOfWork.run(actor, async (work) => {
    await work.query(`SELECT id FROM process_instance c WHERE ${inTree} ORDER BY id FOR UPDATE`, [caseId]);
    await work.query(`UPDATE process_instance c SET clock_offset_ms = $2 WHERE ${inTree}`, [
      caseId,
      Math.round(offsetMs),
    ]);
    await work.query(
      `UPDATE service_level_clock
       SET fires_at = (instants -> next_index ->> 'at')::timestamptz - $2 * interval '1 millisecond'
       WHERE case_id IN (SELECT id FROM process_instance c WHERE ${inTree}) AND state = 'running' AND fires_at IS NOT NULL`,
      [caseId, Math.round(offsetMs)],
    );
  });
}

/** Waits until no command is open, no clock is due, and workflow and journal agree. */
async function settle(dependencies: FastForwardDependencies, caseId: string): Promise<void> {
  const { now, pause, patienceMs = 30_000 } = dependencies;
  const giveUpAt = now() + patienceMs;
  for (;;) {
    const time = await caseTime(dependencies, caseId);
    if (await isQuiet(dependencies, caseId, time)) return;
    if (now() > giveUpAt)
      throw new Error(
        `Expected case ${caseId} to become quiet within ${patienceMs} ms: ${JSON.stringify(time)}`,
      );
    await pause(QUIET_POLL_MS);
  }
}

async function isQuiet(
  dependencies: FastForwardDependencies,
  caseId: string,
  time: CaseTime,
): Promise<boolean> {
  const caseNow = dependencies.now() + time.offsetMs;
  if (time.unsettled > 0 || (time.nextClockAt !== null && time.nextClockAt <= caseNow)) return false;
  if (time.status === 'completed' || time.status === 'terminated') return true;
  const { position, state } = await viewOf(dependencies, caseId);
  return position === time.position && Object.values(state.timers).every((timer) => timer.dueAt > caseNow);
}

async function viewOf(
  { client, now, pause, patienceMs = 30_000 }: FastForwardDependencies,
  caseId: string,
): Promise<ProcessInstanceView> {
  const giveUpAt = now() + patienceMs;
  for (;;) {
    try {
      return await client.workflow.getHandle(workflowIdOf(caseId)).query(processInstanceQuery);
    } catch (error) {
      if (!hasJustBegun(error) || now() > giveUpAt) throw error;
    }
    await pause(QUIET_POLL_MS);
  }
}

/** A run that continues another cannot be asked before its first workflow task. */
const hasJustBegun = (error: unknown): boolean =>
  error instanceof ServiceError &&
  isGrpcServiceError(error.cause) &&
  error.cause.code === GRPC_FAILED_PRECONDITION;

async function caseTime({ unitOfWork, actor }: FastForwardDependencies, caseId: string): Promise<CaseTime> {
  const rows = await unitOfWork.run(actor, (work) =>
    work.query<CaseTime>(
      `SELECT status, clock_offset_ms::float8 AS "offsetMs", journal_position AS position,
         (SELECT extract(epoch FROM min((instants -> next_index ->> 'at')::timestamptz)) * 1000 FROM service_level_clock
          WHERE case_id = ANY (tree) AND state = 'running' AND fires_at IS NOT NULL)::float8 AS "nextClockAt",
         (SELECT count(*)::int FROM command WHERE case_id = ANY (tree) AND outcome IS NULL) AS unsettled
       FROM process_instance root, (SELECT array_agg(c.id) AS tree FROM process_instance c WHERE ${inTree}) AS called
       WHERE root.id = $1`,
      [caseId],
    ),
  );
  if (!rows[0]) throw new Error(`Expected case ${caseId} in the database`);
  return rows[0];
}
