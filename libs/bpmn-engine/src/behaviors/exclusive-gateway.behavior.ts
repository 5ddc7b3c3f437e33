import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { firstFlowThatHolds, orDefault } from '../flows/outgoing-flows.js';

/** BPMN 2.0.2 §10.6.2: the first flow in document order whose condition is true, else the default. */
export const exclusiveGateway: ElementBehavior<'exclusiveGateway'> = {
  activate: ({ key }) => ok([{ next: { do: 'leave', key } }]),
  choose: (visit, view) => orDefault(firstFlowThatHolds(visit, view, visit.node.defaultFlow), visit),
};
