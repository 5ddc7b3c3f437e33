import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { engineFlags, type Rejection } from '@wuqing/bpmn-engine';
import {
  askWorkflowCheck,
  dispatchedCase,
  findCommand,
  settleCommand,
  type Actor,
  type CommandRow,
  type DispatchedCase,
  type KeptCommand,
  type UnitOfWork,
  type WorkflowFinding,
} from '@wuqing/persistence';
import {
  PROCESS_TASK_QUEUE,
  commandUpdates,
  failureTypes,
  workflowIdOf,
  type CommandEnvelope,
  type CommandOutcome,
  type ProcessInstanceInput,
} from '@wuqing/workflow-contracts';
import { bringForward, type ForwardDoors } from './bring-forward.js';
import { endUnknownWorkflows } from './end-unknown.js';

export interface DispatchOptions {
  /** How long one send may take before the command is left to the courier, in ms. */
  readonly patienceMs: number;
  /** Continue as new after this many updates; below the server's 2,000. */
  readonly updatesMax?: number;
  /** How long a case waits for a town's service, in ms. */
  readonly serviceAnswerWithinMs?: number;
  readonly taskQueue?: string;
  readonly now: () => number;
  readonly sha256: (text: string) => string;
}

/** Continue as new after so many updates where nothing is said. */
const UPDATES_MAX = 1_500;

/** `pending`: nobody knows yet; the row is the promise, and the courier goes on. */
export type DispatchAnswer = CommandOutcome | 'pending';

export class CommandDispatch {
  constructor(
    private readonly client: Client,
    private readonly unitOfWork: UnitOfWork,
    private readonly actor: Actor,
    private readonly options: DispatchOptions,
  ) {}

  /** Sends the row under its attempt; idempotent. Throws only on a bug. */
  async send(row: CommandRow | KeptCommand): Promise<DispatchAnswer> {
    const target = 'dispatchedCase' in row ? row.dispatchedCase : await this.caseOf(row.caseId);
    try {
      const deadline = this.options.now() + this.options.patienceMs;
      return await this.client.withDeadline(deadline, () => this.update(row, target));
    } catch (error) {
      return this.answerOf(row, target, error);
    }
  }

  /** Holds the case's workflow against its journal; see `bringForward`. */
  bringForward(caseId: string): Promise<WorkflowFinding> {
    return bringForward(this.forwardDoors, caseId);
  }

  /** Ends workflows of cases that the database does not know; how many. */
  endUnknown(): Promise<number> {
    return endUnknownWorkflows(this.forwardDoors);
  }

  private get forwardDoors(): ForwardDoors {
    const { client, unitOfWork, actor, options } = this;
    return {
      client,
      unitOfWork,
      actor,
      now: options.now,
      sha256: options.sha256,
      taskQueue: options.taskQueue ?? PROCESS_TASK_QUEUE,
      updatesMax: options.updatesMax ?? UPDATES_MAX,
      serviceAnswerWithinMs: options.serviceAnswerWithinMs,
      patienceMs: options.patienceMs,
    };
  }

  private caseOf(caseId: string): Promise<DispatchedCase> {
    return this.unitOfWork.look(this.actor, (work) => dispatchedCase(work, caseId));
  }

  private update(row: CommandRow, target: DispatchedCase): Promise<CommandOutcome> {
    const update = commandUpdates[row.kind];
    const args: [CommandEnvelope] = [envelopeOf(row, target)];
    const updateId = `${row.id}.${row.attempt}`;
    if (row.kind !== 'StartProcessInstance') {
      return this.client.workflow
        .getHandle(workflowIdOf(target.rootId))
        .executeUpdate(update, { args, updateId });
    }
    const input: ProcessInstanceInput = {
      caseId: row.caseId,
      processKey: target.processKey,
      definitionChecksum: target.definitionChecksum,
      clockOffsetMs: target.clockOffsetMs,
      updatesMax: this.options.updatesMax ?? UPDATES_MAX,
      serviceAnswerWithinMs: this.options.serviceAnswerWithinMs,
      flags: engineFlags,
    };
    const startWorkflowOperation = new WithStartWorkflowOperation(target.processKey, {
      workflowId: workflowIdOf(row.caseId),
      taskQueue: this.options.taskQueue ?? PROCESS_TASK_QUEUE,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    return this.client.workflow.executeUpdateWithStart(update, { args, updateId, startWorkflowOperation });
  }

  private async answerOf(row: CommandRow, target: DispatchedCase, error: unknown): Promise<DispatchAnswer> {
    if (error instanceof WorkflowUpdateFailedError) return this.refusalOf(row, target, error.cause);
    if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) {
      return this.answerWithoutWorkflow(row, target);
    }
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcServiceError(error))
      return this.askForCheck(row, 'a command was not answered');
    throw error;
  }

