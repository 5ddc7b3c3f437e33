import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { kindsOf } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { findingAt, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

const impossibleNumber: Broken = (multiplicity) => {
  const maximum = numberOf(multiplicity.maximum, 1);
  return maximum < 1 || maximum < numberOf(multiplicity.minimum, 0);
};

const filled: Broken = (conversation) =>
  [
    'conversations',
    'conversationLinks',
    'participantAssociations',
    'messageFlowAssociations',
    'artifacts',
  ].some((name) => elementsIn(conversation, name).length > 0) ||
  elementIn(conversation, 'conversationAssociations') !== undefined;

const closedOtherwise: Broken = (collaboration) =>
  !isA(collaboration, 'Choreography') &&
  elementsIn(collaboration, 'choreographyRef').some(
    (choreography) => (choreography.isClosed === true) !== (collaboration.isClosed === true),
  );

const exposedWithoutBinding: Broken = (callable) =>
  elementsIn(callable, 'supportedInterfaceRef').length > 0 &&
  elementIn(callable, 'ioSpecification') !== undefined &&
  elementsIn(callable, 'ioBinding').length === 0;

const sends: Broken = (element, { sent }) => sent(element).length > 0;
const receives: Broken = (element, { received }) => received(element).length > 0;

const isNoMessage = (event: ModdleElement): boolean => !kindsOf(event).includes('Message');

/** The participants that an end of a message flow is or lies in; none where no pool is drawn. */
function poolsOf(end: ModdleElement | undefined, { pools }: StandardModel): readonly ModdleElement[] {
  if (end && isA(end, 'Participant')) return [end];
  for (let at = end; at; at = at.$parent) if (isA(at, 'Process')) return pools(at);
  return [];
}

const staysInPool: Broken = (flow, model) => {
  const [from, to] = ['sourceRef', 'targetRef'].map((end) => poolsOf(elementIn(flow, end), model)[0]);
  return from !== undefined && from === to;
};

const bpmnNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Another file of the same name space could bear the same ids, and nobody could tell them apart. */
const importsOfOneSpace: StandardRule = {
  constraint: 'EXT.002',
  says: 'A BPMN file that is imported has a name space of its own.',
  find: ({ definitions }) => {
    const imported = elementsIn(definitions, 'imports').filter(
      (one) => textIn(one, 'importType') === bpmnNamespace,
    );
    const seen = new Set([textIn(definitions, 'targetNamespace')]);
    return imported.flatMap((one) => {
      const space = textIn(one, 'namespace');
      const isKnown = seen.has(space);
      seen.add(space);
      return isKnown ? [findingAt(one, importAdvice)] : [];
    });
  },
};
const importAdvice = '导入了同一命名空间的另一个文件，标识无法区分，请改用各自的命名空间。';

export const collaborationRules: readonly StandardRule[] = [
  importsOfOneSpace,
  ruleOf(
    'EXT.027',
    'A choreography or a global conversation refers to no choreography.',
    ['Choreography', 'GlobalConversation'],
    (collaboration) => elementsIn(collaboration, 'choreographyRef').length > 0,
    '不能引用编排（choreographyRef），请删去。',
  ),
  ruleOf(
    'EXT.029',
    'The minimum of a participant is not negative.',
    ['ParticipantMultiplicity'],
    (multiplicity) => numberOf(multiplicity.minimum, 0) < 0,
    '的参与者数量不合规：最小值不能为负。',
  ),
  ruleOf(
    'EXT.030',
    'The maximum of a participant is one or more, and not below its minimum.',
    ['ParticipantMultiplicity'],
    impossibleNumber,
    '的参与者数量不合规：最大值至少为 1，且不小于最小值。',
  ),
  ruleOf(
    'EXT.032',
    'A global conversation is empty but for participants and message flows.',
    ['GlobalConversation'],
    filled,
    '是全局会话，不能含会话、关联和注释，请删去。',
  ),
  ruleOf(
    'EXT.033',
    'A collaboration is closed as its choreography is.',
    ['Collaboration'],
    closedOtherwise,
    '的 isClosed 与所引用的编排不一致，请改正。',
  ),
  ruleOf(
    'EXT.064',
    'What is exposed as a service binds its inputs and outputs to an operation.',
    ['CallableElement'],
    exposedWithoutBinding,
    '作为服务公开，却没有输入输出绑定（ioBinding），请补上。',
  ),
  ruleOf(
    'EXT.102',
    'A start event sends no message.',
    ['StartEvent'],
    sends,
    '是开始事件，不能发出消息流，请改接。',
  ),
  ruleOf(
    'EXT.103',
    'A start event that a message flow reaches is started by a message.',
    ['StartEvent'],
    (event, model) => receives(event, model) && isNoMessage(event),
    '收到消息流，请改为消息开始事件。',
  ),
  ruleOf(
    'EXT.108',
    'An end event receives no message.',
    ['EndEvent'],
    receives,
    '是结束事件，不能接收消息流，请改接。',
  ),
  ruleOf(
    'EXT.109',
    'An end event that a message flow leaves sends a message.',
    ['EndEvent'],
    (event, model) => sends(event, model) && isNoMessage(event),
    '发出消息流，请改为消息结束事件。',
  ),
  ruleOf(
    'EXT.119',
    'An event that catches sends no message, and one that throws receives none.',
    ['IntermediateCatchEvent', 'BoundaryEvent', 'IntermediateThrowEvent'],
    (event, model) => (isA(event, 'CatchEvent') ? sends(event, model) : receives(event, model)),
    '的消息流方向不对，请改接。',
  ),
  ruleOf(
    'EXT.031',
    'A message flow joins two pools.',
    ['MessageFlow'],
    staysInPool,
    '的两端在同一个泳池里，请改用连线或改接到别的泳池。',
  ),
];
