import { isEventSubProcess } from './look-up.js';
import type { SourceModel, SourceNode } from './source-model.js';

/** Where an event may stand (BPMN 2.0.2 table 10.93). */
export type EventPosition =
  'start' | 'eventSubProcessStart' | 'subProcessStart' | 'catch' | 'throw' | 'boundary' | 'end';

/** Kinds of event definition, as `eventKindOf` names them, in the order of the specification's table. */
export const eventKinds = [
  'None',
  'Message',
  'Timer',
  'Error',
  'Escalation',
  'Cancel',
  'Compensate',
  'Conditional',
  'Link',
  'Signal',
  'Terminate',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** What is executed: position → kinds. What stands not here is refused by name. */
export const executedEvents: Readonly<Record<EventPosition, readonly EventKind[]>> = {
  start: ['None', 'Message', 'Timer', 'Conditional', 'Signal'],
  eventSubProcessStart: ['Message', 'Timer', 'Error', 'Escalation', 'Compensate', 'Conditional', 'Signal'],
  subProcessStart: ['None'],
  catch: ['Message', 'Timer', 'Conditional', 'Link', 'Signal'],
  throw: ['None', 'Message', 'Escalation', 'Compensate', 'Link', 'Signal'],
  boundary: ['Message', 'Timer', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Conditional', 'Signal'],
  end: ['None', 'Message', 'Error', 'Escalation', 'Cancel', 'Compensate', 'Signal', 'Terminate'],
};

const positions: Readonly<Record<string, EventPosition>> = {
  EndEvent: 'end',
  IntermediateCatchEvent: 'catch',
  IntermediateThrowEvent: 'throw',
  BoundaryEvent: 'boundary',
};

/** The position of an event; undefined for what is none. */
export function positionOf(source: SourceModel, node: SourceNode): EventPosition | undefined {
  if (node.type !== 'StartEvent') return positions[node.type];
  const scope = source.nodeById.get(node.scope);
  if (!scope) return 'start';
  return isEventSubProcess(scope) ? 'eventSubProcessStart' : 'subProcessStart';
}
