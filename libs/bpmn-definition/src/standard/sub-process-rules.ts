import { elementIn, elementsIn, type ModdleElement } from '../xml/moddle-element.js';
import { isEventSubProcess, kindsOf, nodesOn } from './look.js';
import { isA, type StandardModel } from './standard-model.js';
import { alike, ruleOf, type Broken, type StandardRule } from './standard-rule.js';

const within = (element: ModdleElement, type: string): boolean => {
  for (let at = element.$parent; at; at = at.$parent) if (isA(at, type)) return true;
  return false;
};

/** The process of this file that a call activity calls by its id, with or without the prefix of a name space. */
const calledHere = (call: ModdleElement, { all }: StandardModel): ModdleElement | undefined => {
  const called = call.calledElement;
  if (typeof called !== 'string') return undefined;
  const id = called.slice(called.indexOf(':') + 1);
  return all('CallableElement').find((callable) => callable.id === id);
};

const startsOnlyByEvents: Broken = (call, model) => {
  const called = calledHere(call, model);
  const starts = called ? nodesOn(called).filter((node) => isA(node, 'StartEvent')) : [];
  return starts.length > 0 && starts.every((start) => kindsOf(start).length > 0);
};

const parts = ['dataInputs', 'dataOutputs', 'inputSets', 'outputSets'] as const;

/** What a call gives and takes is what the called process takes and gives: as many, and of the same structures. */
const callsOtherwise: Broken = (call, model) => {
  const called = calledHere(call, model);
  if (!called) return false;
  const [ours, theirs] = [elementIn(call, 'ioSpecification'), elementIn(called, 'ioSpecification')];
  const of = (specification: ModdleElement | undefined, part: string): readonly ModdleElement[] =>
    specification ? elementsIn(specification, part) : [];
  return (
    parts.some((part) => of(ours, part).length !== of(theirs, part).length) ||
    (['dataInputs', 'dataOutputs'] as const).some(
      (part) => structures(of(ours, part)) !== structures(of(theirs, part)),
    )
  );
};

const structures = (data: readonly ModdleElement[]): string =>
  data
    .map((one) => String(elementIn(one, 'itemSubjectRef')?.structureRef ?? ''))
    .sort()
    .join(' ');

export const subProcessRules: readonly StandardRule[] = [
  ruleOf(
    'EXT.036',
    'A process has no choreography activities.',
    ['ChoreographyActivity'],
    (activity) => isA(activity.$parent, 'Process'),
    '是编排活动，不能画在流程里，请移走。',
  ),
  ruleOf(
    'EXT.056',
    'A sub-process has no choreography activities.',
    ['ChoreographyActivity'],
    (activity) => isA(activity.$parent, 'SubProcess'),
    '是编排活动，不能画在子流程里，请移走。',
  ),
  alike(
    ruleOf(
      'EXT.057',
      'No flow leads to an event sub-process or leaves it.',
      ['SubProcess'],
      (scope, { incoming, outgoing }) =>
        isEventSubProcess(scope) && incoming(scope).length + outgoing(scope).length > 0,
      '是事件子流程，前后不能有连线，请删去。',
    ),
    'EXT.021',
    'EXT.022',
  ),
  ruleOf(
    'EXT.058',
    'An event sub-process has one start event.',
    ['SubProcess'],
    (scope) =>
      isEventSubProcess(scope) && nodesOn(scope).filter((node) => isA(node, 'StartEvent')).length !== 1,
    '是事件子流程，要有且只有一个开始事件，请改正。',
  ),
  ruleOf(
    'EXT.062',
    'An ad-hoc sub-process has no start and no end events.',
    ['StartEvent', 'EndEvent'],
    (event) => isA(event.$parent, 'AdHocSubProcess'),
    '不能画在临时子流程里，请删去。',
  ),
  ruleOf(
    'EXT.063',
    'A call activity takes and gives what the process that it calls takes and gives.',
    ['CallActivity'],
    callsOtherwise,
    '的数据输入输出与所调用流程的不一致，请改正。',
  ),
  ruleOf(
    'EXT.099',
    'A process that is called has a start event without a trigger, where it has any.',
    ['CallActivity'],
    startsOnlyByEvents,
    '所调用的流程没有空的开始事件，请补上。',
  ),
  ruleOf(
    'EXT.106',
    'A cancel end event lies in a transaction.',
    ['EndEvent'],
    (event) => kindsOf(event).includes('Cancel') && !within(event, 'Transaction'),
    '是取消结束事件，只能画在事务子流程里。',
  ),
  ruleOf(
    'EXT.111',
    'A cancel boundary event stands on a transaction.',
    ['BoundaryEvent'],
    (event) => kindsOf(event).includes('Cancel') && !isA(elementIn(event, 'attachedToRef'), 'Transaction'),
    '是取消边界事件，只能附在事务子流程上。',
  ),
];
