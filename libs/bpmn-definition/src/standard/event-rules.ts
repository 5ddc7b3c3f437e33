import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { definitionsOf, isEventSubProcess, isLink, isOnlyDrawn, kindsOf, structureOf } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { alike, ruleOf, type StandardRule } from './standard-rule.js';

const kindsBeyond = (event: ModdleElement, allowed: readonly string[]): boolean =>
  kindsOf(event).some((kind) => !allowed.includes(kind));

/** Which item a definition carries, through what it refers to. */
const carriedBy = (definition: ModdleElement): ModdleElement | undefined =>
  [
    ['messageRef', 'itemRef'],
    ['signalRef', 'structureRef'],
    ['escalationRef', 'structureRef'],
    ['errorRef', 'structureRef'],
  ]
    .map(([refers = '', item = '']) => {
      const referred = elementIn(definition, refers);
      return referred && elementIn(referred, item);
    })
    .find((item) => item !== undefined);

/** Where an event says what it takes or gives, each of its definitions finds its item there. */
function lacksItem(event: ModdleElement): boolean {
  const data = [...elementsIn(event, 'dataInputs'), ...elementsIn(event, 'dataOutputs')];
  if (data.length === 0) return false;
  const free = new Map<ModdleElement | string | undefined, number>();
  const take = (item: ModdleElement | undefined, number: number): number => {
    const left = (free.get(structureOf(item)) ?? 0) + number;
    free.set(structureOf(item), left);
    return left;
  };
  for (const one of data) take(elementIn(one, 'itemSubjectRef'), 1);
  return definitionsOf(event)
    .flatMap((definition) => carriedBy(definition) ?? [])
    .some((item) => take(item, -1) < 0);
}

function eventSubProcessStart(event: ModdleElement): boolean {
  if (!isEventSubProcess(event.$parent)) return false;
  const allowed = ['Message', 'Escalation', 'Conditional', 'Signal', 'Timer'];
  if (event.isInterrupting !== false) allowed.push('Error', 'Compensate');
  return kindsOf(event).length === 0 || kindsBeyond(event, allowed);
}

const lacksCode = (event: ModdleElement): boolean =>
  !isOnlyDrawn(event) &&
  definitionsOf(event).some(
    (definition) =>
      isA(definition, 'EscalationEventDefinition') &&
      textIn(elementIn(definition, 'escalationRef'), 'escalationCode') === undefined,
  );

const isReused = (definition: ModdleElement, { definitions }: StandardModel): boolean =>
  definition.$parent === definitions;

const compensates = (event: ModdleElement): boolean => kindsOf(event).includes('Compensate');

function boundaryKind(event: ModdleElement): boolean {
  const allowed = ['Message', 'Timer', 'Conditional', 'Signal', 'Escalation'];
  if (event.cancelActivity !== false) allowed.push('Error', 'Cancel', 'Compensate');
  return kindsOf(event).length === 0 || kindsBeyond(event, allowed);
}

/** What an association joins with a compensation boundary event is the activity that undoes. */
const undoesByOther = (event: ModdleElement, { associations }: StandardModel): boolean =>
  compensates(event) &&
  associations(event)
    .flatMap((association) => [elementIn(association, 'sourceRef'), elementIn(association, 'targetRef')])
    .some((end) => end !== event && isA(end, 'FlowNode') && end?.isForCompensation !== true);

