import { flowOf, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { hasFlag } from '../context.js';
import type { View } from '../view.js';
import type { Immovable } from './immovable.js';

/**
 * The flows on which tokens wait at joins, with their ids in the new version: the flow of the same id that leads to the
 * new join, else the only one from the new source. Of those in a called process the call alone bears another id.
 */
export function mappedFlows(
  { state, process }: View,
  target: ExecutableProcess,
  newIdOf: (elementId: string) => string,
): { readonly flows: Record<string, string>; readonly immovable: Immovable[] } {
  const flows: Record<string, string> = {};
  const immovable: Immovable[] = [];
  for (const [join, tokens] of Object.entries(state.joins)) {
    const elementId = join.slice(join.indexOf('/', join.indexOf('#')) + 1);
    if (elementId.includes('/')) {
      for (const flowId of Object.keys(tokens)) flows[flowId] = newIdOf(flowId);
      continue;
    }
    const gateway = target.nodes[newIdOf(elementId)];
    const isAlike = gateway?.type === process.nodes[elementId]?.type && (gateway?.incoming.length ?? 0) > 1;
    for (const flowId of Object.keys(tokens)) {
      const found =
        gateway && isAlike
          ? flowInto(gateway, target, flowId, newIdOf(flowOf(process, flowId).source))
          : undefined;
      if (found === undefined)
        immovable.push({
          elementId,
          reason: `汇合“${process.nodes[elementId]?.name || elementId}”处在连线“${process.flows[flowId]?.name || flowId}”上等待的分支，在新版本中没有对应的连线。`,
        });
      else if (found !== flowId) flows[flowId] = found;
    }
    if (hasFlag(state, 'wait-once')) immovable.push(...mergedFlows(process, elementId, tokens, flows));
  }
  return { flows, immovable };
}

function flowInto(
  gateway: FlowNode,
  target: ExecutableProcess,
  flowId: string,
  source: string,
): string | undefined {
  if (gateway.incoming.includes(flowId)) return flowId;
  const from = gateway.incoming.filter((id) => flowOf(target, id).source === source);
  return from.length === 1 ? from[0] : undefined;
}

/** Tokens that wait for each other must not come to wait on one flow: the join would count one of them alone. */
function mergedFlows(
  process: ExecutableProcess,
  elementId: string,
  tokens: Readonly<Record<string, number>>,
  flows: Readonly<Record<string, string>>,
): Immovable[] {
  const said = (flowId: string): string => process.flows[flowId]?.name || flowId;
  const byTarget = new Map<string, string>();
  return Object.keys(tokens)
    .sort()
    .flatMap((flowId) => {
      const to = flows[flowId] ?? flowId;
      const other = byTarget.get(to);
      byTarget.set(to, flowId);
      if (other === undefined) return [];
      return [
        {
          elementId,
          reason: `汇合“${process.nodes[elementId]?.name || elementId}”处在连线“${said(other)}”和“${said(flowId)}”上等待的分支，在新版本中是同一条连线，不能迁移。`,
        },
      ];
    });
}
