import {
  attachedTo,
  eventKindOf,
  isBoundary,
  isEventSubProcess,
  labelOf,
  zeebeAttribute,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** Steps that last and can therefore be interrupted or reminded. */
const lasting: ReadonlySet<string> = new Set([
  'UserTask',
  'ServiceTask',
  'ReceiveTask',
  'SubProcess',
  'Transaction',
  'CallActivity',
]);

/** A boundary event sits on a lasting step of its own level; one that says how a step is undone on any step. */
export const boundaryAttachment: Rule = {
  name: 'boundary-attachment',
  check: (source) =>
    source.nodes.filter(isBoundary).flatMap((node) => {
      const message = reasonOf(source, node) ?? reasonOfKind(node);
      return message === undefined ? [] : [{ message, elementId: node.id }];
    }),
};

const isStep = ({ type }: SourceNode): boolean => !type.endsWith('Event') && !type.endsWith('Gateway');

/** An error or a cancellation has ended the step already. */
function reasonOfKind(node: SourceNode): string | undefined {
  const kind = eventKindOf(node);
  if (node.element.cancelActivity !== false || (kind !== 'Error' && kind !== 'Cancel')) return undefined;
  return `边界事件${labelOf(node)}总是中断所附步骤,请改为中断型。`;
}

/** A send task lasts while a service sends. */
const hasWorker = (node: SourceNode): boolean =>
  node.type === 'SendTask' && zeebeAttribute(node, 'taskDefinition', 'type') !== undefined;

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const host = source.nodeById.get(attachedTo(node) ?? '');
  if (!host) return `边界事件${labelOf(node)}没有附着在步骤上,请移到一个步骤的边上。`;
  if (host.scope !== node.scope) return `边界事件${labelOf(node)}与所附步骤不在同一层,请重新放置。`;
  const mayCarry =
    eventKindOf(node) === 'Compensate' ? isStep(host) : lasting.has(host.type) || hasWorker(host);
  if (mayCarry && !isEventSubProcess(host)) return undefined;
  return `${labelOf(host)}上不能放边界事件,请移到人工任务、服务任务或子流程上。`;
}