  private async refusalOf(row: CommandRow, target: DispatchedCase, cause: unknown): Promise<DispatchAnswer> {
    if (!(cause instanceof ApplicationFailure)) return 'pending';
    if (cause.type === failureTypes.rejection) {
      if (await this.isAhead(target, cause.details?.[1]))
        return this.askForCheck(row, 'it refused a command and knows more than the journal');
      return this.settle(row, { status: 'rejected', rejection: cause.details?.[0] as Rejection });
    }
    if (cause.type === failureTypes.conflict)
      return this.settle(row, { status: 'conflict', message: cause.message });
    if (cause.type === failureTypes.incident)
      return this.settle(row, { status: 'incident', message: cause.message });
    if (cause.type === failureTypes.unavailable) return 'pending';
    throw new Error(`Expected an outcome of a command that can be decided, found ${cause.type ?? 'a fault'}`);
  }

  /** The workflow has ended, or has not begun: the journal's transaction may have settled the row; else wait for the start. */
  private async answerWithoutWorkflow(row: CommandRow, target: DispatchedCase): Promise<DispatchAnswer> {
    const stored = await this.unitOfWork.run(this.actor, (work) => findCommand(work, row.id));
    if (stored?.outcome) return stored.outcome as unknown as CommandOutcome;
    if (target.status === 'running') return this.askForCheck(row, 'a command found no workflow');
    if (target.status === 'created') return 'pending';
    return this.settle(row, {
      status: 'rejected',
      rejection: { code: 'not-running', message: '该事项已经办结，不能再办理。' },
    });
  }

  /** A refusal by a workflow that knows what the journal does not is none: the database was restored from a backup. */
  private async isAhead(target: DispatchedCase, position: unknown): Promise<boolean> {
    if (typeof position !== 'number' || position <= target.journalPosition) return false;
    const { journalPosition } = await this.caseOf(target.rootId);
    return position > journalPosition;
  }

  /**
   * The entry may stand in the journal while the workflow has lost the turn with its server: the row has its outcome then,
   * nobody sends it again, and timers that the entry set would never be heard of.
   */
  private async askForCheck({ caseId }: CommandRow, reason: string): Promise<'pending'> {
    const wish = { actorId: this.actor.id, reason, now: this.options.now() };
    await this.unitOfWork.run(this.actor, (work) => askWorkflowCheck(work, caseId, wish));
    return 'pending';
  }

  private async settle(row: CommandRow, outcome: CommandOutcome): Promise<CommandOutcome> {
    const stands = await this.unitOfWork.run(this.actor, (work) =>
      settleCommand(work, row.id, { ...outcome } as never, this.options.now()),
    );
    return stands as unknown as CommandOutcome;
  }
}

function envelopeOf(row: CommandRow, { journalPosition, call }: DispatchedCase): CommandEnvelope {
  return {
    commandId: row.id,
    actorId: row.actorId,
    command: row.body.command,
    seenPosition: journalPosition,
    ...(call === null ? {} : { call }),
    ...(row.body.migrateTo === undefined ? {} : { migrateTo: row.body.migrateTo }),
    ...(row.taskRowVersion === null ? {} : { taskRowVersion: row.taskRowVersion }),
    ...(row.body.calendarVersion === undefined ? {} : { calendarVersion: row.body.calendarVersion }),
  };
}
