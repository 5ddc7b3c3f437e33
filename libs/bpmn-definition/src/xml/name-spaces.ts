/** Addresses of the name spaces that are read; prefixes are a file's own. */
export const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const wuqingNamespace = 'urn:wuqing:bpmn:1';
export const zeebeNamespace = 'http://camunda.org/schema/zeebe/1.0';

/** Name spaces of BPMN's own pictures. */
export const diagramSpaces: readonly string[] = [
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
];
