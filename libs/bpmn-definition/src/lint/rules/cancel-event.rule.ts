import { attachedTo, eventKindOf, isBoundary, labelOf } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** A cancel end event lies directly in a transaction, and a transaction that has one says what follows. */
export const cancelEvent: Rule = {
  name: 'cancel-event',
  check: (source) =>
    source.nodes
      .filter((node) => eventKindOf(node) === 'Cancel')
      .flatMap((node) => {
        const message = isBoundary(node) ? boundaryFault(source, node) : endFault(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function boundaryFault(source: SourceModel, node: SourceNode): string | undefined {
  const host = source.nodeById.get(attachedTo(node) ?? '');
  if (host?.type !== 'Transaction') return `取消边界事件${labelOf(node)}只能放在事务子流程上。`;
  const others = source.nodes.filter(
    (other) => isBoundary(other) && eventKindOf(other) === 'Cancel' && attachedTo(other) === host.id,
  );
  return others.length > 1 ? `事务子流程${labelOf(host)}只能有一个取消边界事件。` : undefined;
}

function endFault(source: SourceModel, node: SourceNode): string | undefined {
  const scope = source.nodeById.get(node.scope);
  if (scope?.type !== 'Transaction') return `取消结束事件${labelOf(node)}只能直接放在事务子流程里。`;
  const follows = source.nodes.some(
    (other) => isBoundary(other) && eventKindOf(other) === 'Cancel' && attachedTo(other) === scope.id,
  );
  return follows ? undefined : `事务子流程${labelOf(scope)}有取消结束事件，请在其边上放一个取消边界事件。`;
}
