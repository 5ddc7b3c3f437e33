import { boundKeyOf } from '@wuqing/bpmn-model';

/**
 * The cells of the coverage table that the cases of a golden trace have gone through: what was activated, as what, and
 * where. Compensation boundary events are never activated: the handler to which they lead is.
 */
export function cellsOf({ cases, models: { called, migrateTo } }) {
  const found = new Set();
  for (const { published, driver, commands } of cases) {
    let definition = published;
    for (const { startEvent } of commands) if (startEvent) addInstantiating(found, published, startEvent);
    for (const event of driver.journal) {
      if (event.type === 'ProcessInstanceMigrated') definition = migrateTo;
      if (event.type === 'ElementActivated')
        for (const cell of cellsAt(definition, called, event)) found.add(cell);
    }
  }
  return found;
}

function cellsAt(published, called, { elementId }) {
  const { process, types } = definitionAt(published, called, elementId);
  const node = process.nodes[elementId.slice(elementId.lastIndexOf('/') + 1)];
  const type = types[node.id];
  const position = positionOf(process, node);
  if (position)
    return [
      `${kinds[node.definition.kind]} ${position}${interrupts(node, position) ? '' : ' non-interrupting'}`,
    ];
  return [
    type,
    ...(node.loop ? [`${type} ${loopOf(node.loop)}`] : []),
    ...(node.isForCompensation ? [`${type} compensation`, 'Compensate boundary'] : []),
  ];
}

function definitionAt(published, called, elementId) {
  const calls = elementId.split('/').slice(0, -1);
  return calls.reduce(({ process }, call) => {
    const node = process.nodes[call];
    return called[boundKeyOf(node.calledProcess, node, process)];
  }, published);
}

const positions = {
  intermediateCatchEvent: 'catch',
  intermediateThrowEvent: 'throw',
  boundaryEvent: 'boundary',
  endEvent: 'end',
};

function positionOf(process, node) {
  if (node.type !== 'startEvent') return positions[node.type];
  const scope = process.nodes[node.scope];
  if (!scope) return 'start';
  return scope.triggeredByEvent ? 'eventSubProcessStart' : 'subProcessStart';
}

const interrupts = ({ interrupting }, position) =>
  interrupting || !['boundary', 'eventSubProcessStart'].includes(position);

const kinds = {
  none: 'None',
  message: 'Message',
  timer: 'Timer',
  error: 'Error',
  escalation: 'Escalation',
  cancel: 'Cancel',
  compensation: 'Compensate',
  conditional: 'Conditional',
  link: 'Link',
  signal: 'Signal',
  terminate: 'Terminate',
};

const loopOf = ({ kind, isSequential }) =>
  kind === 'standard' ? 'standard loop' : `${isSequential ? 'sequential' : 'parallel'} multi-instance`;

function addInstantiating(found, { process }, startEvent) {
  const node = process.nodes[startEvent];
  if (node.type === 'receiveTask' && node.instantiate) found.add('ReceiveTask instantiating');
  for (const flow of node.incoming) {
    const gateway = process.nodes[process.flows[flow].source];
    if (!gateway.instantiate) continue;
    found.add('EventBasedGateway');
    found.add(`EventBasedGateway instantiating${gateway.instantiate === 'parallel' ? ' in parallel' : ''}`);
  }
}
