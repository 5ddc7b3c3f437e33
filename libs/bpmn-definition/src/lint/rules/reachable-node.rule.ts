import {
  attachedTo,
  eventKindOf,
  handlersOf,
  isBoundary,
  isEventSubProcess,
  isInAdHoc,
  labelOf,
  linkOf,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/**
 * Every step can be reached from a start event of its level; a boundary event through the step it sits on, a catching
 * link through the throwing one, what undoes a step through its compensation event.
 */
export const reachableNode: Rule = {
  name: 'reachable-node',
  check: (source) => {
    const reached = reachedIn(source);
    return source.nodes
      .filter(({ id }) => !reached.has(id))
      .map((node) => ({ message: `从开始事件走不到${labelOf(node)}，请连上或删去。`, elementId: node.id }));
  },
};

function reachedIn(source: SourceModel): ReadonlySet<string> {
  const boundaries = source.nodes.filter(isBoundary);
  const open = source.nodes.filter(
    (node) =>
      node.type === 'StartEvent' ||
      isEventSubProcess(node) ||
      node.element.instantiate === true ||
      (isInAdHoc(source, node) && node.incoming.length === 0 && !isBoundary(node)),
  );
  const reached = new Set(open.map(({ id }) => id));
  for (let node = open.pop(); node; node = open.pop()) {
    for (const next of followersOf(source, node, boundaries)) {
      if (reached.has(next.id)) continue;
      reached.add(next.id);
      open.push(next);
    }
  }
  return reached;
}

/** Where a throwing link event leads to: the catching one of its name on its level. */
const linkTargets = (source: SourceModel, node: SourceNode): SourceNode[] =>
  node.type === 'IntermediateThrowEvent' && eventKindOf(node) === 'Link'
    ? source.nodes.filter(
        (other) =>
          other.type === 'IntermediateCatchEvent' &&
          other.scope === node.scope &&
          eventKindOf(other) === 'Link' &&
          linkOf(other) === linkOf(node),
      )
    : [];

const followersOf = (
  source: SourceModel,
  node: SourceNode,
  boundaries: readonly SourceNode[],
): SourceNode[] => [
  ...node.outgoing.flatMap(({ target }) => source.nodeById.get(target ?? '') ?? []),
  ...boundaries.filter((boundary) => attachedTo(boundary) === node.id),
  ...handlersOf(source, node),
  ...linkTargets(source, node),
];
