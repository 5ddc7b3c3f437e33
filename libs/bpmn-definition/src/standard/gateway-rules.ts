import { elementIn, type ModdleElement } from '../xml/moddle-element.js';
import { kindsOf } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { forOthers, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const targetsOf = (gateway: ModdleElement, { outgoing }: StandardModel): ModdleElement[] =>
  outgoing(gateway).flatMap((flow) => elementIn(flow, 'targetRef') ?? []);

const awaitable: Broken = (target) =>
  isA(target, 'ReceiveTask') ||
  (isA(target, 'IntermediateCatchEvent') &&
    kindsOf(target).every((kind) => ['Message', 'Signal', 'Timer', 'Conditional'].includes(kind)));

const mixesTasksAndEvents: Broken = (gateway, model) => {
  const targets = targetsOf(gateway, model);
  return (
    targets.some((target) => isA(target, 'ReceiveTask')) &&
    targets.some((target) => isA(target, 'IntermediateCatchEvent') && kindsOf(target).includes('Message'))
  );
};

const taskWithBoundary: Broken = (gateway, model) => {
  const targets = targetsOf(gateway, model).filter((target) => isA(target, 'ReceiveTask'));
  return targets.some((target) => model.boundaries(target).length > 0);
};

const eventGateway = ['EventBasedGateway'];

export const gatewayRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.017',
    'A converging gateway has one outgoing flow at most.',
    ['Gateway'],
    (gateway, { outgoing }) => gateway.gatewayDirection === 'Converging' && outgoing(gateway).length > 1,
    '标为汇聚（Converging）却有几条出线，请改正方向。',
  ),
  ruleOf(
    'EXT.018',
    'A diverging gateway has one incoming flow at most.',
    ['Gateway'],
    (gateway, { incoming }) => gateway.gatewayDirection === 'Diverging' && incoming(gateway).length > 1,
    '标为分叉（Diverging）却有几条入线，请改正方向。',
  ),
  ruleOf(
    'EXT.019',
    'A mixed gateway has several incoming and several outgoing flows.',
    ['Gateway'],
    (gateway, { incoming, outgoing }) =>
      gateway.gatewayDirection === 'Mixed' && (incoming(gateway).length < 2 || outgoing(gateway).length < 2),
    '标为混合（Mixed）却没有几条入线和几条出线，请改正方向。',
  ),
  ...forOthers(
    'every',
    ruleOf(
      'EXT.135',
      'A gateway splits or brings together: several incoming or several outgoing flows.',
      ['Gateway'],
      (gateway, { incoming, outgoing }) =>
        !isA(gateway, 'EventBasedGateway') && incoming(gateway).length < 2 && outgoing(gateway).length < 2,
      '既不分叉也不汇聚，请补画连线或删去。',
    ),
  ),
  ruleOf(
    'EXT.142',
    'No flow leads to an event-based gateway that starts a process.',
    eventGateway,
    (gateway, { incoming }) => gateway.instantiate === true && incoming(gateway).length > 0,
    '启动流程，前面不能有连线，请删去。',
  ),
  ruleOf(
    'EXT.136',
    'An event-based gateway has two outgoing flows or more.',
    eventGateway,
    (gateway, { outgoing }) => outgoing(gateway).length < 2,
    '后面至少要有两条连线，请补画或改用普通事件。',
  ),
  ruleOf(
    'EXT.137',
    'No flow behind an event-based gateway has a condition.',
    eventGateway,
    (gateway, { outgoing }) =>
      outgoing(gateway).some((flow) => elementIn(flow, 'conditionExpression') !== undefined),
    '后面的连线不能有条件，请删去条件。',
  ),
  ruleOf(
    'EXT.138',
    'Behind an event-based gateway stand receive tasks or events that are awaited.',
    eventGateway,
    (gateway, model) => targetsOf(gateway, model).some((target) => !awaitable(target, model)),
    '后面只能是等待的事件或接收任务，请改接。',
  ),
  ruleOf(
    'EXT.139',
    'Behind an event-based gateway stand message events or receive tasks, not both.',
    eventGateway,
    mixesTasksAndEvents,
    '后面不能混用消息事件和接收任务，请只用一种。',
  ),
  ruleOf(
    'EXT.140',
    'A receive task behind an event-based gateway has no boundary events.',
    eventGateway,
    taskWithBoundary,
    '后面的接收任务不能有边界事件，请移走。',
  ),
  ruleOf(
    'EXT.141',
    'What stands behind an event-based gateway has no other incoming flow.',
    eventGateway,
    (gateway, model) =>
      targetsOf(gateway, model).some((target) =>
        model.incoming(target).some((flow) => elementIn(flow, 'sourceRef') !== gateway),
      ),
    '后面的事件不能再有别的入线，请删去。',
  ),
];
