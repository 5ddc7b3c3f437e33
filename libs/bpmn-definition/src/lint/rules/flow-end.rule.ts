import { isBoundary, labelOf } from '../../source/look-up.js';
import type { SourceFlow, SourceModel } from '../../source/source-model.js';
import type { Finding, Rule } from '../rule.js';

/** A connection joins two steps of the same level, begins at none that ends and ends at none that begins. */
export const flowEnd: Rule = {
  name: 'flow-end',
  check: (source) => source.flows.flatMap((flow) => findingsOf(source, flow)),
};

function findingsOf(source: SourceModel, flow: SourceFlow): Finding[] {
  const from = source.nodeById.get(flow.source ?? '');
  const to = source.nodeById.get(flow.target ?? '');
  const said = (message: string): Finding[] => [{ message, elementId: flow.id }];
  if (!from || !to) return said(`连线${labelOf(flow)}没有接好两端，请重新连接或删除。`);
  if (from.scope !== to.scope)
    return said(`连线${labelOf(flow)}跨越了子流程边界，请在子流程内部或外部分别连接。`);
  if (to.type === 'StartEvent' || isBoundary(to))
    return said(`连线不能指向${labelOf(to)}，请改接到步骤或网关。`);
  if (from.type === 'EndEvent') return said(`结束事件${labelOf(from)}后面不能再有连线，请删去。`);
  return [];
}
