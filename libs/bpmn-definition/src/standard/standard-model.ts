import { isElement, type ModdleElement } from '../xml/moddle-element.js';

/** All of a file that the constraints of BPMN 2.0.2 look at: every pool and process, executable or not. */
export interface StandardModel {
  readonly definitions: ModdleElement;
  /** In document order, without diagram and extension elements. */
  readonly elements: readonly ModdleElement[];
  /** Elements of this type, or of one that derives from it. */
  readonly all: (type: string) => readonly ModdleElement[];
  /** The sequence flows that end at a node. */
  readonly incoming: (node: ModdleElement) => readonly ModdleElement[];
  /** The sequence flows that begin at a node. */
  readonly outgoing: (node: ModdleElement) => readonly ModdleElement[];
  /** The message flows that end at an element. */
  readonly received: (element: ModdleElement) => readonly ModdleElement[];
  /** The message flows that begin at an element. */
  readonly sent: (element: ModdleElement) => readonly ModdleElement[];
}

export function standardModelOf(definitions: ModdleElement): StandardModel {
  const elements: ModdleElement[] = [];
  collect(definitions, elements);
  const byType = new Map<string, ModdleElement[]>();
  const all = (type: string): readonly ModdleElement[] => {
    const known = byType.get(type) ?? elements.filter((element) => isA(element, type));
    byType.set(type, known);
    return known;
  };
  const [flows, messages] = [all('SequenceFlow'), all('MessageFlow')];
  return {
    definitions,
    elements,
    all,
    incoming: endsAt(flows, 'targetRef'),
    outgoing: endsAt(flows, 'sourceRef'),
    received: endsAt(messages, 'targetRef'),
    sent: endsAt(messages, 'sourceRef'),
  };
}

const leftOut: ReadonlySet<string> = new Set(['extensionElements', 'diagrams']);

/** What an element contains, not what it refers to. */
function collect(element: ModdleElement, found: ModdleElement[]): void {
  found.push(element);
  for (const [name, value] of Object.entries(element)) {
    if (name.startsWith('$') || leftOut.has(name)) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isElement(child) && child.$parent === element) collect(child, found);
  }
}

function endsAt(flows: readonly ModdleElement[], end: string): StandardModel['incoming'] {
  const ends = new Map<ModdleElement, ModdleElement[]>();
  for (const flow of flows) {
    const node = flow[end];
    if (!isElement(node)) continue;
    const there = ends.get(node);
    if (there) there.push(flow);
    else ends.set(node, [flow]);
  }
  return (node) => ends.get(node) ?? [];
}

/** Whether an element is of this type of BPMN, or of one that derives from it. */
export const isA = (element: ModdleElement | undefined, ...types: readonly string[]): boolean =>
  types.some((type) => element?.$instanceOf?.(`bpmn:${type}`) === true);
