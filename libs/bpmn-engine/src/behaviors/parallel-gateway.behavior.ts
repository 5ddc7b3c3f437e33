import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.6.4: waits for a token on every incoming flow, then puts one on every outgoing flow. */
export const parallelGateway: ElementBehavior<'parallelGateway'> = {
  activate: ({ key }) => ok([{ next: { do: 'leave', key } }]),
  choose: ({ node }) => ok(node.outgoing),
  mayJoin: ({ node, prefix }, tokens) => node.incoming.every((flowId) => (tokens[prefix + flowId] ?? 0) > 0),
};
