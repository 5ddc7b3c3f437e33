import { attachedTo, eventKindOf, isBoundary, labelOf } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

const awaited: ReadonlySet<string> = new Set(['Message', 'Timer', 'Signal', 'Conditional']);

/** Behind an event-based gateway stand at least two events that can be awaited, each reached from there alone. */
export const eventGateway: Rule = {
  name: 'event-gateway',
  check: (source) =>
    source.nodes
      .filter(({ type }) => type === 'EventBasedGateway')
      .flatMap((node) => {
        const message = gatewayFault(node) ?? targetFault(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function gatewayFault(node: SourceNode): string | undefined {
  if (node.outgoing.length < 2) return `事件网关${labelOf(node)}后面要有至少两个事件。`;
  const starts = node.element.instantiate === true;
  if (starts && node.incoming.length > 0)
    return `事件网关${labelOf(node)}用来启动流程，不能有连线指向它，请删去连线。`;
  return !starts && node.element.eventGatewayType === 'Parallel'
    ? `事件网关${labelOf(node)}不是用来启动流程的，不能是并行的。`
    : undefined;
}

function targetFault(source: SourceModel, node: SourceNode): string | undefined {
  const targets = node.outgoing.flatMap(({ target }) => source.nodeById.get(target ?? '') ?? []);
  const wrong = targets.find((target) => !isAwaited(target));
  if (wrong)
    return `事件网关${labelOf(node)}后面只能是消息、定时、信号、条件事件或接收任务，请改动${labelOf(wrong)}。`;
  const shared = targets.find(({ incoming }) => incoming.length > 1);
  if (shared) return `${labelOf(shared)}在事件网关之后，不能再有别的连线指向它。`;
  const carrying = targets.find(({ id }) =>
    source.nodes.some((other) => isBoundary(other) && attachedTo(other) === id),
  );
  return carrying && `${labelOf(carrying)}在事件网关之后，不能有边界事件。`;
}

const isAwaited = (node: SourceNode): boolean =>
  node.type === 'ReceiveTask' || (node.type === 'IntermediateCatchEvent' && awaited.has(eventKindOf(node)));
