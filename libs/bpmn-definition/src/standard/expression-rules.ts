import { elementIn, elementsIn, type ModdleElement } from '../xml/moddle-element.js';
import { isExecuted } from './look.js';
import { isA } from './standard-model.js';
import { forOthers, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

/** The properties of an element that hold an expression which an engine evaluates. */
const expressionsOf: Readonly<Record<string, readonly string[]>> = {
  AdHocSubProcess: ['completionCondition'],
  Assignment: ['from', 'to'],
  ComplexGateway: ['activationCondition'],
  MultiInstanceLoopCharacteristics: ['loopCardinality', 'completionCondition'],
  SequenceFlow: ['conditionExpression'],
  StandardLoopCharacteristics: ['loopCondition'],
  TimerEventDefinition: ['timeDate', 'timeDuration', 'timeCycle'],
};

const isProse = (expression: ModdleElement | undefined): boolean =>
  expression !== undefined && !isA(expression, 'FormalExpression');

const inProse: Broken = (element) =>
  isExecuted(element) &&
  Object.entries(expressionsOf).some(
    ([type, properties]) =>
      isA(element, type) && properties.some((property) => isProse(elementIn(element, property))),
  );

/** The data that a loop goes through is an input of its own task; a sub-process has none and goes through data around it. */
const loopsOverOthers: Broken = (loop) => {
  const collection = elementIn(loop, 'loopDataInputRef');
  const activity = loop.$parent;
  if (!collection || !activity || !isExecuted(loop) || isA(activity, 'SubProcess')) return false;
  const specification = elementIn(activity, 'ioSpecification');
  return !specification || !elementsIn(specification, 'dataInputs').includes(collection);
};

const isBelowOne = (quantity: unknown): boolean => typeof quantity === 'number' && quantity < 1;

export const expressionRules: readonly StandardRule[] = [
  ...forOthers(
    'executable',
    ruleOf(
      'EXT.012',
      'An expression of an executable process is a formal one (xsi:type), not prose.',
      Object.keys(expressionsOf),
      inProse,
      '的表达式没有标明是形式表达式（xsi:type="tFormalExpression"），其他引擎会当作文字。',
    ),
  ),
  ...forOthers(
    'every',
    ruleOf(
      'EXT.123',
      'A conditional event of an executable process has a formal condition.',
      ['ConditionalEventDefinition'],
      (definition) => isExecuted(definition) && !isA(elementIn(definition, 'condition'), 'FormalExpression'),
      '没有形式表达式的条件，请写明条件。',
    ),
  ),
  ...forOthers(
    'executable',
    ruleOf(
      'EXT.067',
      'A multi-instance activity of an executable process says how many (loopCardinality) or over which data.',
      ['MultiInstanceLoopCharacteristics'],
      (loop) =>
        isExecuted(loop) &&
        elementIn(loop, 'loopCardinality') === undefined &&
        elementIn(loop, 'loopDataInputRef') === undefined,
      '没有写明办理几次（loopCardinality 或 loopDataInputRef），其他引擎无法执行。',
    ),
  ),
  ruleOf(
    'EXT.068',
    'A task is repeated over one of its own inputs.',
    ['MultiInstanceLoopCharacteristics'],
    loopsOverOthers,
    '的循环集合不是本步骤的数据输入，请改正。',
  ),
  ruleOf(
    'EXT.024',
    'A sequence flow of an executable process is immediate.',
    ['SequenceFlow'],
    (flow) => flow.isImmediate === false && isExecuted(flow),
    '标为非即时（isImmediate="false"），可执行的流程不能这样，请删去。',
  ),
  ruleOf(
    'EXT.035',
    'A public process is not executable.',
    ['Process'],
    (process) => process.processType === 'Public' && process.isExecutable === true,
    '是公开流程（Public），不能执行，请改为私有或取消可执行。',
  ),
  ruleOf(
    'EXT.037',
    'An activity starts with one token or more.',
    ['Activity'],
    (activity) => isBelowOne(activity.startQuantity),
    '的 startQuantity 至少为 1，请改正。',
  ),
  ruleOf(
    'EXT.038',
    'An activity ends with one token or more.',
    ['Activity'],
    (activity) => isBelowOne(activity.completionQuantity),
    '的 completionQuantity 至少为 1，请改正。',
  ),
];
