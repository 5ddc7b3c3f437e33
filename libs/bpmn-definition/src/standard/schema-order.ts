import { newModdle } from '../xml/moddle.js';

/**
 * In which order the children of an element stand (Semantic.xsd of BPMN 2.0.2): of each type its own, behind those of the
 * types that it derives from. `@FlowElement` is any element of that type.
 */
const ownOrder: Readonly<Record<string, readonly string[]>> = {
  BaseElement: ['documentation', 'extensionElements'],
  Definitions: ['import', 'extension', '@RootElement', 'BPMNDiagram', 'relationship'],
  FlowElement: ['auditing', 'monitoring', 'categoryValueRef'],
  FlowNode: ['incoming', 'outgoing'],
  Activity: [
    'ioSpecification',
    'property',
    'dataInputAssociation',
    'dataOutputAssociation',
    '@ResourceRole',
    '@LoopCharacteristics',
  ],
  SubProcess: ['laneSet', '@FlowElement', '@Artifact'],
  AdHocSubProcess: ['completionCondition'],
  UserTask: ['rendering'],
  ScriptTask: ['script'],
  Event: ['property'],
  CatchEvent: ['dataOutput', 'dataOutputAssociation', 'outputSet', '@EventDefinition', 'eventDefinitionRef'],
  ThrowEvent: ['dataInput', 'dataInputAssociation', 'inputSet', '@EventDefinition', 'eventDefinitionRef'],
  CallableElement: ['supportedInterfaceRef', 'ioSpecification', 'ioBinding'],
  Process: [
    'auditing',
    'monitoring',
    'property',
    'laneSet',
    '@FlowElement',
    '@Artifact',
    '@ResourceRole',
    'correlationSubscription',
    'supports',
  ],
  Lane: ['partitionElement', 'flowNodeRef', 'childLaneSet'],
  Collaboration: [
    'participant',
    'messageFlow',
    '@Artifact',
    '@ConversationNode',
    'conversationAssociation',
    'participantAssociation',
    'messageFlowAssociation',
    'correlationKey',
    'choreographyRef',
    'conversationLink',
  ],
  Choreography: ['@FlowElement'],
  ChoreographyActivity: ['participantRef', 'correlationKey'],
  ChoreographyTask: ['messageFlowRef'],
  SubChoreography: ['@FlowElement', '@Artifact'],
  ConversationNode: ['participantRef', 'messageFlowRef', 'correlationKey'],
  Participant: ['interfaceRef', 'endPointRef', 'participantMultiplicity'],
  Operation: ['inMessageRef', 'outMessageRef', 'errorRef'],
  InputOutputSpecification: ['dataInput', 'dataOutput', 'inputSet', 'outputSet'],
  InputSet: ['dataInputRefs', 'optionalInputRefs', 'whileExecutingInputRefs', 'outputSetRefs'],
  OutputSet: ['dataOutputRefs', 'optionalOutputRefs', 'whileExecutingOutputRefs', 'inputSetRefs'],
  DataAssociation: ['sourceRef', 'targetRef', 'transformation', 'assignment'],
  Assignment: ['from', 'to'],
  MultiInstanceLoopCharacteristics: [
    'loopCardinality',
    'loopDataInputRef',
    'loopDataOutputRef',
    'inputDataItem',
    'outputDataItem',
    'complexBehaviorDefinition',
    'completionCondition',
  ],
  LinkEventDefinition: ['source', 'target'],
  ResourceRole: ['resourceRef', 'resourceParameterBinding', 'resourceAssignmentExpression'],
};

/** Elements that bear the name of a property, and their type. */
const typeOfProperty: Readonly<Record<string, string>> = {
  childLaneSet: 'LaneSet',
  ioBinding: 'InputOutputBinding',
  ioSpecification: 'InputOutputSpecification',
};

const superTypes = new Map(
  newModdle()
    .getPackage('bpmn')
    .types.map(({ name, superClass = [] }) => [local(name), superClass.map(local)]),
);

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A type of the meta-model with all that it derives from, those first. */
function lineageOf(type: string): readonly string[] {
  return [...(superTypes.get(type) ?? []).flatMap(lineageOf), type];
}

const typeOf = (element: string): string =>
  typeOfProperty[element] ?? element.slice(0, 1).toUpperCase() + element.slice(1);

const orders = new Map<string, readonly string[]>();

/** The children of an element of BPMN in their order; empty where the schema leaves nothing to be out of order. */
function orderOf(element: string): readonly string[] {
  const known = orders.get(element);
  if (known) return known;
  const order = [...new Set(lineageOf(typeOf(element)))].flatMap((type) => ownOrder[type] ?? []);
  orders.set(element, order);
  return order;
}

/** Where a child stands in the order of its element; undefined where the schema knows none there. */
export function placeIn(element: string, child: string): number | undefined {
  const order = orderOf(element);
  const named = order.indexOf(child);
  if (named >= 0) return named;
  const lineage = lineageOf(typeOf(child));
  const grouped = order.findIndex((entry) => entry.startsWith('@') && lineage.includes(entry.slice(1)));
  return grouped >= 0 ? grouped : undefined;
}
