import { elementIn, elementsIn, type ModdleElement } from '../xml/moddle-element.js';
import { isEventSubProcess, isLink, nodesOn } from './look.js';
import { isA } from './standard-model.js';
import { alike, findingAt, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const standsApart = (node: ModdleElement): boolean =>
  isEventSubProcess(node) || node.isForCompensation === true || isA(node.$parent, 'AdHocSubProcess');

/** Whether no flow need lead to a node of a level that has start events, or another constraint asks for it. */
const beginsItself = (node: ModdleElement): boolean =>
  standsApart(node) ||
  isA(node, 'StartEvent', 'BoundaryEvent', 'EndEvent') ||
  node.instantiate === true ||
  (isA(node, 'CatchEvent') && isLink(node));

/** Whether no flow need leave a node of a level that has end events; of other events other constraints ask for it. */
const endsItself = (node: ModdleElement): boolean => standsApart(node) || isA(node, 'Event');

const isLoose: Broken = (node, { incoming, levelOf }) =>
  levelOf(node).hasStart && !beginsItself(node) && incoming(node).length === 0;

const isDeadEnd: Broken = (node, { outgoing, levelOf }) =>
  levelOf(node).hasEnd && !endsItself(node) && outgoing(node).length === 0;

const inAdHoc = (event: ModdleElement): boolean => isA(event.$parent, 'AdHocSubProcess');

const endsAlone: Broken = (event, { levelOf }) => {
  const { hasStart, hasInstantiating } = levelOf(event);
  return !hasStart && !hasInstantiating && !inAdHoc(event);
};

const listsFlows = (node: ModdleElement): boolean =>
  elementsIn(node, 'incoming').length + elementsIn(node, 'outgoing').length > 0;

const isUnlisted: Broken = (flow, { refs }) => {
  const [source, target] = [elementIn(flow, 'sourceRef'), elementIn(flow, 'targetRef')];
  return (
    (source !== undefined && !refs(source, 'outgoing').has(flow)) ||
    (target !== undefined && !refs(target, 'incoming').has(flow))
  );
};

/** Where any node of the file lists its flows, all do. */
const unlistedFlows: StandardRule = {
  constraint: 'EXT.023',
  says: 'Where nodes list their flows (incoming, outgoing), source and target of each flow list it.',
  find: (model) =>
    model.all('FlowNode').some(listsFlows)
      ? model
          .all('SequenceFlow')
          .filter((flow) => isUnlisted(flow, model))
          .map((flow) => findingAt(flow, '没有写在两端元素的 incoming、outgoing 里，请重新连接。'))
      : [],
};

const crossesLevels: Broken = (flow) => {
  const ends = [elementIn(flow, 'sourceRef'), elementIn(flow, 'targetRef')];
  return ends.some((end) => end !== undefined && end.$parent !== flow.$parent);
};

const onlyWayIsConditional: Broken = (activity, { outgoing }) => {
  const flows = outgoing(activity);
  return flows.length === 1 && flows.some((flow) => elementIn(flow, 'conditionExpression') !== undefined);
};

export const flowRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.025',
    'An activity with a conditional flow has another outgoing flow.',
    ['Activity'],
    onlyWayIsConditional,
    '后面唯一的连线写了条件，请再画一条连线或删去条件。',
  ),
  alike(
    ruleOf(
      'EXT.028',
      'A sequence flow stays on its level.',
      ['SequenceFlow'],
      crossesLevels,
      '跨越了流程或子流程的边界，请在同一层连接。',
    ),
    'EXT.152',
  ),
  unlistedFlows,
  ruleOf(
    'EXT.049',
    'No flow leads to a receive task that instantiates.',
    ['ReceiveTask'],
    (task, { incoming }) => task.instantiate === true && incoming(task).length > 0,
    '启动流程，前面不能有连线，请删去。',
  ),
  ruleOf(
    'EXT.061',
    'An ad-hoc sub-process has an activity.',
    ['AdHocSubProcess'],
    (scope) => !nodesOn(scope).some((node) => isA(node, 'Activity')),
    '是空的临时子流程，请至少画一个步骤。',
  ),
  ruleOf(
    'EXT.096',
    'No flow leads to a start event.',
    ['StartEvent'],
    (event, { incoming }) => incoming(event).length > 0,
    '是开始事件，前面不能有连线，请删去。',
  ),
  ruleOf(
    'EXT.101',
    'A start event leads on.',
    ['StartEvent'],
    (event, { outgoing }) => outgoing(event).length === 0,
    '是开始事件，后面要有连线，请连上。',
  ),
  ruleOf(
    'EXT.105',
    'A level with a start event has an end event.',
    ['StartEvent'],
    (event, { levelOf }) => !levelOf(event).hasEnd && !inAdHoc(event),
    '所在的流程或子流程没有结束事件，请画一个。',
  ),
  ruleOf(
    'EXT.097',
    'A level with an end event has a start, by event, task or gateway.',
    ['EndEvent'],
    endsAlone,
    '所在的流程或子流程没有开始事件，请画一个。',
  ),
  ruleOf(
    'EXT.104',
    'No flow leaves an end event.',
    ['EndEvent'],
    (event, { outgoing }) => outgoing(event).length > 0,
    '是结束事件，后面不能有连线，请删去。',
  ),
  ruleOf(
    'EXT.107',
    'A flow leads to an end event.',
    ['EndEvent'],
    (event, { incoming }) => incoming(event).length === 0,
    '是结束事件，前面要有连线，请连上。',
  ),
  ruleOf(
    'EXT.112',
    'No flow leads to a boundary event.',
    ['BoundaryEvent'],
    (event, { incoming }) => incoming(event).length > 0,
    '是边界事件，前面不能有连线，请删去。',
  ),
  ruleOf(
    'EXT.150',
    'On a level with a start event a flow leads to every node.',
    ['FlowNode'],
    isLoose,
    '前面没有连线，请连上或删去。',
  ),
  ruleOf(
    'EXT.151',
    'On a level with an end event every node leads on.',
    ['FlowNode'],
    isDeadEnd,
    '后面没有连线，请连到下一步或结束事件。',
  ),
];
