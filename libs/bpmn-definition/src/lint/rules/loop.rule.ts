import { quoted } from '../../sentence.js';
import { MEMBERS_MAX } from '@wuqing/bpmn-model';
import { isEventSubProcess, labelOf } from '../../source/look-up.js';
import { implicitThrowOf, loopOf, type SourceLoop } from '../../source/loop.js';
import type { SourceNode } from '../../source/source-model.js';
import { elementIn, localType } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';
import { variableName } from './script-task.rule.js';

/** A loop has an end, a multi-instance has exactly one source of its members, and both say nothing that is not executed. */
export const loop: Rule = {
  name: 'loop',
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const found = loopOf(node);
      return found
        ? reasonsOf(node, found).map((message) => ({
            message: `${labelOf(node)}${message}`,
            elementId: node.id,
          }))
        : [];
    }),
};

function reasonsOf(node: SourceNode, found: SourceLoop): string[] {
  if (isEventSubProcess(node)) return ['是事件子流程，不能设循环或多实例，请删去。'];
  if (found.kind === 'standard') return standardReasons(found);
  if (found.kind === 'multiInstance')
    return [...memberReasons(found), ...nameReasons(found), ...behaviorReasons(found)];
  return [`的循环 ${localType(found.element)} 不支持，请删去。`];
}

function standardReasons({ condition, element }: SourceLoop): string[] {
  const maximum = element.loopMaximum;
  const reasons: string[] = [];
  if (!condition && maximum === undefined)
    reasons.push('的循环没有条件也没有次数上限，永远不会结束，请填写其一。');
  if (maximum !== undefined && !(typeof maximum === 'number' && Number.isInteger(maximum) && maximum >= 0))
    reasons.push('的循环次数上限要写不小于 0 的整数。');
  return reasons;
}

function memberReasons({ inputCollection, cardinality }: SourceLoop): string[] {
  const sources = [inputCollection, cardinality].filter((text) => text !== undefined && text !== '');
  if (sources.length !== 1)
    return ['的多实例要有且只有一个来源：输入集合（inputCollection）或个数（loopCardinality）。'];
  if (!cardinality || cardinality.startsWith('=')) return [];
  return /^\d{1,9}$/.test(cardinality) && Number(cardinality) <= MEMBERS_MAX
    ? []
    : [`的多实例个数要写 0 至 ${MEMBERS_MAX} 的整数，或以 = 开头的表达式。`];
}

function nameReasons({ inputElement, outputCollection, outputElement }: SourceLoop): string[] {
  const reasons = [inputElement, outputCollection]
    .filter((name) => name !== undefined && !variableName.test(name))
    .map((name) => `的多实例变量「${quoted(name)}」不合规，请用一个简单的变量名。`);
  if ((outputCollection === undefined) !== (outputElement === undefined))
    reasons.push('的多实例输出要同时写明集合（outputCollection）和取值（outputElement）。');
  return reasons;
}

const throwable: Readonly<Record<string, string>> = {
  SignalEventDefinition: 'signalRef',
  MessageEventDefinition: 'messageRef',
  EscalationEventDefinition: 'escalationRef',
};

function behaviorReasons(found: SourceLoop): string[] {
  const behavior = found.element.behavior;
  const definitions = found.element.complexBehaviorDefinition;
  if (behavior === 'Complex' || (Array.isArray(definitions) && definitions.length > 0))
    return ['的多实例行为 Complex（complexBehaviorDefinition）不支持，请用 All、One 或 None。'];
  const unused = ['One', 'None'].filter(
    (word) => word !== behavior && elementIn(found.element, `${word.toLowerCase()}BehaviorEventRef`),
  );
  if (unused.length > 0)
    return unused.map(
      (word) =>
        `的多实例写了 ${word.toLowerCase()}BehaviorEventRef，行为却不是 ${word}，不会抛出，请改正或删去。`,
    );
  if (behavior !== 'One' && behavior !== 'None') return [];
  const event = implicitThrowOf(found);
  const property = event && throwable[localType(event)];
  return event && property && elementIn(event, property)?.id
    ? []
    : [`的多实例行为「${quoted(String(behavior))}」要指明抛出的信号、消息或升级事件。`];
}
