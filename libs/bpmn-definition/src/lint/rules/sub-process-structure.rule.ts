import { isAdHoc, isEventSubProcess, isSubProcess, labelOf, nodesIn } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Finding, Rule } from '../rule.js';

/** A sub-process has exactly one start; one that is triggered by an event is not connected to anything. */
export const subProcessStructure: Rule = {
  name: 'sub-process-structure',
  check: (source) => source.nodes.filter(isSubProcess).flatMap((node) => findingsOf(source, node)),
};

function findingsOf(source: SourceModel, node: SourceNode): Finding[] {
  if (isAdHoc(node)) return findingsOfAdHoc(source, node);
  const starts = nodesIn(source, node.id).filter(({ type }) => type === 'StartEvent').length;
  const findings: Finding[] = [];
  if (starts !== 1) {
    findings.push({
      message: `子流程${labelOf(node)}要有且只有一个开始事件，现在有 ${starts} 个。`,
      elementId: node.id,
    });
  }
  if (isEventSubProcess(node) && node.incoming.length + node.outgoing.length > 0) {
    findings.push({ message: `事件子流程${labelOf(node)}由事件触发，请删去它的连线。`, elementId: node.id });
  }
  return findings;
}

/** BPMN 2.0.2 §10.3.5.4: no start and no end event; at least one activity that can begin. */
function findingsOfAdHoc(source: SourceModel, node: SourceNode): Finding[] {
  const inside = nodesIn(source, node.id);
  const findings: Finding[] = inside
    .filter(({ type }) => type === 'StartEvent' || type === 'EndEvent')
    .map((event) => ({
      message: `临时子流程${labelOf(node)}里不能有开始或结束事件，请删去${labelOf(event)}。`,
      elementId: event.id,
    }));
  if (!inside.some(({ incoming }) => incoming.length === 0))
    findings.push({ message: `临时子流程${labelOf(node)}里没有可以启动的步骤。`, elementId: node.id });
  return findings;
}
