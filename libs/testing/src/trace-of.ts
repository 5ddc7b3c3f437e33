import type { Effect, EngineEvent } from '@wuqing/bpmn-engine';
import { canonicalJson, isoOf } from '@wuqing/kernel';

/**
 * A journal in short: one word per event, made to be read and compared in a spec.
 *
 * `+a#1` activated, `-a#1` completed, `xa#1` terminated, `a-b` flow taken, `a-b>j` token waits at join j, `j<<a-b,c-b`
 * tokens consumed, `{p#0 n=1}` variables set, `●a#1` / `✓a#1` user task created / completed, `⏲b#2@…` / `⏰b#2` / `⊘b#2`
 * timer scheduled / triggered / canceled, `✉m#2(name:key)` / `✉!m#2` / `✉⊘m#2` subscription opened / correlated /
 * closed, `⚙s#1(type)` / `⚙✓s#1` service invoked / completed, `⚠a#1(code)` / `⚠✓a#1` incident raised / resolved.
 */
export const traceOf = (events: readonly EngineEvent[]): string => events.map(wordOf).join(' ');

function wordOf(event: EngineEvent): string {
  switch (event.type) {
    case 'ProcessInstanceStarted':
      return `▶${event.processKey}`;
    case 'ElementActivated':
      return `+${event.key}`;
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
    default:
      return waitingWordOf(event);
  }
}

type WaitingEvent = Exclude<
  EngineEvent,
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
      | 'ProcessInstanceTerminated';
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
    case 'IncidentRaised':
      return `⚠${event.key}(${event.code})`;
    case 'IncidentResolved':
      return `⚠✓${event.key}`;
  }
}

const assignmentsOf = (values: Extract<EngineEvent, { type: 'VariablesSet' }>['values']): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${canonicalJson(value)}`)
    .join(' ');

const handleOf = (effect: Effect): string => {
  if ('userTask' in effect) return effect.userTask;
  if ('timer' in effect) return effect.timer;
  return 'subscription' in effect ? effect.subscription : effect.serviceTask;
};

/** Effects in short: `OpenUserTask(a#1) ScheduleTimer(b#2)`. */
export const effectsOf = (effects: readonly Effect[]): string =>
  effects.map((effect) => `${effect.type}(${handleOf(effect)})`).join(' ');
