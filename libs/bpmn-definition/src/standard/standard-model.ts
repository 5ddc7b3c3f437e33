import { elementIn, elementsIn, isElement, type ModdleElement } from '../xml/moddle-element.js';

/**
 * All of a file that the constraints of BPMN 2.0.2 look at: every pool and process, executable or not. What a constraint asks
 * of many elements has an index here, so that a file of many thousand elements is judged at once.
 */
export interface StandardModel {
  readonly definitions: ModdleElement;
  /** The text of the file: what the schema asks of its order is seen nowhere else. */
  readonly xml: string;
  /** Elements of this type, or of one that derives from it, without those of diagram and extensions. */
  readonly all: (type: string) => readonly ModdleElement[];
  /** The sequence flows that end at a node. */
  readonly incoming: (node: ModdleElement) => readonly ModdleElement[];
  /** The sequence flows that begin at a node. */
  readonly outgoing: (node: ModdleElement) => readonly ModdleElement[];
  /** The message flows that end at an element. */
  readonly received: (element: ModdleElement) => readonly ModdleElement[];
  /** The message flows that begin at an element. */
  readonly sent: (element: ModdleElement) => readonly ModdleElement[];
  /** The associations at an element, of either direction. */
  readonly associations: (element: ModdleElement) => readonly ModdleElement[];
  /** The boundary events on an activity. */
  readonly boundaries: (activity: ModdleElement) => readonly ModdleElement[];
  /** The participants that are a process. */
  readonly pools: (process: ModdleElement) => readonly ModdleElement[];
  /** What an element refers to or contains by this property, of several. */
  readonly refs: (element: ModdleElement, property: string) => ReadonlySet<ModdleElement>;
  /** The process or sub-process that a node lies in directly. */
  readonly levelOf: (node: ModdleElement) => Level;
}

/** What stands directly in a process or sub-process. */
export interface Level {
  readonly hasStart: boolean;
  readonly hasEnd: boolean;
  /** Whether a task or gateway begins it. */
  readonly hasInstantiating: boolean;
}

export function standardModelOf(definitions: ModdleElement, xml: string): StandardModel {
  const elements: ModdleElement[] = [];
  collect(definitions, elements);
  const all = memo((type: string) => ofType(elements, type));
  const by = (type: string, ...ends: readonly string[]) => endsAt(all(type), ends);
  const levels = memo((level: ModdleElement) => factsOf(level));
  const sets = memo((element: ModdleElement) => memo((name: string) => new Set(elementsIn(element, name))));
  return {
    definitions,
    xml,
    all,
    incoming: by('SequenceFlow', 'targetRef'),
    outgoing: by('SequenceFlow', 'sourceRef'),
    received: by('MessageFlow', 'targetRef'),
    sent: by('MessageFlow', 'sourceRef'),
    associations: by('Association', 'sourceRef', 'targetRef'),
    boundaries: by('BoundaryEvent', 'attachedToRef'),
    pools: by('Participant', 'processRef'),
    refs: (element, name) => sets(element)(name),
    levelOf: (node) => levels(node.$parent ?? definitions),
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

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Each type is asked once, not each element. */
function ofType(elements: readonly ModdleElement[], type: string): ModdleElement[] {
  const isOf = new Map<string, boolean>();
  return elements.filter((element) => {
    const known = isOf.get(element.$type) ?? isA(element, type);
    isOf.set(element.$type, known);
    return known;
  });
}

/** Which of these elements refer to an element by one of these properties. */
function endsAt(
  elements: readonly ModdleElement[],
  properties: readonly string[],
): (end: ModdleElement) => readonly ModdleElement[] {
  const ends = new Map<ModdleElement, ModdleElement[]>();
  for (const element of elements)
    for (const property of properties) {
      const end = elementIn(element, property);
      if (!end) continue;
      const there = ends.get(end);
      if (there) there.push(element);
      else ends.set(end, [element]);
    }
  return (end) => ends.get(end) ?? [];
}

function factsOf(level: ModdleElement): Level {
  const nodes = elementsIn(level, 'flowElements');
  return {
    hasStart: nodes.some((node) => isA(node, 'StartEvent')),
    hasEnd: nodes.some((node) => isA(node, 'EndEvent')),
    hasInstantiating: nodes.some((node) => node.instantiate === true),
  };
}

/** Whether an element is of this type of BPMN, or of one that derives from it. */
export const isA = (element: ModdleElement | undefined, ...types: readonly string[]): boolean =>
  types.some((type) => element?.$instanceOf?.(`bpmn:${type}`) === true);
