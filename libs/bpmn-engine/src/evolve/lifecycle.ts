import { Bug } from '@wuqing/kernel';
import type { EngineEvent } from '../engine-event.js';
import type { ProcessInstanceStatus } from '../state.js';

/** Which fact may follow in which status, and the status after it. What is not in the table cannot happen. */
export const lifecycle = {
  created: { ProcessInstanceStarted: 'running' },
  running: {
    ElementActivated: 'running',
    ElementCompleted: 'running',
    ElementTerminated: 'running',
    SequenceFlowTaken: 'running',
    JoinTokenArrived: 'running',
    JoinTokensConsumed: 'running',
    VariablesSet: 'running',
    UserTaskCreated: 'running',
    UserTaskCompleted: 'running',
    TimerScheduled: 'running',
    TimerTriggered: 'running',
    TimerCanceled: 'running',
    MessageSubscriptionOpened: 'running',
    MessageCorrelated: 'running',
    MessageSubscriptionClosed: 'running',
    ServiceTaskInvoked: 'running',
    ServiceTaskCompleted: 'running',
    MessagePublished: 'running',
    SignalBroadcast: 'running',
    SignalSubscriptionOpened: 'running',
    SignalReceived: 'running',
    SignalSubscriptionClosed: 'running',
    ConditionAwaited: 'running',
    ConditionMet: 'running',
    ConditionLapsed: 'running',
    ConditionClosed: 'running',
    ErrorThrown: 'running',
    EscalationThrown: 'running',
    CompensationRegistered: 'running',
    CompensationTriggered: 'running',
    CompensationStarted: 'running',
    CompensationScopeReopened: 'running',
    IncidentRaised: 'running',
    IncidentResolved: 'running',
    LoopOpened: 'running',
    LoopMemberAdded: 'running',
    LoopMemberRemoved: 'running',
    LoopOutputCollected: 'running',
    AdHocElementsQueued: 'running',
    ProcessInstanceMigrated: 'running',
    ElementMoved: 'running',
    ElementSkipped: 'running',
    ProcessInstanceSuspended: 'running',
    ProcessInstanceResumed: 'running',
    CommandDeferred: 'running',
    DeferredCommandRefused: 'running',
    ProcessInstanceModified: 'running',
    StepReturned: 'running',
    ProcessInstanceCompleted: 'completed',
    ProcessInstanceTerminated: 'terminated',
  },
  completed: {},
  terminated: {},
} as const satisfies Record<
  ProcessInstanceStatus,
  Partial<Record<EngineEvent['type'], ProcessInstanceStatus>>
>;

type Table = Record<ProcessInstanceStatus, Partial<Record<EngineEvent['type'], ProcessInstanceStatus>>>;

/** The status after `event`; an illegal step is a bug and throws. */
export const statusAfter = (
  status: ProcessInstanceStatus,
  event: EngineEvent['type'],
): ProcessInstanceStatus => (lifecycle as Table)[status][event] ?? unlawful(status, event);

function unlawful(status: ProcessInstanceStatus, event: EngineEvent['type']): never {
  throw new Bug(`Expected a lawful step from ${status} by ${event}`);
}
