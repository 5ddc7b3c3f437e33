import {
  eventDefinitionsOf,
  eventKindOf,
  handlersOf,
  isBoundary,
  isEventSubProcess,
  isHandler,
  labelOf,
  referredBy,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** A compensation boundary event is joined with one step that undoes; that step is reached in no other way. */
export const compensationHandler: Rule = {
  name: 'compensation-handler',
  check: (source) =>
    source.nodes.flatMap((node) => {
      const message = reasonOf(source, node);
      return message === undefined ? [] : [{ message, elementId: node.id }];
    }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  if (isHandler(node)) return handlerFault(source, node);
  if (eventKindOf(node) !== 'Compensate') return undefined;
  if (isBoundary(node)) return boundaryFault(source, node);
  return node.type === 'StartEvent' ? undefined : throwFault(source, node);
}

const compensates = (node: SourceNode): boolean => isBoundary(node) && eventKindOf(node) === 'Compensate';

function handlerFault(source: SourceModel, node: SourceNode): string | undefined {
  if (node.incoming.length + node.outgoing.length > 0)
    return `${labelOf(node)}是补偿处理，不能有连线，请删去连线。`;
  const joined = source.nodes.filter(
    (other) => compensates(other) && handlersOf(source, other).some(({ id }) => id === node.id),
  );
  return joined.length === 1
    ? undefined
    : `补偿处理${labelOf(node)}要由且只由一个补偿边界事件用关联线连接，现在有 ${joined.length} 个。`;
}

function boundaryFault(source: SourceModel, node: SourceNode): string | undefined {
  if (node.outgoing.length > 0)
    return `补偿边界事件${labelOf(node)}后面不能有连线，请改用关联线连接补偿处理。`;
  const handlers = handlersOf(source, node);
  if (handlers.length !== 1)
    return `补偿边界事件${labelOf(node)}要用关联线连接一个补偿处理，现在有 ${handlers.length} 个。`;
  return handlers[0]!.scope === node.scope
    ? undefined
    : `补偿边界事件${labelOf(node)}与补偿处理不在同一层，请重新放置。`;
}

/** What a throwing event undoes lies on its own level; from an event sub-process also on the level of that. */
function throwFault(source: SourceModel, node: SourceNode): string | undefined {
  const [definition] = eventDefinitionsOf(node);
  if (definition?.waitForCompletion === false)
    return `补偿事件${labelOf(node)}的 waitForCompletion 不能是 false，请删去。`;
  const activity = referredBy(node, 'activityRef');
  if (!activity) return undefined;
  const named = source.nodeById.get(activity.id ?? '');
  return named && scopesAround(source, node).includes(named.scope) && !isHandler(named)
    ? undefined
    : `补偿事件${labelOf(node)}指定的步骤不在同一层，请重新选择。`;
}

function scopesAround(source: SourceModel, node: SourceNode): string[] {
  const scopes = [node.scope];
  for (let scope = source.nodeById.get(node.scope); scope && isEventSubProcess(scope);) {
    scopes.push(scope.scope);
    scope = source.nodeById.get(scope.scope);
  }
  return scopes;
}
