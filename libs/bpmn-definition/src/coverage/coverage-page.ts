import { supportedTypes } from '../compile/compile-node.js';
import { eventKinds, executedEvents } from '../source/executed-events.js';
import { allowedEvents, bpmnElements, eventPositions, eventSince, type BpmnElement } from './bpmn-elements.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const elementRow = ({ type, name, section, since, note = '' }: BpmnElement): string[] =>
  supportedTypes.has(type)
    ? [name, section, `executed since ${since ?? 'now'}`, note]
    : [name, section, 'refused by name', ''];

const eventRow = (kind: (typeof eventKinds)[number]): string[] => [
  kind === 'Compensate' ? 'Compensation' : kind,
  ...eventPositions.map(([position]) => {
    if (executedEvents[position].includes(kind)) return eventSince(kind, position);
    return allowedEvents[kind].includes(position) ? '**refused**' : '–';
  }),
];

/** `docs/bpmn-coverage.md`: what of BPMN 2.0 is executed where, read from the compiler's own tables. */
export const coveragePage = (): string => `# What of BPMN 2.0 is executed

Written by \`npm run coverage:bpmn\` from the tables that the compiler and the checks use; do not edit. What is not executed
is refused by name when a process is published, never ignored.

## Activities and gateways

${table(['element', 'BPMN 2.0.2', '', ''], bpmnElements.map(elementRow))}

Markers: multi-instance (parallel, sequential), standard loop and compensation are executed on every activity; complex
multi-instance behavior, \`startQuantity\` and \`completionQuantity\` other than 1 are refused.

## Events

A date is the day since when the event is executed there, a dash a place where BPMN 2.0 has no such event. Boundary events and
starts of event sub-processes are executed interrupting and not, as far as BPMN 2.0.2 allows (table 10.93). Events with several definitions (multiple,
parallel multiple) are refused.

${table(['', ...eventPositions.map(([, name]) => name)], eventKinds.map(eventRow))}
`;
