import { eventKinds, executedEvents } from '../source/executed-events.js';
import {
  allowedEvents,
  bpmnElements,
  eventPositions,
  eventSince,
  markers,
  type BpmnElement,
} from './bpmn-elements.js';
import {
  eventCell,
  executedActivities,
  executedElements,
  instantiatingCells,
  markerCell,
  mayNotInterrupt,
  type CoverageCell,
} from './executed-cells.js';

/** Where a cell is proved, as the page links it; undefined where that is not known. */
export type ProofOf = (cell: CoverageCell) => string | undefined;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const linked = (text: string, cell: CoverageCell, proofOf: ProofOf): string => {
  const proof = proofOf(cell);
  return proof === undefined ? text : `[${text}](${proof})`;
};

function elementRow({ type, name, section, since, note = '' }: BpmnElement, proofOf: ProofOf): string[] {
  if (!executedElements.some((element) => element.type === type))
    return [name, section, 'refused by name', ''];
  const instantiating = instantiatingCells(type).map((cell) =>
    linked(cell.slice(type.length + 1), cell, proofOf),
  );
  return [
    name,
    section,
    linked(`executed since ${since ?? 'now'}`, type, proofOf),
    [note, ...instantiating].filter((part) => part !== '').join(', '),
  ];
}

const markerRow = ({ type, name }: BpmnElement, proofOf: ProofOf): string[] => [
  name,
  ...markers.map((marker) => linked('executed', markerCell(type, marker), proofOf)),
];

const eventRow = (kind: (typeof eventKinds)[number], proofOf: ProofOf): string[] => [
  kind === 'Compensate' ? 'Compensation' : kind,
  ...eventPositions.map(([position]) => {
    if (!executedEvents[position].includes(kind))
      return allowedEvents[kind].includes(position) ? '**refused**' : '–';
    const since = linked(eventSince(kind, position), eventCell(kind, position), proofOf);
    return mayNotInterrupt(kind, position)
      ? `${since}, ${linked('not', eventCell(kind, position, false), proofOf)}`
      : since;
  }),
];

/** `docs/bpmn-coverage.md`: what of BPMN 2.0 is executed where, read from the compiler's own tables. */
export const coveragePage = (proofOf: ProofOf): string => `# What of BPMN 2.0 is executed

Written by \`npm run coverage:bpmn\` from the tables that the compiler and the checks use; do not edit. What is not executed
is refused by name when a process is published, never ignored; what becomes of each word of a file says [words.md](words.md). Each cell leads to a
[golden trace](../test/conformance/traces/README.md) that shows what happens there, from the file on.

## Activities and gateways

${table(
  ['element', 'BPMN 2.0.2', '', ''],
  bpmnElements.map((element) => elementRow(element, proofOf)),
)}

## Markers

Complex multi-instance behavior, \`startQuantity\` and \`completionQuantity\` other than 1 are refused.

${table(['', ...markers], executedActivities.map((element) => markerRow(element, proofOf)))}

## Events

A date is the day since when the event is executed there, a dash a place where BPMN 2.0 has no such event. Boundary events and
starts of event sub-processes are executed interrupting and, where it says \`not\`, also not interrupting, as BPMN 2.0.2
allows (table 10.93). Events with several definitions (multiple, parallel multiple) are refused.

${table(['', ...eventPositions.map(([, name]) => name)], eventKinds.map((kind) => eventRow(kind, proofOf)))}
`;
