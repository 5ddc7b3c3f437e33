import { flowOf, linkTargetOf, nodeOf, type FlowNode } from '@wuqing/bpmn-model';
import type { JoinVisit, WaitingTokens } from '../element-behavior.js';
import { joinKey } from '../evolve/evolve.js';
import { runningIn, type View } from '../view.js';

/**
 * Whether an inclusive join must go on waiting (BPMN 2.0.2 §10.6.3 and table 13.3): some token elsewhere in the scope
 * can still reach an incoming flow on which none has arrived, and cannot reach one on which a token waits already —
 * of both kinds of token that come round a loop, these are the next round, which must not hold up this one.
 * Paths do not lead through the join itself.
 */
export function isAwaited(join: JoinVisit<'inclusiveGateway'>, tokens: WaitingTokens, view: View): boolean {
  const { node, prefix } = join;
  const arrived = new Set(node.incoming.filter((flowId) => (tokens[prefix + flowId] ?? 0) > 0));
  if (arrived.size === node.incoming.length) return false;
  return tokensElsewhere(join, view).some((origin) => {
    const reached = incomingReachedFrom(origin, join);
    return reached.some((flowId) => !arrived.has(flowId)) && !reached.some((flowId) => arrived.has(flowId));
  });
}

/** The nodes at which the scope's other tokens stand: what runs or queues, and other joins at which tokens wait. */
function tokensElsewhere({ scope, elementId, prefix }: JoinVisit<'inclusiveGateway'>, view: View): string[] {
  const running = runningIn(view, scope).map((key) => view.state.instances[key]!.elementId);
  const waiting = Object.keys(view.state.joins)
    .filter((join) => join.startsWith(`${scope}/`) && join !== joinKey(scope, elementId))
    .map((join) => join.slice(scope.length + 1));
  const queued = view.state.instances[scope]?.pending ?? [];
  return [...running, ...queued, ...waiting].map((id) => id.slice(prefix.length));
}

/** The join's incoming flows to which paths lead that begin after the node `origin`. */
function incomingReachedFrom(
  origin: string,
  { node: join, process }: JoinVisit<'inclusiveGateway'>,
): string[] {
  const reached = new Set<string>();
  const seen = new Set([origin, join.id]);
  const open = [origin];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodeOf(process, id);
    for (const flowId of waysOut(node)) {
      const { target } = flowOf(process, flowId);
      if (target === join.id) reached.add(flowId);
      goTo(target);
    }
    const link = node.type === 'intermediateThrowEvent' && linkTargetOf(process, node);
    if (link) goTo(link.id);
  }
  return [...reached];

  function goTo(target: string): void {
    if (!seen.has(target)) open.push(target);
    seen.add(target);
  }

  function waysOut({ outgoing, boundaries }: FlowNode): string[] {
    return [...outgoing, ...boundaries.flatMap((id) => nodeOf(process, id).outgoing)];
  }
}
