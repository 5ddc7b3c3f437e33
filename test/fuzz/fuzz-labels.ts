import type { FlowNode } from '@wuqing/bpmn-model';
import { definitionAt, placeAt, type DrawnProcess } from '@wuqing/testing';

/** What an activity is called in the tables. */
export function kindOf(node: FlowNode): string {
  switch (node.type) {
    case 'subProcess':
      if (node.triggeredByEvent) return 'eventSubProcess';
      if (node.transaction) return 'transaction';
      return node.adHoc ? 'adHoc' : 'subProcess';
    case 'sendTask':
      return node.definition.worker ? 'sendingService' : 'sendTask';
    case 'businessRuleTask':
      return node.worker ? 'decidingService' : 'businessRuleTask';
    default:
      return node.type;
  }
}

const loopOf = ({ loop }: FlowNode): string => {
  if (!loop) return 'once';
  if (loop.kind === 'standard') return 'standard';
  return loop.isSequential ? 'sequential' : 'parallel';
};

/** `error by code`, `timer (cycle)`, `signal beside`: what an event waits for or throws, and whether it lets go on. */
function eventOf(node: FlowNode): string {
  if (!('definition' in node)) return node.type;
  const { definition } = node;
  const coded =
    (definition.kind === 'error' && definition.error !== undefined) ||
    (definition.kind === 'escalation' && definition.escalation !== undefined);
  const timer = definition.kind === 'timer' ? ` (${definition.timer})` : '';
  const named = definition.kind === 'compensation' && 'activity' in definition ? ' of one' : '';
  const catches = node.type === 'boundaryEvent' || node.type === 'startEvent';
  const beside = catches && !node.interrupting ? ' beside' : '';
  return `${definition.kind}${timer}${named}${catches && coded ? ' by code' : ''}${beside}`;
}

/** What a visit counts as: rows and columns of the tables, `table|row|column`. */
export function labelsOf(definitions: DrawnProcess, elementId: string): string[] {
  const { node, around } = placeAt(definitions, elementId);
  const scope = around === undefined ? 'process' : kindOf(placeAt(definitions, around).node);
  switch (node.type) {
    case 'boundaryEvent': {
      const host = placeAt(definitions, prefixOf(elementId) + node.attachedTo).node;
      return [
        `boundary|${eventOf(node)}|${kindOf(host)}`,
        `boundary of a loop|${eventOf(node)}|${loopOf(host)}`,
      ];
    }
    case 'startEvent': {
      if (scope !== 'eventSubProcess') return [`start|${eventOf(node)}|${scope}`];
      const outer = placeAt(definitions, placeAt(definitions, around!).around ?? elementId);
      const of = placeAt(definitions, around!).around === undefined ? 'process' : kindOf(outer.node);
      return [`event sub-process|${eventOf(node)}|${of}`];
    }
    case 'endEvent':
    case 'intermediateThrowEvent':
    case 'intermediateCatchEvent':
      return [`${node.type}|${eventOf(node)}|${isDecided(definitions, elementId) ? 'gateway' : 'flow'}`];
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'parallelGateway':
    case 'eventBasedGateway':
      return [`gateway|${node.type}|${node.incoming.length > 1 ? 'joins' : 'splits'}`];
    default:
      return activityLabels(node, isDecided(definitions, elementId));
  }
}

const prefixOf = (elementId: string): string => elementId.slice(0, elementId.lastIndexOf('/') + 1);

function activityLabels(node: FlowNode, isDecidedBy: boolean): string[] {
  const row = `activity|${kindOf(node)}`;
  return [
    `${row}|${loopOf(node)}`,
    ...(node.io.inputs.length + node.io.outputs.length > 0 ? [`${row}|mapped`] : []),
    ...(node.isForCompensation ? [`${row}|undoes`] : []),
    ...(isDecidedBy ? [`${row}|behind a gateway`] : []),
  ];
}

/** Whether it stands behind an event-based gateway. */
function isDecided(definitions: DrawnProcess, elementId: string): boolean {
  const { process, id } = definitionAt(definitions, elementId);
  return process.nodes[id]!.incoming.some(
    (flowId) => process.nodes[process.flows[flowId]!.source]!.type === 'eventBasedGateway',
  );
}
