import { WorkflowNotFoundError, isGrpcServiceError, type Client } from '@temporalio/client';
import {
  auditCaseAct,
  dispatchedCase,
  lockCase,
  noteWorkflowFinding,
  readEntries,
  type Actor,
  type DispatchedCase,
  type UnitOfWork,
  type WorkflowFinding,
  type WorkflowFound,
} from '@wuqing/persistence';
import { canonicalJson, required, type Json } from '@wuqing/kernel';
import {
  catchUpUpdate,
  processInstanceQuery,
  workflowIdOf,
  type CarriedInstance,
  type ProcessInstanceInput,
  type ProcessInstanceView,
} from '@wuqing/workflow-contracts';
import { carriedBy } from './state-of-journal.js';

export interface ForwardDoors {
  readonly client: Client;
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  readonly now: () => number;
  readonly sha256: (text: string) => string;
  readonly taskQueue: string;
  readonly updatesMax: number;
  readonly serviceAnswerWithinMs: number | undefined;
  /** How long the workflow may take to say where it stands, in ms. */
  readonly patienceMs: number;
}

/**
 * Holds a case's workflow against its journal, which decides. One that is missing is started from the journal; one that
 * is behind adopts the rest, and ends with it where the case is over; one that knows what the journal does not, or something
 * else, is replaced, or ended where the case is over. What was found is kept before that. Harmless where both agree, and as often as one likes. Throws where
 * Temporal or the database is away.
 */
export async function bringForward(doors: ForwardDoors, caseId: string): Promise<WorkflowFinding> {
  const view = await viewOf(doors, caseId);
  // The journal is read after the workflow: entries are written before the workflow evolves from them.
  const journal = await journalOf(doors, caseId);
  const workflowPosition = view?.position ?? null;
  const finding = (found: WorkflowFound): WorkflowFinding => ({
    found,
    workflowPosition,
    journalPosition: journal?.carried.position ?? 0,
  });
  if (!journal || isDone(journal, view)) return finding('over');
  const found = comparedWith(journal.carried, view);
  if (found === 'in-step') return finding(found);
  await noted(doors, caseId, finding(found));
  if (found === 'behind' && (await catchesUp(doors, caseId, journal.carried))) return finding(found);
  await (journal.isOver ? end(doors, caseId) : startFrom(doors, journal));
  await tell(doors, caseId, finding(found));
  return finding(found);
}

/** The case has ended, and its workflow with it. */
const isDone = ({ isOver }: JournalOfCase, view: ProcessInstanceView | undefined): boolean => isOver && !view;

function comparedWith(
  { state, position }: CarriedInstance,
  view: ProcessInstanceView | undefined,
): WorkflowFound {
  if (!view) return 'missing';
  if (view.position !== position) return view.position > position ? 'ahead' : 'behind';
  return sameJson(view.state, state) ? 'in-step' : 'different';
}

const sameJson = (a: unknown, b: unknown): boolean =>
  canonicalJson(JSON.parse(JSON.stringify(a)) as Json) ===
  canonicalJson(JSON.parse(JSON.stringify(b)) as Json);

/** What the workflow says of itself; undefined where none runs, or where it cannot say anything any more. */
async function viewOf(
  { client, now, patienceMs }: ForwardDoors,
  caseId: string,
): Promise<ProcessInstanceView | undefined> {
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  try {
    return await client.withDeadline(now() + patienceMs, async () => {
      const { status } = await handle.describe();
      return status.name === 'RUNNING' ? await handle.query(processInstanceQuery) : undefined;
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    if (isAwayOrYoung(error)) throw error;
    return undefined; // it runs, and can no longer be asked: its history does not fit its code
  }
}

/** gRPC: deadline exceeded, resource exhausted, failed precondition (before its first task), unavailable. */
const PASSING_CODES: readonly number[] = [4, 8, 9, 14];

function isAwayOrYoung(error: unknown): boolean {
  const cause = isGrpcServiceError(error) ? error : (error as { cause?: unknown }).cause;
  return isGrpcServiceError(cause) && PASSING_CODES.includes(cause.code);
}

interface JournalOfCase {
  readonly caseId: string;
  readonly target: DispatchedCase;
  readonly carried: CarriedInstance;
  /** By its journal it has ended: nothing comes any more that would wake a workflow which does not know. */
  readonly isOver: boolean;
}

/** Undefined where the case has not begun. */
function journalOf({ unitOfWork, actor }: ForwardDoors, caseId: string): Promise<JournalOfCase | undefined> {
  return unitOfWork.run(actor, async (work) => {
    const target = await dispatchedCase(work, caseId);
    if (target.status === 'created') return undefined;
    const carried = carriedBy(await readEntries(work, caseId, 0));
    if (carried.position !== target.journalPosition)
      throw new Error(
        `Expected ${target.journalPosition} journal entries of case ${caseId}, found ${carried.position}`,
      );
    return { caseId, target, carried, isOver: target.status !== 'running' };
  });
}

/** A workflow that missed something evolves from it by itself, and keeps its history. */
async function catchesUp(doors: ForwardDoors, caseId: string, carried: CarriedInstance): Promise<boolean> {
  const { client, now, patienceMs } = doors;
  const handle = client.workflow.getHandle(workflowIdOf(caseId));
  const args: [{ seenPosition: number }] = [{ seenPosition: carried.position }];
  try {
    await client.withDeadline(now() + patienceMs, () => handle.executeUpdate(catchUpUpdate, { args }));
  } catch (error) {
    if (isAwayOrYoung(error)) throw error;
    return false;
  }
  const view = await viewOf(doors, caseId);
  const journal = await journalOf(doors, caseId);
  if (!journal || isDone(journal, view)) return true;
  const found = comparedWith(journal.carried, view);
  return found === 'in-step' || found === 'behind';
}

/** A new run on what the journal says, in place of whatever runs under this id. */
async function startFrom(doors: ForwardDoors, { caseId, target, carried }: JournalOfCase): Promise<void> {
  const { client, taskQueue, updatesMax, serviceAnswerWithinMs } = doors;
  const input: ProcessInstanceInput = {
    caseId,
    processKey: target.processKey,
    definitionChecksum: target.definitionChecksum,
    clockOffsetMs: target.clockOffsetMs,
    updatesMax,
    serviceAnswerWithinMs,
    carried,
  };
  await client.workflow.start(target.processKey, {
    workflowId: workflowIdOf(caseId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
}

async function end({ client }: ForwardDoors, caseId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowIdOf(caseId)).terminate('its case has ended');
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error; // it has ended by itself meanwhile
  }
}

/** Before it is mended: whoever looks a second time, because the first was cut off, finds a workflow that is well. */
const noted = ({ unitOfWork, actor, now }: ForwardDoors, caseId: string, finding: WorkflowFinding) =>
  unitOfWork.run(actor, (work) => noteWorkflowFinding(work, caseId, finding, now()));

/** The case's own record says that its workflow was put together anew. */
function tell(
  { unitOfWork, actor, now, sha256 }: ForwardDoors,
  caseId: string,
  finding: WorkflowFinding,
): Promise<void> {
  return unitOfWork.run(actor, async (work) => {
    const head = required(await lockCase(work, caseId), `case ${caseId}`);
    const at = new Date(now() + head.clockOffsetMs).toISOString();
    await auditCaseAct(
      work,
      head,
      { action: 'BringWorkflowForward', subject: 'case', detail: { ...finding }, at },
      sha256,
    );
  });
}
