import { required } from '@wuqing/kernel';
import type { ExecutableProcess, SequenceFlow } from './executable-process.js';
import type { FlowNode } from './flow-node.js';

/** The node with this id; a compiled process never names one that it does not have, so absence is a bug. */
export const nodeOf = (process: ExecutableProcess, id: string): FlowNode =>
  required(process.nodes[id], `flow node ${id} in process ${process.key}`);

export const flowOf = (process: ExecutableProcess, id: string): SequenceFlow =>
  required(process.flows[id], `sequence flow ${id} in process ${process.key}`);

/** The nodes directly inside `scope` (a sub-process id or the process key), in document order. */
export const nodesIn = (process: ExecutableProcess, scope: string): FlowNode[] =>
  (process.children[scope] ?? []).map((id) => nodeOf(process, id));
