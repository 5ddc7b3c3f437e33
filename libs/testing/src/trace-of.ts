import type { CatchingEvent, Effect, EngineEvent } from '@wuqing/bpmn-engine';
import { canonicalJson, isoOf } from '@wuqing/kernel';

/**
 * A journal in short: one word per event, made to be read and compared in a spec.
 *
 * `+a#1` activated, `-a#1` completed, `xa#1` terminated, `a-b` flow taken, `a-b>j` token waits at join j, `j<<a-b,c-b`
 * tokens consumed, `{p#0 n=1}` variables set, `●a#1` / `✓a#1` user task created / completed, `⏲b#2@…` / `⏰b#2` / `⊘b#2`
 * timer scheduled / triggered / canceled, `✉m#2(name:key)` / `✉!m#2` / `✉⊘m#2` subscription opened / correlated /
 * closed, `✉→m#2(name:key)` message published, `≋s#2(name)` / `≋!s#2` / `≋⊘s#2` / `≋→s#2(name)` signal awaited / received / no
 * longer awaited / broadcast, `?c#2` / `?!c#2` / `?↓c#2` / `?⊘c#2` condition awaited (`?c#2=true` where it holds already) /
 * met / lapsed / closed, `↯t#1(code)` error thrown, `⇑t#1(code>catcher)` escalation thrown, `◁a#1` can be undone, `◀t#3(a#1)`
 * compensation triggered, `◁!a#1` is undone, `◁s#9=s#4` sub-process opened again as s#9, `⚙s#1(type)` / `⚙✓s#1` service invoked / completed, `⚠a#1(code)` / `⚠✓a#1` incident raised / resolved,
 * `+a#2*` a looped activity as a whole, `+a#3[1]` its first member, `⟳a#2(3)` its members counted, `⟳+a#2[4]` /
 * `⟳-a#2[4]` a member added / taken out, `{a#2 list[1]=…}` an output collected,
 * `…s#1(a,b)` elements queue in an ad-hoc sub-process, `⇄` migrated, `→a#1@s#2` moved into another scope, `»a#1` skipped, `⏸` / `⏵` suspended / resumed, `⏸(…)` / `⏵✗(…)` a command put off / refused later, `✎+a-b#1` modified.
 */
export const traceOf = (events: readonly EngineEvent[]): string => events.map(wordOf).join(' ');

function wordOf(event: EngineEvent): string {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return `▶${event.processKey}`;
    case 'ElementActivated':
      return `+${event.key}${event.loop ? '*' : ''}${event.member === undefined ? '' : `[${event.member}]`}`;
    case 'ElementCompleted':
      return `-${event.key}`;
    case 'ElementTerminated':
      return `x${event.key}`;
    case 'SequenceFlowTaken':
      return event.flowId;
    case 'JoinTokenArrived':
      return `${event.flowId}>${event.elementId}`;
    case 'JoinTokensConsumed':
      return `${event.elementId}<<${event.flowIds.join(',')}`;
    case 'VariablesSet':
      return `{${event.scope} ${assignmentsOf(event.values)}}`;
    case 'StepReturned':
      return `↶${event.target}`;
    case 'ProcessInstanceCompleted':
      return '■';
    case 'ProcessInstanceTerminated':
      return `✗(${event.reason})`;
    case 'ProcessInstanceMigrated':
      return '⇄';
    case 'ElementMoved':
      return `→${event.key}@${event.scope}`;
    default:
      return isCatching(event) ? catchingWordOf(event) : waitingWordOf(event);
  }
}

type WaitingEvent = Exclude<
  Exclude<EngineEvent, CatchingEvent>,
  {
    type:
      | 'ProcessInstanceStarted'
      | 'ElementActivated'
      | 'ElementCompleted'
      | 'ElementTerminated'
      | 'SequenceFlowTaken'
      | 'JoinTokenArrived'
      | 'JoinTokensConsumed'
      | 'VariablesSet'
      | 'StepReturned'
      | 'ProcessInstanceCompleted'
      | 'ProcessInstanceTerminated'
      | 'ProcessInstanceMigrated'
      | 'ElementMoved';
  }
>;

