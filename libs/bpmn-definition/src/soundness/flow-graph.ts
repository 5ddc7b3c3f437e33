import { elementIn, elementsIn, localType, textIn, type ModdleElement } from '../xml/moddle-element.js';

/**
 * A process as soundness sees it: scopes with nodes and flows, no data. It is read from the drawing and not from the
 * compiled process, so that files which this product does not execute can be judged too.
 */
export interface GraphScope {
  /** Id of the process or sub-process. */
  readonly id: string;
  readonly kind: 'process' | 'subProcess' | 'eventSubProcess' | 'adHoc';
  readonly nodes: readonly GraphNode[];
  readonly parent?: GraphScope;
}

export interface GraphFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly conditional: boolean;
}

export interface GraphNode {
  readonly id: string;
  /** Local name of the BPMN type: `UserTask`. */
  readonly type: string;
  readonly scope: GraphScope;
  readonly incoming: readonly GraphFlow[];
  readonly outgoing: readonly GraphFlow[];
  readonly boundaries: readonly GraphNode[];
  readonly attachedTo?: string;
  /** Of boundary events and of start events of event sub-processes. */
  readonly interrupting: boolean;
  /** `None`, `Message`, `Error` … */
  readonly trigger: string;
  /** What a throw and its catch agree on: error code, escalation code, link name. */
  readonly code?: string;
  readonly defaultFlow?: string;
  readonly instantiates: boolean;
  /** Of an event-based gateway: all the events behind it happen, not one of them. */
  readonly awaitsAll: boolean;
  readonly isHandler: boolean;
  /** The inside of a sub-process. */
  readonly inside?: GraphScope;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type NodeDraft = Omit<Draft<GraphNode>, 'incoming' | 'outgoing' | 'boundaries'> & {
  readonly incoming: GraphFlow[];
  readonly outgoing: GraphFlow[];
  readonly boundaries: GraphNode[];
};

const subProcessTypes: ReadonlySet<string> = new Set(['SubProcess', 'Transaction', 'AdHocSubProcess']);
const silentTypes: ReadonlySet<string> = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference']);

export const isActivity = ({ type }: GraphNode): boolean =>
  type.endsWith('Task') || type === 'CallActivity' || subProcessTypes.has(type);

/** The graph of a process, supported elements or not; flows without both ends in their scope are left out. */
export const flowGraphOf = (process: ModdleElement): GraphScope => scopeOf(process, 'process', undefined);

function scopeOf(
  element: ModdleElement,
  kind: GraphScope['kind'],
  parent: GraphScope | undefined,
): GraphScope {
  const nodes: NodeDraft[] = [];
  const scope: GraphScope = { id: element.id ?? '', kind, nodes, ...(parent && { parent }) };
  const flows: ModdleElement[] = [];
  for (const child of elementsIn(element, 'flowElements')) {
    const type = typeNameOf(child);
    if (type === 'SequenceFlow') flows.push(child);
    else if (!silentTypes.has(type)) nodes.push(nodeOf(child, type, scope));
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const flow of flows) connect(flow, byId);
  for (const node of nodes) byId.get(node.attachedTo ?? '')?.boundaries.push(node);
  return scope;
}

const typeNames = new Map<string, string>();

function typeNameOf(element: ModdleElement): string {
  const known = typeNames.get(element.$type);
  if (known !== undefined) return known;
  const name = localType(element);
  typeNames.set(element.$type, name);
  return name;
}

function connect(element: ModdleElement, nodes: ReadonlyMap<string, NodeDraft>): void {
  const source = nodes.get(elementIn(element, 'sourceRef')?.id ?? '');
  const target = nodes.get(elementIn(element, 'targetRef')?.id ?? '');
  if (!source || !target) return;
  const conditional = elementIn(element, 'conditionExpression') !== undefined;
  const flow: GraphFlow = { id: element.id ?? '', source: source.id, target: target.id, conditional };
  source.outgoing.push(flow);
  target.incoming.push(flow);
}

function nodeOf(element: ModdleElement, type: string, scope: GraphScope): NodeDraft {
  const definition = type.endsWith('Event') ? definitionOf(element) : undefined;
  const code = definition && codeOf(definition, element);
  const attachedTo = type === 'BoundaryEvent' ? elementIn(element, 'attachedToRef')?.id : undefined;
  const defaultFlow = elementIn(element, 'default')?.id;
  const inside = subProcessTypes.has(type) ? scopeOf(element, kindOf(element, type), scope) : undefined;
  return {
    id: element.id ?? '',
    type,
    scope,
    incoming: [],
    outgoing: [],
    boundaries: [],
    ...(attachedTo !== undefined && { attachedTo }),
    interrupting: element.cancelActivity !== false && element.isInterrupting !== false,
    trigger: definition ? localType(definition).replace(/EventDefinition$/, '') : 'None',
    ...(code !== undefined && { code }),
    ...(defaultFlow !== undefined && { defaultFlow }),
    instantiates: element.instantiate === true,
    awaitsAll: element.instantiate === true && element.eventGatewayType === 'Parallel',
    isHandler: element.isForCompensation === true && element.triggeredByEvent !== true,
    ...(inside && { inside }),
  };
}

const definitionOf = (event: ModdleElement): ModdleElement | undefined =>
  elementsIn(event, 'eventDefinitions')[0] ?? elementsIn(event, 'eventDefinitionRef')[0];

function kindOf(element: ModdleElement, type: string): GraphScope['kind'] {
  if (type === 'AdHocSubProcess') return 'adHoc';
  return element.triggeredByEvent === true ? 'eventSubProcess' : 'subProcess';
}

function codeOf(definition: ModdleElement, event: ModdleElement): string | undefined {
  if (localType(definition) === 'LinkEventDefinition')
    return textIn(elementIn(definition, 'target') ?? definition, 'name') ?? textIn(event, 'name');
  const error = elementIn(definition, 'errorRef');
  if (error) return textIn(error, 'errorCode') ?? error.id;
  const escalation = elementIn(definition, 'escalationRef');
  return escalation && (textIn(escalation, 'escalationCode') ?? escalation.id);
}
