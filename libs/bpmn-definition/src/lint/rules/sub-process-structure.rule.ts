import { isEventSubProcess, isSubProcess, labelOf, nodesIn } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Finding, Rule } from '../rule.js';

/** A sub-process has exactly one start; one that is triggered by an event is not connected to anything. */
export const subProcessStructure: Rule = {
  name: 'sub-process-structure',
  check: (source) => source.nodes.filter(isSubProcess).flatMap((node) => findingsOf(source, node)),
};

function findingsOf(source: SourceModel, node: SourceNode): Finding[] {
  const starts = nodesIn(source, node.id).filter(({ type }) => type === 'StartEvent').length;
  const findings: Finding[] = [];
  if (starts !== 1) {
    findings.push({
      message: `子流程${labelOf(node)}要有且只有一个开始事件,现在有 ${starts} 个。`,
      elementId: node.id,
    });
  }
  if (isEventSubProcess(node) && node.incoming.length + node.outgoing.length > 0) {
    findings.push({ message: `事件子流程${labelOf(node)}由事件触发,请删去它的连线。`, elementId: node.id });
  }
  return findings;
}
