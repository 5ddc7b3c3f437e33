import type { ModdleWarning } from 'bpmn-moddle';
import { elementIn, elementsIn, localType, type ModdleElement } from '../xml/moddle-element.js';
import type { ParsedXml } from '../xml/parsed-xml.js';
import { nestsDeeper, wuqingOf, zeebeOf, type RawExtension } from './extension.js';

/** A flow node as drawn, supported or not. */
export interface SourceNode {
  readonly element: ModdleElement;
  readonly id: string;
  /** Local name of the BPMN type: `UserTask`. */
  readonly type: string;
  /** Id of the sub-process it lies in, or of the process. */
  readonly scope: string;
  readonly incoming: readonly SourceFlow[];
  readonly outgoing: readonly SourceFlow[];
  readonly zeebe: readonly RawExtension[];
  readonly wuqing: readonly RawExtension[];
}

export interface SourceFlow {
  readonly element: ModdleElement;
  readonly id: string;
  readonly scope: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** Body of the condition with its leading `=`; empty text where it was left empty. */
  readonly condition: string | undefined;
}

/** What the lint rules look at and the compiler reads: the drawing with indexes, nothing interpreted yet. */
export interface SourceModel {
  readonly xml: string;
  readonly warnings: readonly ModdleWarning[];
  readonly definitions: ModdleElement;
  /** Every process that says `isExecutable`. */
  readonly executables: readonly ModdleElement[];
  /** The process that is compiled: the first executable one. */
  readonly process: ModdleElement | undefined;
  readonly nodes: readonly SourceNode[];
  readonly flows: readonly SourceFlow[];
  readonly messages: readonly ModdleElement[];
  readonly nodeById: ReadonlyMap<string, SourceNode>;
  /** Ids of the two ends of every association, as drawn. */
  readonly associations: readonly (readonly [source: string, target: string])[];
  /** Elements nested deeper than `depthMax`; nothing inside them was read. */
  readonly tooDeep: readonly ModdleElement[];
}

/** Sub-processes in sub-processes, and extension elements in extension elements. */
export const depthMax = 20;

/** Flow elements that hold data or notes and move no token. */
const silent: ReadonlySet<string> = new Set([
  'SequenceFlow',
  'DataObject',
  'DataObjectReference',
  'DataStoreReference',
]);

export function sourceModelOf({ definitions, warnings, xml }: ParsedXml): SourceModel {
  const roots = elementsIn(definitions, 'rootElements');
  const executables = roots.filter((root) => root.$type === 'bpmn:Process' && root.isExecutable === true);
  const process = executables[0];
  const found: Found = { nodes: [], flows: [], associations: [], tooDeep: [] };
  if (process) collect(process, found, 0);
  const incoming = groupBy(found.flows, (flow) => flow.target);
  const outgoing = groupBy(found.flows, (flow) => flow.source);
  const nodes = found.nodes.map((node) => ({
    ...node,
    incoming: incoming.get(node.id) ?? [],
    outgoing: outgoing.get(node.id) ?? [],
  }));
  const messages = roots.filter((root) => root.$type === 'bpmn:Message');
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  return {
    xml,
    warnings,
    definitions,
    executables,
    process,
    nodes,
    flows: found.flows,
    messages,
    nodeById,
    associations: found.associations,
    tooDeep: found.tooDeep,
  };
}

interface Found {
  readonly nodes: Omit<SourceNode, 'incoming' | 'outgoing'>[];
  readonly flows: SourceFlow[];
  readonly associations: (readonly [string, string])[];
  readonly tooDeep: ModdleElement[];
}

function collect(scope: ModdleElement, found: Found, depth: number): void {
  if (depth > depthMax || nestsDeeper(scope, depthMax)) {
    found.tooDeep.push(scope);
    return;
  }
  for (const artifact of elementsIn(scope, 'artifacts')) {
    const { source, target } = endsOf(artifact);
    if (artifact.$type === 'bpmn:Association' && source && target) found.associations.push([source, target]);
  }
  for (const element of elementsIn(scope, 'flowElements')) {
    const at = { element, id: element.id ?? '', scope: scope.id ?? '' };
    if (element.$type === 'bpmn:SequenceFlow')
      found.flows.push({ ...at, ...endsOf(element), condition: conditionOf(element) });
    if (silent.has(localType(element))) continue;
    found.nodes.push({ ...at, type: localType(element), ...extensionsOf(element) });
    collect(element, found, depth + 1);
  }
}

/** None where they nest too deep: `collect` says so when it comes to the element. */
const extensionsOf = (element: ModdleElement): Pick<SourceNode, 'zeebe' | 'wuqing'> =>
  nestsDeeper(element, depthMax)
    ? { zeebe: [], wuqing: [] }
    : { zeebe: zeebeOf(element), wuqing: wuqingOf(element) };

const endsOf = (flow: ModdleElement): Pick<SourceFlow, 'source' | 'target'> => ({
  source: elementIn(flow, 'sourceRef')?.id,
  target: elementIn(flow, 'targetRef')?.id,
});

function conditionOf(flow: ModdleElement): string | undefined {
  const condition = elementIn(flow, 'conditionExpression');
  if (!condition) return undefined;
  return typeof condition.body === 'string' ? condition.body.trim() : '';
}

function groupBy(
  flows: readonly SourceFlow[],
  key: (flow: SourceFlow) => string | undefined,
): Map<string, SourceFlow[]> {
  const groups = new Map<string, SourceFlow[]>();
  for (const flow of flows) {
    const id = key(flow);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(flow);
    else groups.set(id, [flow]);
  }
  return groups;
}
