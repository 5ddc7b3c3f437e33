import { BpmnModdle, type ModdlePackage, type ModdleProperty } from 'bpmn-moddle';

type Mend = (property: ModdleProperty) => ModdleProperty;

const serializedAs =
  (serialize: 'property' | 'xsi:type' | undefined): Mend =>
  ({ xml: _, ...property }) =>
    serialize === undefined ? property : { ...property, xml: { serialize } };
/** It would be written under the name of its type. */
const underItsName = serializedAs('property');
const withXsiType = serializedAs('xsi:type');
/** The element is named by its type: `expression` or `formalExpression`. */
const underItsType = serializedAs(undefined);
/** It is taken for an attribute. */
const asElement: Mend = (property) => ({ ...property, isAttr: false });
/** The schema has no default, so that one that is written says something. */
const withoutDefault: Mend = ({ default: _, ...property }) => property;
/** It would refuse the letters that XML allows in names, and drop the element; `resolveReferences` knows ids instead. */
const noId: Mend = ({ isId: _, ...property }) => property;
const named =
  (name: string): Mend =>
  ({ ns: _, ...property }) => ({ ...property, name });

/** Type → property → where bpmn-moddle 10.3.1 departs from the schema of BPMN 2.0.2. */
const mends: Readonly<Record<string, Readonly<Record<string, Mend>>>> = {
  BaseElement: { id: noId },
  BPMNEdge: { messageVisibleKind: withoutDefault },
  Diagram: { id: noId },
  DiagramElement: { id: noId },
  Style: { id: noId },
  ComplexBehaviorDefinition: { condition: underItsName, event: underItsName },
  ConversationNode: { messageFlowRefs: named('messageFlowRef') },
  CorrelationPropertyBinding: { dataPath: underItsName },
  CorrelationPropertyRetrievalExpression: { messagePath: underItsName },
  GlobalScriptTask: { script: asElement },
  Lane: { partitionElement: withXsiType },
  Participant: { endPointRefs: named('endPointRef') },
  ParticipantAssociation: { innerParticipantRef: asElement, outerParticipantRef: asElement },
  ResourceAssignmentExpression: { expression: underItsType },
  ResourceParameterBinding: { expression: underItsType },
};

/** Type → its elements in the order of the schema, where bpmn-moddle would write another. */
const orders: Readonly<Record<string, readonly string[]>> = {
  CallableElement: ['supportedInterfaceRef', 'ioSpecification', 'ioBinding'],
  LinkEventDefinition: ['source', 'target'],
  OutputSet: ['dataOutputRefs', 'optionalOutputRefs', 'whileExecutingOutputRefs', 'inputSetRefs'],
  Participant: ['interfaceRef', 'endPointRef', 'participantMultiplicity'],
};

/** Type → what the schema has and bpmn-moddle has not. */
const additions: Readonly<Record<string, readonly ModdleProperty[]>> = {
  Extension: [{ name: 'documentation', type: 'Documentation', isMany: true }],
};

const original = new BpmnModdle();
const bpmn = mended(original.getPackage('bpmn'));
const bpmndi = mended(original.getPackage('bpmndi'));
const di = mended(original.getPackage('di'));

/** The parser and writer of BPMN. */
export const newModdle = (): BpmnModdle => new BpmnModdle({ bpmn, bpmndi, di });

/** A package that was in use once has its properties' names with prefix. */
function mended(descriptor: ModdlePackage): ModdlePackage {
  const types = descriptor.types.map((type) => {
    const order = orders[type.name] ?? [];
    const properties = [...(type.properties ?? []), ...(additions[type.name] ?? [])].map((property) => {
      const mend = mends[type.name]?.[localName(property)];
      return mend ? mend(property) : property;
    });
    const placeOf = (property: ModdleProperty): number => order.indexOf(localName(property));
    return { ...type, properties: properties.toSorted((one, other) => placeOf(one) - placeOf(other)) };
  });
  return { ...descriptor, types };
}

function localName({ name }: ModdleProperty): string {
  return name.slice(name.indexOf(':') + 1);
}
