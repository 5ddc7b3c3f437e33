/** A small process for specs of soundness: nodes and flows, sub-processes nested, nothing else. */
export interface Drawn {
  readonly id: string;
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
}

export interface DrawnNode {
  readonly id: string;
  readonly type:
    | 'startEvent'
    | 'endEvent'
    | 'manualTask'
    | 'exclusiveGateway'
    | 'parallelGateway'
    | 'inclusiveGateway'
    | 'boundaryEvent'
    | 'subProcess'
    | 'eventSubProcess';
  readonly trigger?: 'Terminate' | 'Error' | 'Message';
  readonly attachedTo?: string;
  readonly interrupting?: boolean;
  readonly inside?: Drawn;
}

export interface DrawnFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

interface Element {
  readonly $type: string;
  readonly [property: string]: unknown;
}

/** The process as bpmn-moddle would read it from a file. */
export function elementOf({ id, nodes, flows }: Drawn, own: Element = { $type: 'bpmn:Process' }): Element {
  const elements = new Map<string, Element>();
  for (const node of nodes) elements.set(node.id, elementOfNode(node, elements));
  const drawnFlows = flows.map((flow) => ({
    $type: 'bpmn:SequenceFlow',
    id: flow.id,
    sourceRef: elements.get(flow.source),
    targetRef: elements.get(flow.target),
  }));
  return { ...own, id, flowElements: [...elements.values(), ...drawnFlows] };
}

function elementOfNode(node: DrawnNode, before: ReadonlyMap<string, Element>): Element {
  const { id, type, trigger, attachedTo, interrupting = true, inside } = node;
  const isEventSubProcess = type === 'eventSubProcess';
  const name = isEventSubProcess ? 'SubProcess' : type.slice(0, 1).toUpperCase() + type.slice(1);
  const own: Element = {
    $type: `bpmn:${name}`,
    id,
    ...(trigger && { eventDefinitions: [{ $type: `bpmn:${trigger}EventDefinition` }] }),
    ...(attachedTo !== undefined && { attachedToRef: before.get(attachedTo), cancelActivity: interrupting }),
    ...(type === 'startEvent' && { isInterrupting: interrupting }),
    ...(isEventSubProcess && { triggeredByEvent: true }),
  };
  return inside ? elementOf(inside, own) : own;
}
