import { createHash, randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import { insertOrFindCommand, systemActor } from '@wuqing/persistence';
import { workflowIdOf } from '@wuqing/workflow-contracts';
import { v7 as uuidv7 } from 'uuid';
import { quantile } from './bench-report.mjs';

/** Cases of seven user tasks, sent to one side of the contest: the engine's workflow, or one written by hand. */
const STEPS = 7;
const ACTOR = systemActor('bench');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Neither side takes a task that is not open: both validators really look. */
export async function expectRefusal(side) {
  const caseId = await newCase(side, []);
  const foreign = { type: 'CompleteUserTask', userTask: `step-${STEPS}#99`, variables: {} };
  const refused = await send(side, caseId, foreign, 1).then(
    () => false,
    (error) => error instanceof WorkflowUpdateFailedError,
  );
  if (!refused) throw new Error(`Expected ${side.workflowType} to refuse a task that is not open`);
  await side.client.workflow.getHandle(workflowIdOf(caseId)).terminate();
}

/** One case of ours gives the hand-written side its entries: the same rows, the same sizes. */
export async function entriesOfOurs(side) {
  const caseId = await oneCase(side, []);
  return side.bench.query(
    'SELECT command_kind AS "commandKind", events, effects FROM journal_entry WHERE case_id = $1 ORDER BY position',
    [caseId],
  );
}

/** The marker in which the definition came: what its load adds to the history, once a run. */
export async function loadMarkerOf(side) {
  const caseId = await newCase(side, []);
  const handle = side.client.workflow.getHandle(workflowIdOf(caseId));
  const { events } = await handle.fetchHistory();
  await handle.terminate();
  const { markerRecordedEventAttributes: marker } = events.find(
    (event) => event.markerRecordedEventAttributes,
  );
  const payloads = Object.values(marker.details).flatMap((detail) => detail.payloads);
  return { bytes: payloads.reduce((sum, { data }) => sum + data.length, 0) };
}

export async function run(side, clients, cases) {
  const took = [];
  const starts = [];
  let left = cases;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        await oneCase(side, took, starts);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return {
    perSecond: took.length / seconds,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    startP50: quantile(starts, 0.5),
  };
}

/** A case row and its start. */
async function newCase(side, starts) {
  const caseId = uuidv7();
  await side.bench.query(
    `INSERT INTO process_instance (id, number, unit_id, process_key, definition_checksum, title, audit_head, started_by, started_at)
     VALUES ($1, $2, $3, 'seven-user-tasks', $4, '压测事项', repeat('0', 64), 'system:bench', now())`,
    [caseId, caseId, side.bench.unitId, side.bench.checksum],
  );
  starts.push(await timed(() => send(side, caseId, { type: 'StartProcessInstance', variables: {} })));
  return caseId;
}

/** Start and seven completions, each as a command row and an update, as the API does it. */
async function oneCase(side, took, starts = []) {
  const caseId = await newCase(side, starts);
  for (let step = 1; step <= STEPS; step += 1) {
    const [task] = await side.bench.query(
      `SELECT element_key AS "elementKey", row_version AS "rowVersion" FROM user_task WHERE case_id = $1 AND state = 'open'`,
      [caseId],
    );
    took.push(
      await timed(() =>
        send(
          side,
          caseId,
          { type: 'CompleteUserTask', userTask: task.elementKey, variables: {} },
          task.rowVersion,
        ),
      ),
    );
  }
  return caseId;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function send(side, caseId, command, taskRowVersion) {
  const commandId = randomUUID();
  const row = {
    id: commandId,
    caseId,
    unitId: side.bench.unitId,
    actorId: 'bench',
    kind: command.type,
    body: { command, ...(taskRowVersion ? { submission: { opinion: '同意,按程序办理。' } } : {}) },
    bodyHash: sha256(commandId),
    userTaskId: null,
    taskRowVersion: taskRowVersion ?? null,
  };
  await side.bench.unitOfWork.run(ACTOR, (work) => insertOrFindCommand(work, row, Date.now()));
  const options = {
    args: [{ commandId, actorId: 'bench', command, taskRowVersion, calendarVersion: 1 }],
    updateId: `${commandId}.0`,
  };
  const update = side.update(command.type);
  if (command.type !== 'StartProcessInstance')
    return side.client.workflow.getHandle(workflowIdOf(caseId)).executeUpdate(update, options);
  const startWorkflowOperation = new WithStartWorkflowOperation(side.workflowType, {
    workflowId: workflowIdOf(caseId),
    taskQueue: side.taskQueue,
    args: [side.input(caseId)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
  return side.client.workflow.executeUpdateWithStart(update, { ...options, startWorkflowOperation });
}
