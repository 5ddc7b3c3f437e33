import { supportedTypes } from '../compile/compile-node.js';
import { eventKinds, executedEvents, type EventKind, type EventPosition } from '../source/executed-events.js';
import { bpmnElements, eventPositions, instantiating, markers, nonInterrupting } from './bpmn-elements.js';

/** One thing that is executed at one place; the name under which a golden trace proves it. */
export type CoverageCell = string;

/** How an element begins a process, where it may. */
export const instantiatingCells = (type: string): readonly CoverageCell[] =>
  (instantiating[type] ?? []).map((how) => `${type} ${how}`);
export const markerCell = (type: string, marker: string): CoverageCell => `${type} ${marker}`;
export const eventCell = (kind: EventKind, position: EventPosition, interrupts = true): CoverageCell =>
  `${kind} ${position}${interrupts ? '' : ' non-interrupting'}`;

/** The executed elements of the table, in its order. */
export const executedElements = bpmnElements.filter(({ type }) => supportedTypes.has(type));

export const executedActivities = executedElements.filter(({ type }) => !type.endsWith('Gateway'));

/** Whether an event lets what it stands at go on, where it may choose (BPMN 2.0.2 table 10.93). */
export const mayNotInterrupt = (kind: EventKind, position: EventPosition): boolean =>
  (position === 'boundary' || position === 'eventSubProcessStart') && nonInterrupting.includes(kind);

const eventCells = (kind: EventKind, position: EventPosition): CoverageCell[] => {
  if (!executedEvents[position].includes(kind)) return [];
  const both = mayNotInterrupt(kind, position) ? [true, false] : [true];
  return both.map((interrupts) => eventCell(kind, position, interrupts));
};

/** All that `docs/bpmn-coverage.md` calls executed, cell by cell. */
export const executedCells = (): CoverageCell[] => [
  ...executedElements.flatMap(({ type }) => [type, ...instantiatingCells(type)]),
  ...executedActivities.flatMap(({ type }) => markers.map((marker) => markerCell(type, marker))),
  ...eventKinds.flatMap((kind) => eventPositions.flatMap(([position]) => eventCells(kind, position))),
];