function waitingWordOf(event: WaitingEvent): string {
  switch (event.type) {
    case 'UserTaskCreated':
      return `●${event.key}`;
    case 'UserTaskCompleted':
      return `✓${event.key}`;
    case 'TimerScheduled':
      return `⏲${event.key}@${isoOf(event.dueAt)}`;
    case 'TimerTriggered':
      return `⏰${event.key}`;
    case 'TimerCanceled':
      return `⊘${event.key}`;
    case 'MessageSubscriptionOpened':
      return `✉${event.key}(${event.messageName}:${event.correlationKey})`;
    case 'MessageCorrelated':
      return `✉!${event.key}`;
    case 'MessageSubscriptionClosed':
      return `✉⊘${event.key}`;
    case 'ServiceTaskInvoked':
      return `⚙${event.key}(${event.taskType})`;
    case 'ServiceTaskCompleted':
      return `⚙✓${event.key}`;
    case 'AdHocElementsQueued':
      return `…${event.key}(${event.elementIds.join(',')})`;
    case 'ElementSkipped':
      return `»${event.key}`;
    case 'ProcessInstanceSuspended':
      return '⏸';
    case 'ProcessInstanceResumed':
      return '⏵';
    case 'CommandDeferred':
      return `⏸(${event.command.type})`;
    case 'DeferredCommandRefused':
      return `⏵✗(${event.command.type})`;
    case 'ProcessInstanceModified':
      return `✎+${event.activated.join(',')}-${event.terminated.join(',')}`;
    case 'LoopOpened':
      return `⟳${event.key}(${event.size})`;
    case 'LoopMemberAdded':
      return `⟳+${event.key}[${event.number}]`;
    case 'LoopMemberRemoved':
      return `⟳-${event.key}[${event.number}]`;
    case 'LoopOutputCollected':
      return `{${event.key} ${event.name}[${event.number}]=${canonicalJson(event.value)}}`;
    case 'IncidentRaised':
      return `⚠${event.key}(${event.code})`;
    case 'IncidentResolved':
      return `⚠✓${event.key}`;
  }
}

const catching: {
  readonly [T in CatchingEvent['type']]: (event: Extract<CatchingEvent, { type: T }>) => string;
} = {
  MessagePublished: ({ key, messageName, correlationKey }) => `✉→${key}(${messageName}:${correlationKey})`,
  SignalBroadcast: ({ key, signalName }) => `≋→${key}(${signalName})`,
  SignalSubscriptionOpened: ({ key, signalName }) => `≋${key}(${signalName})`,
  SignalReceived: ({ key }) => `≋!${key}`,
  SignalSubscriptionClosed: ({ key }) => `≋⊘${key}`,
  ConditionAwaited: ({ key, holds }) => `?${key}${holds ? '=true' : ''}`,
  ConditionMet: ({ key }) => `?!${key}`,
  ConditionLapsed: ({ key }) => `?↓${key}`,
  ConditionClosed: ({ key }) => `?⊘${key}`,
  ErrorThrown: ({ key, errorCode }) => `↯${key}(${errorCode})`,
  EscalationThrown: ({ key, escalationCode, caughtBy = '' }) => `⇑${key}(${escalationCode}>${caughtBy})`,
  CompensationRegistered: ({ key }) => `◁${key}`,
  CompensationTriggered: ({ key, activities }) => `◀${key}(${activities.join(',')})`,
  CompensationStarted: ({ activity }) => `◁!${activity}`,
  CompensationScopeReopened: ({ key, activity }) => `◁${key}=${activity}`,
};

const isCatching = (event: EngineEvent): event is CatchingEvent => Object.hasOwn(catching, event.type);

const catchingWordOf = (event: CatchingEvent): string =>
  (catching[event.type] as (event: CatchingEvent) => string)(event);

const assignmentsOf = (values: Extract<EngineEvent, { type: 'VariablesSet' }>['values']): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${canonicalJson(value)}`)
    .join(' ');

const handleOf = (effect: Effect): string => {
  if ('userTask' in effect) return effect.userTask;
  if ('timer' in effect) return effect.timer;
  if ('subscription' in effect) return effect.subscription;
  if ('serviceTask' in effect) return effect.serviceTask;
  return effect.type === 'PublishMessage' ? effect.messageId : effect.signalId;
};

/** Effects in short: `OpenUserTask(a#1) ScheduleTimer(b#2)`. */
export const effectsOf = (effects: readonly Effect[]): string =>
  effects.map((effect) => `${effect.type}(${handleOf(effect)})`).join(' ');
