import type {
  Bindings,
  Command,
  EngineFlags,
  InvokeServiceTask,
  ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CommandEnvelope, CommandOutcome } from './command-envelope.js';

/** Argument of the default workflow, whose type is the process key. */
export interface ProcessInstanceInput {
  readonly caseId: string;
  readonly processKey: string;
  readonly definitionChecksum: string;
  /**
   * The case's now less the workflow's: zero in production. Tests, demo and training start a case on another day with
   * it; fast-forwarding then moves the workflow's own clock.
   */
  readonly clockOffsetMs: number;
  /** Continue as new after this many updates of one run. */
  readonly updatesMax: number;
  /** From the call of a town's service to its last answer; the workflow's own default where absent. */
  readonly serviceAnswerWithinMs?: number;
  /** Behaviour changes that the case starts with; none where absent. */
  readonly flags?: EngineFlags;
  /** What the run before handed on. */
  readonly carried?: CarriedInstance;
}

export interface CarriedInstance {
  readonly state: ProcessInstanceState;
  /** Entries of the journal that `state` has evolved from. */
  readonly position: number;
  /** Absent where the process calls nothing. */
  readonly bindings?: Bindings;
  /** Calls of services that have no answer yet, where the state was put together from the journal. */
  readonly calls?: readonly PendingCall[];
}

/** A service task that was called by the entry at `position`. */
export interface PendingCall {
  readonly effect: InvokeServiceTask;
  readonly position: number;
}

const updateNames = {
  StartProcessInstance: 'startProcessInstance',
  CompleteUserTask: 'completeUserTask',
  TriggerTimer: 'triggerTimer',
  CorrelateMessage: 'correlateMessage',
  TriggerSignal: 'triggerSignal',
  CompleteServiceTask: 'completeServiceTask',
  ThrowServiceError: 'throwServiceError',
  FailServiceTask: 'failServiceTask',
  ReturnToStep: 'returnToStep',
  ResolveIncident: 'resolveIncident',
  ActivateAdHocElements: 'activateAdHocElements',
  AddMultiInstanceMember: 'addMultiInstanceMember',
  RemoveMultiInstanceMember: 'removeMultiInstanceMember',
  SkipElement: 'skipElement',
  SuspendProcessInstance: 'suspendProcessInstance',
  ResumeProcessInstance: 'resumeProcessInstance',
  ModifyProcessInstance: 'modifyProcessInstance',
  MigrateProcessInstance: 'migrateProcessInstance',
  CancelProcessInstance: 'cancelProcessInstance',
} as const satisfies Record<Command['type'], string>;

/** One fixed update per kind of command, so that an operator reads the kind in the history. */
export const commandUpdates = Object.fromEntries(
  Object.entries(updateNames).map(([type, name]) => [
    type,
    defineUpdate<CommandOutcome, [CommandEnvelope]>(name),
  ]),
) as Record<Command['type'], ReturnType<typeof defineUpdate<CommandOutcome, [CommandEnvelope]>>>;

/** Makes a workflow that has evolved from fewer entries than stand in the journal adopt the others. */
export const catchUpUpdate = defineUpdate<void, [{ readonly seenPosition: number }]>('catchUp');

export interface ProcessInstanceView {
  readonly state: ProcessInstanceState;
  readonly position: number;
  readonly clockOffsetMs: number;
}

/** The live state, for tests and operators; pages read PostgreSQL. */
export const processInstanceQuery = defineQuery<ProcessInstanceView>('processInstance');
