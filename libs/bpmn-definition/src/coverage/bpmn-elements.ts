import type { EventKind, EventPosition } from '../source/executed-events.js';

/** An element of BPMN 2.0.2 as the coverage page lists it. */
export interface BpmnElement {
  /** Local name of the BPMN type. */
  readonly type: string;
  readonly name: string;
  readonly section: string;
  /** Day from which it is executed. */
  readonly since?: string;
  /** What is refused of it, or why all of it is. */
  readonly note?: string;
}

const first = '2026-11-24';
const family = '2026-11-25';

/** Every activity and gateway of the specification; whether it is executed is asked of the compiler. */
export const bpmnElements: readonly BpmnElement[] = [
  { type: 'Task', name: 'Undefined task', section: '10.3.3', since: first },
  { type: 'UserTask', name: 'User task', section: '10.3.3.2', since: first },
  { type: 'ManualTask', name: 'Manual task', section: '10.3.3.2', since: first },
  { type: 'ServiceTask', name: 'Service task', section: '10.3.3.1', since: first },
  { type: 'SendTask', name: 'Send task', section: '10.3.3.1', since: family },
  { type: 'ReceiveTask', name: 'Receive task', section: '10.3.3.1', since: family },
  { type: 'ScriptTask', name: 'Script task', section: '10.3.3.3', since: first, note: 'FEEL only' },
  { type: 'BusinessRuleTask', name: 'Business rule task', section: '10.3.3.1', since: family },
  { type: 'SubProcess', name: 'Sub-process, event sub-process', section: '10.3.5', since: first },
  { type: 'Transaction', name: 'Transaction', section: '10.3.5.3', since: family },
  { type: 'AdHocSubProcess', name: 'Ad-hoc sub-process', section: '10.3.5.2', since: family },
  { type: 'CallActivity', name: 'Call activity', section: '10.3.6', since: first, note: 'global tasks are refused' },
  { type: 'ExclusiveGateway', name: 'Exclusive gateway', section: '10.6.2', since: first },
  { type: 'InclusiveGateway', name: 'Inclusive gateway', section: '10.6.3', since: first },
  { type: 'ParallelGateway', name: 'Parallel gateway', section: '10.6.4', since: first },
  { type: 'ComplexGateway', name: 'Complex gateway', section: '10.6.5' },
  { type: 'EventBasedGateway', name: 'Event-based gateway', section: '10.6.6', since: family },
];

/** How an element may begin a process, beside start events. */
export const instantiating: Readonly<Record<string, readonly string[]>> = {
  ReceiveTask: ['instantiating'],
  EventBasedGateway: ['instantiating', 'instantiating in parallel'],
};

/** What an activity may be besides done once (BPMN 2.0.2 §10.3.8, §10.7). */
export const markers: readonly string[] = [
  'parallel multi-instance',
  'sequential multi-instance',
  'standard loop',
  'compensation',
];

/** Positions as they are headed in the table of events. */
export const eventPositions: readonly (readonly [EventPosition, string])[] = [
  ['start', 'start of a process'],
  ['subProcessStart', 'start of a sub-process'],
  ['eventSubProcessStart', 'start of an event sub-process'],
  ['catch', 'intermediate catch'],
  ['throw', 'intermediate throw'],
  ['boundary', 'boundary'],
  ['end', 'end'],
];

/** Where the specification allows each kind of event (table 10.93); elsewhere there is nothing to execute. */
export const allowedEvents: Readonly<Record<EventKind, readonly EventPosition[]>> = {
  None: ['start', 'subProcessStart', 'throw', 'end'],
  Message: ['start', 'eventSubProcessStart', 'catch', 'throw', 'boundary', 'end'],
  Timer: ['start', 'eventSubProcessStart', 'catch', 'boundary'],
  Error: ['eventSubProcessStart', 'boundary', 'end'],
  Escalation: ['eventSubProcessStart', 'throw', 'boundary', 'end'],
  Cancel: ['boundary', 'end'],
  Compensate: ['eventSubProcessStart', 'throw', 'boundary', 'end'],
  Conditional: ['start', 'eventSubProcessStart', 'catch', 'boundary'],
  Link: ['catch', 'throw'],
  Signal: ['start', 'eventSubProcessStart', 'catch', 'throw', 'boundary', 'end'],
  Terminate: ['end'],
};

/** Kinds that may let go on what they are attached to, or the scope that they start in (table 10.93). */
export const nonInterrupting: readonly EventKind[] = ['Message', 'Timer', 'Escalation', 'Conditional', 'Signal'];

const firstCut: ReadonlySet<string> = new Set([
  'None start',
  'None subProcessStart',
  'None end',
  'Message start',
  'Message eventSubProcessStart',
  'Message catch',
  'Message boundary',
  'Timer start',
  'Timer eventSubProcessStart',
  'Timer catch',
  'Timer boundary',
  'Terminate end',
]);

/** Day from which an event is executed at a position. */
export const eventSince = (kind: EventKind, position: EventPosition): string =>
  firstCut.has(`${kind} ${position}`) ? first : family;
