import {
  eventConditionOf,
  eventDefinitionsOf,
  eventKindOf,
  labelOf,
  linkOf,
  referredBy,
} from '../../source/look-up.js';
import { zeebeOf } from '../../source/extension.js';
import type { SourceNode } from '../../source/source-model.js';
import { textIn } from '../../xml/moddle-element.js';
import type { Rule } from '../rule.js';

/** A signal, error, escalation, condition or link event says which: what it refers to exists and has its name or code. */
export const eventReference: Rule = {
  name: 'event-reference',
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const message = reasonOf(node);
      return message === undefined ? [] : [{ message, elementId: node.id }];
    }),
};

function reasonOf(node: SourceNode): string | undefined {
  switch (eventKindOf(node)) {
    case 'Signal':
      return missing(node, 'signalRef', 'name', '信号', '名称');
    case 'Error':
      return catchesAll(node, 'errorRef')
        ? undefined
        : missing(node, 'errorRef', 'errorCode', '错误', '代码');
    case 'Escalation':
      return catchesAll(node, 'escalationRef')
        ? undefined
        : missing(node, 'escalationRef', 'escalationCode', '升级', '代码');
    case 'Conditional':
      return conditionFault(node);
    case 'Link':
      return linkOf(node) === undefined ? `链接事件${labelOf(node)}没有名称，请填写。` : undefined;
    default:
      return undefined;
  }
}

/** Where one is caught, no reference means every one. */
const catchesAll = (node: SourceNode, property: string): boolean =>
  (node.type === 'StartEvent' || node.type === 'BoundaryEvent') && referredBy(node, property) === undefined;

function missing(
  node: SourceNode,
  property: string,
  attribute: string,
  what: string,
  name: string,
): string | undefined {
  const referred = referredBy(node, property);
  if (!referred) return `${labelOf(node)}没有选定${what}，请选一个。`;
  if (referred.id === undefined || referred.id === '')
    return `${labelOf(node)}的${what}没有标识（id），请补上。`;
  const text = textIn(referred, attribute);
  if (text === undefined) return `${labelOf(node)}的${what}没有${name}，请填写。`;
  return text.startsWith('=') ? `${labelOf(node)}的${what}${name}要是固定文字，不能是表达式。` : undefined;
}

function conditionFault(node: SourceNode): string | undefined {
  const [definition] = eventDefinitionsOf(node);
  const filter = definition && zeebeOf(definition).find(({ name }) => name === 'conditionalFilter');
  if (filter) return `${labelOf(node)}的 zeebe:conditionalFilter 不支持：任何变量变化都会重新判定，请删去。`;
  return eventConditionOf(node) === undefined ? `条件事件${labelOf(node)}没有条件，请填写。` : undefined;
}
