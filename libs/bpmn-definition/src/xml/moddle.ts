import { BpmnModdle, type ModdlePackage } from 'bpmn-moddle';

/** Elements that bpmn-moddle 10.3.1 writes under the name of their type; the schema has the name of the property. */
const namedByProperty: Readonly<Record<string, readonly string[]>> = {
  CorrelationPropertyRetrievalExpression: ['messagePath'],
  CorrelationPropertyBinding: ['dataPath'],
  ComplexBehaviorDefinition: ['condition', 'event'],
};
/** It takes this element for an attribute. */
const isElement: Readonly<Record<string, readonly string[]>> = { GlobalScriptTask: ['script'] };

const bpmn = mended(new BpmnModdle().getPackage('bpmn'));

/** The parser and writer of BPMN, with the descriptor mended where it departs from the schema of BPMN 2.0.2. */
export const newModdle = (): BpmnModdle => new BpmnModdle({ bpmn });

/** A package that was in use once has its properties' names with prefix. */
function mended(descriptor: ModdlePackage): ModdlePackage {
  const types = descriptor.types.map((type) => ({
    ...type,
    properties: type.properties?.map((property) => {
      const name = property.name.replace(/^bpmn:/, '');
      if (namedByProperty[type.name]?.includes(name)) return { ...property, xml: { serialize: 'property' } };
      return isElement[type.name]?.includes(name) ? { ...property, isAttr: false } : property;
    }),
  }));
  return { ...descriptor, types };
}
