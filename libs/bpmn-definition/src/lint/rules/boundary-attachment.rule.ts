import {
  attachedTo,
  eventKindOf,
  isBoundary,
  isEventSubProcess,
  isStep,
  labelOf,
  zeebeAttribute,
} from '../../source/look-up.js';
import { implicitThrowOf, loopOf } from '../../source/loop.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Finding, Rule } from '../rule.js';

/** Steps that last and can therefore be interrupted or reminded. */
const lasting: ReadonlySet<string> = new Set([
  'UserTask',
  'ServiceTask',
  'ReceiveTask',
  'SubProcess',
  'Transaction',
  'CallActivity',
]);

/** A boundary event sits on a step of its own level; on one that does not last it only means how the step is undone. */
export const boundaryAttachment: Rule = {
  name: 'boundary-attachment',
  check: (source) =>
    source.nodes.filter(isBoundary).flatMap((node) => {
      const message = reasonOf(source, node) ?? reasonOfKind(node);
      return message === undefined ? neverHappens(source, node) : [{ message, elementId: node.id }];
    }),
};

/** An error or a cancellation has ended the step already. */
function reasonOfKind(node: SourceNode): string | undefined {
  const kind = eventKindOf(node);
  if (node.element.cancelActivity !== false || (kind !== 'Error' && kind !== 'Cancel')) return undefined;
  return `边界事件${labelOf(node)}总是中断所附步骤，请改为中断型。`;
}

/** A send task lasts while a service sends. */
const hasWorker = (node: SourceNode): boolean =>
  node.type === 'SendTask' && zeebeAttribute(node, 'taskDefinition', 'type') !== undefined;

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const host = source.nodeById.get(attachedTo(node) ?? '');
  if (!host) return `边界事件${labelOf(node)}没有附着在步骤上，请移到一个步骤的边上。`;
  if (host.scope !== node.scope) return `边界事件${labelOf(node)}与所附步骤不在同一层，请重新放置。`;
  if (isStep(host) && !isEventSubProcess(host)) return undefined;
  return `${labelOf(host)}上不能放边界事件，请移到人工任务、服务任务或子流程上。`;
}

/** On a step that is done at once only a loop that tells of its members makes it happen. */
function neverHappens(source: SourceModel, node: SourceNode): Finding[] {
  const host = source.nodeById.get(attachedTo(node) ?? '');
  if (!host || eventKindOf(node) === 'Compensate' || lasting.has(host.type) || hasWorker(host)) return [];
  const loop = loopOf(host);
  if (loop && implicitThrowOf(loop)) return [];
  const message = `${labelOf(host)}当即完成，它的边界事件${labelOf(node)}不会发生，请移到会等待的步骤上或删去。`;
  return [{ severity: 'warning', message, elementId: node.id }];
}
