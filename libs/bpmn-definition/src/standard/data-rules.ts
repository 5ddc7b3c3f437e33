import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { isOnlyDrawn, itemOf, structureOf } from './look.js';
import { isA } from './standard-model.js';
import { ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const subject = (data: ModdleElement | undefined): ModdleElement | undefined =>
  itemOf(data, 'itemSubjectRef');

const countsOtherwise: Broken = (data) => {
  const item = subject(data);
  return item !== undefined && (item.isCollection === true) !== (data.isCollection === true);
};

/** One of the items that a loop goes through has the structure of the collection, and is none itself. */
const isNoItemOf =
  (collection: string, one: string): Broken =>
  (loop) => {
    const [all, item] = [subject(elementIn(loop, collection)), subject(elementIn(loop, one))];
    return (
      all !== undefined && item !== undefined && (item.isCollection === true || !sameStructure(all, item))
    );
  };

const sameStructure = (one: ModdleElement, other: ModdleElement): boolean =>
  textIn(one, 'structureRef') === textIn(other, 'structureRef');

/** Data that a specification declares and none of its sets names. */
const inNoSet =
  (declared: string, sets: string, refs: string): Broken =>
  (specification) => {
    const named = new Set(elementsIn(specification, sets).flatMap((set) => elementsIn(set, refs)));
    return elementsIn(specification, declared).some((data) => !named.has(data));
  };

const beyondSet =
  (part: string, all: string): Broken =>
  (set, { refs }) =>
    elementsIn(set, part).some((data) => !refs(set, all).has(data));

const oneSided =
  (there: string, back: string): Broken =>
  (set, { refs }) =>
    elementsIn(set, there).some((other) => !refs(other, back).has(set));

/** The data of a task that sends or receives are those of its message. */
const notOfMessage =
  (data: string): Broken =>
  (task) => {
    const message = elementIn(task, 'messageRef');
    const specification = elementIn(task, 'ioSpecification');
    if (!message || !specification) return false;
    const item = structureOf(itemOf(message, 'itemRef'));
    const declared = elementsIn(specification, data);
    return declared.length > 0 && !declared.some((one) => subject(one) && structureOf(subject(one)) === item);
  };

/** What an association reads or writes: a reference to data stands for them. */
const dataBehind = (data: ModdleElement | undefined): ModdleElement | undefined =>
  data && (elementIn(data, 'dataObjectRef') ?? elementIn(data, 'dataStoreRef') ?? data);

const joinsOther: Broken = (association) => {
  if (elementIn(association, 'transformation') || elementsIn(association, 'assignment').length > 0)
    return false;
  const target = subject(dataBehind(elementIn(association, 'targetRef')));
  return elementsIn(association, 'sourceRef').some((source) => {
    const item = subject(dataBehind(source));
    return item !== undefined && target !== undefined && !sameStructure(item, target);
  });
};

const isNamedOtherwise: Broken = (reference) => {
  const object = textIn(elementIn(reference, 'dataObjectRef'), 'name');
  const state = textIn(elementIn(reference, 'dataState'), 'name');
  const name = textIn(reference, 'name');
  if (object === undefined || state === undefined || name === undefined) return false;
  return name.replace(/\s+/g, ' ') !== `${object} [${state}]`;
};

export const dataRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.013',
    'A formal expression has a text, save in a process that is only drawn.',
    ['FormalExpression'],
    (expression) => !isOnlyDrawn(expression) && textIn(expression, 'body') === undefined,
    '里有一个空的表达式，请填写或删去。',
  ),
  ruleOf(
    'EXT.020',
    'Data are a collection as their item definition is one.',
    ['DataInput', 'DataOutput', 'DataObject'],
    countsOtherwise,
    '的 isCollection 与所引用的数据定义不一致，请改正。',
  ),
  ruleOf(
    'EXT.042',
    'A service task with an operation has one input set.',
    ['ServiceTask'],
    (task) =>
      elementIn(task, 'operationRef') !== undefined &&
      elementsIn(elementIn(task, 'ioSpecification') ?? task, 'inputSets').length !== 1,
    '引用了操作，要有且只有一个输入集（inputSet），请补上。',
  ),
  ruleOf(
    'EXT.052',
    'What a receive task takes is what its message carries.',
    ['ReceiveTask'],
    notOfMessage('dataOutputs'),
    '的输出与所收消息的数据不一致，请改正。',
  ),
  ruleOf(
    'EXT.048',
    'What a send task gives is what its message carries.',
    ['SendTask'],
    notOfMessage('dataInputs'),
    '的输入与所发消息的数据不一致，请改正。',
  ),
  ruleOf(
    'EXT.069',
    'An output of a loop is one item of its collection.',
    ['MultiInstanceLoopCharacteristics'],
    isNoItemOf('loopDataOutputRef', 'outputDataItem'),
    '的多实例输出项与输出集合的类型不一致，请改正。',
  ),
  ruleOf(
    'EXT.070',
    'An input of a loop is one item of its collection.',
    ['MultiInstanceLoopCharacteristics'],
    isNoItemOf('loopDataInputRef', 'inputDataItem'),
    '的多实例输入项与输入集合的类型不一致，请改正。',
  ),
  ruleOf(
    'EXT.076',
    'A reference to a data object in a state is named after both: object [state].',
    ['DataObjectReference'],
    isNamedOtherwise,
    '要写成「数据对象 [状态]」，请改名。',
  ),
  ruleOf(
    'EXT.079',
    'A sub-process declares no inputs and outputs of its own.',
    ['SubProcess'],
    (scope) => elementIn(scope, 'ioSpecification') !== undefined,
    '是子流程，不能声明自己的数据输入输出，请删去。',
  ),
  ruleOf(
    'EXT.084',
    'Every data input is named by an input set.',
    ['InputOutputSpecification'],
    inNoSet('dataInputs', 'inputSets', 'dataInputRefs'),
    '有数据输入不在任何输入集里，请加入。',
  ),
  ruleOf(
    'EXT.088',
    'Every data output is named by an output set.',
    ['InputOutputSpecification'],
    inNoSet('dataOutputs', 'outputSets', 'dataOutputRefs'),
    '有数据输出不在任何输出集里，请加入。',
  ),
  ruleOf(
    'EXT.091',
    'A data association joins data of the same structure, or says how they are transformed.',
    ['DataAssociation'],
    joinsOther,
    '的数据关联两端类型不同，请改正或写明转换（transformation）。',
  ),
  ruleOf(
    'EXT.092',
    'A data association without a transformation has one source.',
    ['DataAssociation'],
    (association) =>
      elementIn(association, 'transformation') === undefined &&
      elementsIn(association, 'sourceRef').length > 1,
    '的数据关联有几个来源，却没有写明转换（transformation），请改正。',
  ),
  ruleOf(
    'EXT.085',
    'An optional input of an input set is in it.',
    ['InputSet'],
    beyondSet('optionalInputRefs', 'dataInputRefs'),
    '的可选输入不在它的输入集里，请加入。',
  ),
  ruleOf(
    'EXT.086',
    'What an input set takes while executing is in it.',
    ['InputSet'],
    beyondSet('whileExecutingInputRefs', 'dataInputRefs'),
    '的执行中输入不在它的输入集里，请加入。',
  ),
  ruleOf(
    'EXT.089',
    'An optional output of an output set is in it.',
    ['OutputSet'],
    beyondSet('optionalOutputRefs', 'dataOutputRefs'),
    '的可选输出不在它的输出集里，请加入。',
  ),
  ruleOf(
    'EXT.090',
    'What an output set gives while executing is in it.',
    ['OutputSet'],
    beyondSet('whileExecutingOutputRefs', 'dataOutputRefs'),
    '的执行中输出不在它的输出集里，请加入。',
  ),
  ruleOf(
    'EXT.087',
    'Input and output sets that belong together name each other.',
    ['InputSet', 'OutputSet'],
    (set, model) =>
      isA(set, 'InputSet')
        ? oneSided('outputSetRefs', 'inputSetRefs')(set, model)
        : oneSided('inputSetRefs', 'outputSetRefs')(set, model),
    '的输入集与输出集没有互相引用，请改正。',
  ),
];