export const eventRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.011',
    'An escalation that an executable process throws has an escalation code.',
    ['ThrowEvent'],
    lacksCode,
    '抛出的升级没有代码，请选定一个有代码的升级。',
  ),
  ruleOf(
    'EXT.059',
    'An event sub-process begins with an event that can begin one; error and compensation always interrupt.',
    ['StartEvent'],
    eventSubProcessStart,
    '不能这样启动事件子流程，请换一种事件（错误、补偿总是中断型）。',
  ),
  alike(
    ruleOf(
      'EXT.093',
      'An event that says which data it takes or gives has them for each of its definitions that carries an item.',
      ['Event'],
      lacksItem,
      '的数据与它的事件定义不对应，请为每个携带数据的定义补上。',
    ),
    'EXT.094',
  ),
  ruleOf(
    'EXT.095',
    'An event definition that an event refers to stands at the root of the file.',
    ['Event'],
    (event, model) =>
      elementsIn(event, 'eventDefinitionRef').some((definition) => !isReused(definition, model)),
    '引用了别的事件自己的定义，请改为引用文件顶层的定义。',
  ),
  ruleOf(
    'EXT.098',
    'A process is started by nothing, a message, a timer, a condition or a signal.',
    ['StartEvent'],
    (event) =>
      isA(event.$parent, 'Process') && kindsBeyond(event, ['Message', 'Timer', 'Conditional', 'Signal']),
    '不能这样启动流程，请改为空、消息、定时、条件或信号。',
  ),
  ruleOf(
    'EXT.100',
    'A sub-process that a flow leads to is started by nothing else.',
    ['StartEvent'],
    (event) =>
      isA(event.$parent, 'SubProcess') && !isEventSubProcess(event.$parent) && kindsOf(event).length > 0,
    '在普通子流程里只能是空的开始事件，请删去它的事件定义。',
  ),
  ruleOf(
    'EXT.110',
    'A boundary event awaits something; a link and a termination stand on no boundary, what ends the activity always interrupts.',
    ['BoundaryEvent'],
    boundaryKind,
    '不能这样附在步骤上，请换一种事件（错误、取消、补偿总是中断型）。',
  ),
  ruleOf(
    'EXT.146',
    'An end event gives nothing, a message, a signal, an escalation, an error, a compensation, a cancel or a termination.',
    ['EndEvent'],
    (event) =>
      kindsBeyond(event, ['Message', 'Signal', 'Escalation', 'Error', 'Compensate', 'Cancel', 'Terminate']),
    '不能这样结束，请换一种结束事件。',
  ),
  ruleOf(
    'EXT.143',
    'An association joins a compensation boundary event with what undoes.',
    ['BoundaryEvent'],
    (event, { associations }) => compensates(event) && associations(event).length === 0,
    '是补偿边界事件，要用关联连到补偿活动，请连上。',
  ),
  ruleOf(
    'EXT.144',
    'What undoes at a compensation boundary event is marked for compensation.',
    ['BoundaryEvent'],
    undoesByOther,
    '所连的步骤没有标为补偿活动，请标上。',
  ),
  alike(
    ruleOf(
      'EXT.148',
      'An intermediate event that catches awaits a message, timer, condition, link or signal.',
      ['IntermediateCatchEvent'],
      (event) =>
        kindsOf(event).length === 0 ||
        kindsBeyond(event, ['Message', 'Timer', 'Conditional', 'Link', 'Signal']),
      '不能等待这种事件，请改为消息、定时、条件、链接或信号。',
    ),
    'EXT.122',
  ),
  ruleOf(
    'EXT.149',
    'An intermediate event that throws has nothing, a message, an escalation, a compensation, a link or a signal.',
    ['IntermediateThrowEvent'],
    (event) => kindsBeyond(event, ['Message', 'Escalation', 'Compensate', 'Link', 'Signal']),
    '不能抛出这种事件，请改为空、消息、升级、补偿、链接或信号。',
  ),
  ruleOf(
    'EXT.114',
    'From a compensation boundary event an association leads on, and no sequence flow.',
    ['BoundaryEvent'],
    (event, { outgoing }) => compensates(event) && outgoing(event).length > 0,
    '是补偿边界事件，后面不能有连线，请改用关联。',
  ),
  ruleOf(
    'EXT.113',
    'A boundary event leads on, save a compensation boundary event.',
    ['BoundaryEvent'],
    (event, { outgoing }) => !compensates(event) && outgoing(event).length === 0,
    '后面没有连线，请连到下一步。',
  ),
  ruleOf(
    'EXT.115',
    'A flow leads to an intermediate event, save a link that is caught; on a level with a start event EXT.150 asks it.',
    ['IntermediateCatchEvent', 'IntermediateThrowEvent'],
    (event, { incoming, levelOf }) =>
      incoming(event).length === 0 &&
      !levelOf(event).hasStart &&
      !(isLink(event) && isA(event, 'IntermediateCatchEvent')),
    '前面没有连线，请连上或删去。',
  ),
  ruleOf(
    'EXT.116',
    'An intermediate event leads on, save a link that is thrown.',
    ['IntermediateCatchEvent', 'IntermediateThrowEvent'],
    (event, { outgoing }) =>
      outgoing(event).length === 0 && !(isLink(event) && isA(event, 'IntermediateThrowEvent')),
    '后面没有连线，请连到下一步。',
  ),
];
