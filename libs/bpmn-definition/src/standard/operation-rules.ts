import { elementIn, elementsIn, type ModdleElement } from '../xml/moddle-element.js';
import { isExecuted, itemOf, structureOf } from './look.js';
import { forOthers, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

/** What the inputs and outputs specification of an activity or process holds; nothing where it has none. */
const specified = (element: ModdleElement, what: string): readonly ModdleElement[] => {
  const specification = elementIn(element, 'ioSpecification');
  return specification ? elementsIn(specification, what) : [];
};

/** More than one of these, where the task refers to what carries one item. */
const several =
  (reference: string, what: string): Broken =>
  (task) =>
    elementIn(task, reference) !== undefined && specified(task, what).length > 1;

/** What a message carries, as its structure; undefined where it says nothing. */
const carriedBy = (message: ModdleElement | undefined): ModdleElement | string | undefined =>
  structureOf(itemOf(message, 'itemRef'));

const hasItem = (data: readonly ModdleElement[], structure: ModdleElement | string | undefined): boolean =>
  data.some((one) => structureOf(itemOf(one, 'itemSubjectRef')) === structure);

/** None of the data of a task is the item of the message of its operation. */
const lacksItemOf =
  (messageRef: string, data: string, isMust: boolean): Broken =>
  (task) => {
    const operation = elementIn(task, 'operationRef');
    const item = operation && carriedBy(elementIn(operation, messageRef));
    const declared = specified(task, data);
    return item !== undefined && (isMust || declared.length > 0) && !hasItem(declared, item);
  };

/** One binding names an input and an output that are not those of its operation. */
const bindsOther: Broken = (callable) =>
  elementsIn(callable, 'supportedInterfaceRef').length > 0 &&
  elementsIn(callable, 'ioBinding').some((binding) => {
    const operation = elementIn(binding, 'operationRef');
    const differs = (messageRef: string, data: string): boolean => {
      const item = operation && carriedBy(elementIn(operation, messageRef));
      return item !== undefined && !hasItem(specified(callable, data), item);
    };
    return differs('inMessageRef', 'dataInputs') || differs('outMessageRef', 'dataOutputs');
  });

const once = (constraint: string, says: string, type: string, broken: Broken, what: string): StandardRule =>
  ruleOf(constraint, says, [type], broken, `只能有一个${what}，请删去多余的。`);

const isGiven = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

export const operationRules: readonly StandardRule[] = [
  once(
    'EXT.043',
    'A service task with an operation has one output set at most.',
    'ServiceTask',
    several('operationRef', 'outputSets'),
    '输出集（outputSet）',
  ),
  ruleOf(
    'EXT.044',
    'What a service task takes is what the operation takes.',
    ['ServiceTask'],
    lacksItemOf('inMessageRef', 'dataInputs', false),
    '的输入与操作所收消息的数据不一致，请改正。',
  ),
  ruleOf(
    'EXT.045',
    'What a service task gives is what the operation gives.',
    ['ServiceTask'],
    lacksItemOf('outMessageRef', 'dataOutputs', true),
    '的输出与操作所回消息的数据不一致，请改正。',
  ),
  once(
    'EXT.046',
    'A send task with a message has one input set at most.',
    'SendTask',
    several('messageRef', 'inputSets'),
    '输入集（inputSet）',
  ),
  once(
    'EXT.047',
    'A send task with a message has one input at most.',
    'SendTask',
    several('messageRef', 'dataInputs'),
    '数据输入',
  ),
  once(
    'EXT.050',
    'A receive task with a message has one output set at most.',
    'ReceiveTask',
    several('messageRef', 'outputSets'),
    '输出集（outputSet）',
  ),
  once(
    'EXT.051',
    'A receive task with a message has one output at most.',
    'ReceiveTask',
    several('messageRef', 'dataOutputs'),
    '数据输出',
  ),
  ruleOf(
    'EXT.065',
    'A binding of what is exposed as a service joins an input and an output to an operation that carries them.',
    ['CallableElement'],
    bindsOther,
    '的输入输出绑定（ioBinding）与操作的消息不一致，请改正。',
  ),
  ...forOthers(
    'executable',
    ruleOf(
      'EXT.053',
      'A script says which language it is in.',
      ['ScriptTask'],
      (task) => typeof task.script === 'string' && !isGiven(task.scriptFormat),
      '写了脚本，却没有写明语言（scriptFormat），请补上。',
    ),
  ),
  ...forOthers(
    'executable',
    ruleOf(
      'EXT.127',
      'A message event of an executable process has a message.',
      ['MessageEventDefinition'],
      (definition) => isExecuted(definition) && elementIn(definition, 'messageRef') === undefined,
      '没有选定消息，请选定一个。',
    ),
  ),
  ...forOthers(
    'executable',
    ruleOf(
      'EXT.128',
      'A message event of an executable process has an operation.',
      ['MessageEventDefinition'],
      (definition) => isExecuted(definition) && elementIn(definition, 'operationRef') === undefined,
      '没有选定操作（operationRef），其他引擎无法执行。',
    ),
  ),
];
