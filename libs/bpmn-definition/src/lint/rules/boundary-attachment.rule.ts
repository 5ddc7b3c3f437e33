import { attachedTo, isBoundary, isEventSubProcess, labelOf } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** Steps that last and can therefore be interrupted or reminded. */
const lasting: ReadonlySet<string> = new Set(['UserTask', 'ServiceTask', 'SubProcess', 'CallActivity']);

/** A boundary event sits on a lasting step of its own level. */
export const boundaryAttachment: Rule = {
  name: 'boundary-attachment',
  check: (source) =>
    source.nodes.filter(isBoundary).flatMap((node) => {
      const message = reasonOf(source, node);
      return message === undefined ? [] : [{ message, elementId: node.id }];
    }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const host = source.nodeById.get(attachedTo(node) ?? '');
  if (!host) return `边界事件${labelOf(node)}没有附着在步骤上,请移到一个步骤的边上。`;
  if (host.scope !== node.scope) return `边界事件${labelOf(node)}与所附步骤不在同一层,请重新放置。`;
  if (lasting.has(host.type) && !isEventSubProcess(host)) return undefined;
  return `${labelOf(host)}上不能放边界事件,请移到人工任务、服务任务或子流程上。`;
}
