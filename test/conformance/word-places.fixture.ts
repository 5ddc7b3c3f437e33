import { engines } from '../../libs/bpmn-definition/src/words/engine-words.js';
import { bpmnTypes, childWord, wordsOf } from '../../libs/bpmn-definition/src/words/meta-model.js';

export const lower = (type: string): string => type.slice(0, 1).toLowerCase() + type.slice(1);

/** Types that no file holds. */
const abstract = [
  'FlowElement',
  'FlowNode',
  'Event',
  'CatchEvent',
  'ThrowEvent',
  'Activity',
  'Gateway',
  'Artifact',
  'ChoreographyActivity',
  'ImplicitThrowEvent',
];

/** Every kind of element that stands directly in a process that is executed, and is executed or drawn. */
const nodes = bpmnTypes
  .filter((type) =>
    ['flowElements', 'artifacts'].includes(childWord('Process', lower(type))?.word.name ?? ''),
  )
  .filter((type) => !abstract.includes(type));

const eventDefinitions = bpmnTypes.filter(
  (type) => type.endsWith('EventDefinition') && type !== 'EventDefinition',
);

/** What has the words of the case: attributes, and what stands inside. */
type Place = (attributes: string, inside: string) => string;
const element =
  (name: string, fixed = ''): Place =>
  (attributes, inside) =>
    `<${name} ${fixed} ${attributes}>${inside}</${name}>`;
const within =
  (before: string, place: Place, behind: string): Place =>
  (attributes, inside) =>
    before + place(attributes, inside) + behind;

const task = '<userTask id="t"/>';
const process = (inside: string): string => `<process id="p" isExecutable="true">${inside}</process>`;
const inProcess = (place: Place): Place =>
  within('<process id="p" isExecutable="true">', place, '</process>');
const atRoot = (type: string, fixed = ''): Place =>
  within('', element(lower(type), `id="u" ${fixed}`), process(task));
const inCollaboration = (place: Place): Place =>
  within('<collaboration id="c">', place, `</collaboration>${process(task)}`);

const others: Readonly<Record<string, Place>> = {
  Process: within('', element('process', 'id="p" isExecutable="true"'), ''),
  Collaboration: atRoot('Collaboration'),
  Participant: inCollaboration(element('participant', 'id="u"')),
  MessageFlow: inCollaboration(element('messageFlow', 'id="u"')),
  LaneSet: inProcess(within('', element('laneSet', 'id="u"'), task)),
  Lane: inProcess(within('<laneSet id="ls">', element('lane', 'id="u"'), `</laneSet>${task}`)),
  Message: atRoot('Message'),
  Signal: atRoot('Signal'),
  Error: atRoot('Error'),
  Escalation: atRoot('Escalation'),
  DataStore: atRoot('DataStore'),
  MultiInstanceLoopCharacteristics: inProcess(
    within('<userTask id="t">', element('multiInstanceLoopCharacteristics', 'id="u"'), '</userTask>'),
  ),
  StandardLoopCharacteristics: inProcess(
    within('<userTask id="t">', element('standardLoopCharacteristics', 'id="u"'), '</userTask>'),
  ),
  Expression: inProcess(
    within(`${task}<sequenceFlow id="f">`, element('conditionExpression', 'id="u"'), '</sequenceFlow>'),
  ),
  DataInputAssociation: inProcess(
    within('<userTask id="t">', element('dataInputAssociation', 'id="u"'), '</userTask>'),
  ),
  DataOutputAssociation: inProcess(
    within('<userTask id="t">', element('dataOutputAssociation', 'id="u"'), '</userTask>'),
  ),
  ...Object.fromEntries(
    eventDefinitions.map((type) => [
      type,
      inProcess(
        within(
          '<intermediateCatchEvent id="t">',
          element(lower(type), 'id="u"'),
          '</intermediateCatchEvent>',
        ),
      ),
    ]),
  ),
};
const places: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(nodes.map((type) => [type, inProcess(element(lower(type), 'id="u"'))])),
  ...others,
};

/** Every kind of element of a file that words are put on. */
export const kinds: readonly string[] = ['Definitions', ...Object.keys(places)];

/** Kinds that are only drawn: their own words may stand there, and say nothing. */
export const drawnKinds: ReadonlySet<string> = new Set([
  'Collaboration',
  'Participant',
  'MessageFlow',
  'LaneSet',
  'Lane',
  'TextAnnotation',
  'Group',
]);

const namespaces =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:wq="urn:wuqing:bpmn:1" xmlns:strange="urn:strange"' +
  Object.keys(engines)
    .map((uri, at) => ` xmlns:e${at}="${uri}"`)
    .join('');

/** A file with these words on an element of this kind. */
export function fileWith(kind: string, attributes: string, inside: string): string {
  const content = kind === 'Definitions' ? inside + process(task) : places[kind]!(attributes, inside);
  return `<definitions ${namespaces} ${kind === 'Definitions' ? attributes : ''}>${content}</definitions>`;
}

/** Every name that BPMN has for an attribute, and for an element. */
export const attributeNames: readonly string[] = [
  ...new Set(
    bpmnTypes
      .flatMap((type) => wordsOf(type))
      .filter(({ kind }) => kind === 'attribute')
      .map(({ name }) => name),
  ),
].filter((name) => name !== 'id');
export const elementNames: readonly string[] = [
  ...new Set(
    bpmnTypes.flatMap((type) => [
      lower(type),
      ...wordsOf(type)
        .filter(({ kind }) => kind === 'element')
        .map(({ name }) => name),
    ]),
  ),
];
