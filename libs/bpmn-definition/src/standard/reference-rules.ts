import { elementIn, isElement, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { isA } from './standard-model.js';
import { findingAt, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

interface Referring {
  readonly name: string;
  /** A type of BPMN. */
  readonly type: string;
}

/** The schema says input set, the text of the specification and its examples input; both are met. */
const undecided: ReadonlySet<string> = new Set(['inputDataRef', 'outputDataRef']);

/** The properties of an element's type that refer to another element, as the meta-model declares them. */
function referencesOf(element: ModdleElement): readonly Referring[] {
  const declared = element.$descriptor?.properties ?? [];
  return declared
    .filter(({ isReference, type }) => isReference === true && type.startsWith('bpmn:'))
    .map(({ ns, type }) => ({ name: ns.localName, type: type.slice('bpmn:'.length) }))
    .filter(({ name }) => !undecided.has(name));
}

/** Section 11.9: a message flow may end at an activity of the choreography that its collaboration shows. */
const mayStandThere = (element: ModdleElement, type: string): boolean =>
  isA(element, type) || (type === 'InteractionNode' && isA(element, 'ChoreographyActivity'));

function wrongReferences(element: ModdleElement, references: readonly Referring[]): readonly string[] {
  return references
    .filter(({ name, type }) => {
      const value = element[name];
      const referred: readonly unknown[] = Array.isArray(value) ? value : [value];
      return referred.some((one) => isElement(one) && !mayStandThere(one, type));
    })
    .map(({ name }) => name);
}

/** What an element refers to is of the type that the meta-model asks for; artifacts are no ends of flows. */
const referenceTypes: StandardRule = {
  constraint: 'reference-type',
  alike: ['REF', 'REF_TYPE', 'EXT.006', 'EXT.007', 'EXT.008', 'EXT.009'],
  says: 'What an element refers to is of the kind that may stand there; a flow joins no artifacts.',
  find: (model) => {
    const known = new Map<string, readonly Referring[]>();
    const elements = [...model.all('BaseElement'), ...model.all('InputOutputBinding')];
    return elements.flatMap((element) => {
      const references = known.get(element.$type) ?? referencesOf(element);
      known.set(element.$type, references);
      return wrongReferences(element, references).map((name) =>
        findingAt(element, `的 ${name} 指向了不能指向的元素，请重新连接。`),
      );
    });
  },
};

/** What a call activity calls by its id, with or without a prefix, is another file's where this one has no such id. */
const callsWhatIsNone: StandardRule = {
  constraint: 'called-element',
  says: 'What a call activity calls in its own file can be called.',
  find: (model) => {
    const calls = model.all('CallActivity');
    if (calls.length === 0) return [];
    const byId = new Map(model.all('BaseElement').map((element) => [element.id, element]));
    return calls
      .filter((call) => {
        const id = textIn(call, 'calledElement')?.replace(/^.*:/, '');
        const called = id === undefined ? undefined : byId.get(id);
        return called !== undefined && !isA(called, 'CallableElement');
      })
      .map((call) => findingAt(call, '调用的元素既不是流程，也不是全局任务，请重新选择。'));
  },
};

const leavesOther: Broken = (node) => {
  const flow = elementIn(node, 'default');
  return isA(flow, 'SequenceFlow') && flow !== undefined && elementIn(flow, 'sourceRef') !== node;
};

const mimeType = /^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/;

export const referenceRules: readonly StandardRule[] = [
  referenceTypes,
  callsWhatIsNone,
  ruleOf(
    'EXT.026',
    'The default flow of an activity or gateway leaves it.',
    ['Activity', 'Gateway'],
    leavesOther,
    '的默认流向不是从它出发的连线，请重新选择。',
  ),
  ruleOf(
    'EXT.010',
    'The format of a text annotation is a media type.',
    ['TextAnnotation'],
    (annotation) => !mimeType.test(textIn(annotation, 'textFormat') ?? 'text/plain'),
    '的格式（textFormat）不是媒体类型，请改为 text/plain。',
  ),
];
