import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { isAwaited } from '../flows/inclusive-join.js';
import { flowsThatHold, orDefault } from '../flows/outgoing-flows.js';

/** BPMN 2.0.2 §10.6.3: every flow whose condition is true, else the default; joins what can still come. */
export const inclusiveGateway: ElementBehavior<'inclusiveGateway'> = {
  activate: ({ key }) => ok([{ next: { do: 'leave', key } }]),
  choose: (visit, view) => orDefault(flowsThatHold(visit, view, visit.node.defaultFlow), visit),
  mayJoin: (join, tokens, view) => !isAwaited(join, tokens, view),
};
