import { boundKeyOf, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { missing, required } from '@wuqing/kernel';
import type { ElementInstanceKey } from './command.js';
import type { EngineContext } from './context.js';
import { bySerial, rootKeyOf } from './element-instance-key.js';
import type { ProcessInstanceState } from './state.js';

/** All that a decision may look at. */
export interface View {
  readonly process: ExecutableProcess;
  readonly state: ProcessInstanceState;
  readonly context: EngineContext;
}

/**
 * An element as the state names it. Inside a called process ids bear the call activities that lead there
 * (`call-1/approve`), so that caller and called process cannot collide; `prefix` is `''` or `call-1/`.
 */
export interface Place<T extends FlowNode = FlowNode> {
  readonly elementId: string;
  readonly node: T;
  /** The definition that the node belongs to. */
  readonly process: ExecutableProcess;
  readonly prefix: string;
}

/** One running visit of a place. */
export interface Visit<T extends FlowNode = FlowNode> extends Place<T> {
  readonly key: ElementInstanceKey;
  readonly scope: ElementInstanceKey;
}

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** The place of this id, or undefined where no definition at hand has it. */
export function findPlace(view: View, elementId: string): Place | undefined {
  const end = elementId.lastIndexOf('/');
  const process = end < 0 ? view.process : processCalledBy(view, elementId.slice(0, end));
  const node = process && own(process.nodes, elementId.slice(end + 1));
  return node && { elementId, node, process, prefix: elementId.slice(0, end + 1) };
}

/** The definition that this call activity runs, where the context has it. */
export function processCalledBy(view: View, callActivity: string): ExecutableProcess | undefined {
  const { node, process } = findPlace(view, callActivity) ?? {};
  return node?.type === 'callActivity' && process
    ? own(view.context.calledProcesses, boundKeyOf(node.calledProcess, node, process))
    : undefined;
}

/** The definition whose elements bear this prefix. */
export const processAt = (view: View, prefix: string): ExecutableProcess =>
  prefix === ''
    ? view.process
    : required(processCalledBy(view, prefix.slice(0, -1)), `a called process at ${prefix}`);

export function placeOf(view: View, elementId: string): Place {
  return (
    findPlace(view, elementId) ?? missing(`flow node ${elementId} in ${view.process.key} or what it calls`)
  );
}

export function visitOf(view: View, key: ElementInstanceKey): Visit {
  const instance = view.state.instances[key] ?? missing(`${key} to run`);
  const { node, process, prefix } = placeOf(view, instance.elementId);
  return { elementId: instance.elementId, node, process, prefix, key, scope: instance.scope };
}

/** Id of the element that encloses a place: a sub-process, a call activity, or the process key. */
export function enclosingIdOf({ node, process, prefix }: Place): string {
  if (node.scope !== process.key) return prefix + node.scope;
  return prefix === '' ? process.key : prefix.slice(0, -1);
}

/** Id of the element that a scope's key visits. */
export const elementIdIn = (view: View, scope: ElementInstanceKey): string =>
  scope === rootKeyOf(view.process)
    ? view.process.key
    : required(view.state.instances[scope], `${scope} to run`).elementId;

/** The places directly inside a scope's element, in document order. */
export function placesInside(view: View, scopeElementId: string): Place[] {
  if (scopeElementId === view.process.key) return childrenOf(view.process, view.process.key, '');
  const { node, process, prefix } = placeOf(view, scopeElementId);
  if (node.type !== 'callActivity') return childrenOf(process, node.id, prefix);
  const called = required(
    processCalledBy(view, scopeElementId),
    `the definition of called process ${node.calledProcess}`,
  );
  return childrenOf(called, called.key, `${scopeElementId}/`);
}

const childrenOf = (process: ExecutableProcess, scope: string, prefix: string): Place[] =>
  (process.children[scope] ?? []).map((id) => ({
    elementId: prefix + id,
    node: required(process.nodes[id], `flow node ${id} in process ${process.key}`),
    process,
    prefix,
  }));

/** Keys of what runs directly inside a scope, in the order of their visits. */
export function runningIn({ state }: View, scope: ElementInstanceKey): ElementInstanceKey[] {
  const keys: ElementInstanceKey[] = [];
  for (const key in state.instances) if (state.instances[key]!.scope === scope) keys.push(key);
  return keys.length > 1 ? keys.sort(bySerial) : keys;
}

/** Whether anything runs directly inside a scope. */
export function isBusy({ state }: View, scope: ElementInstanceKey): boolean {
  for (const key in state.instances) if (state.instances[key]!.scope === scope) return true;
  return false;
}

/** What stands in a record of the state under a key that came from outside. */
export const standing = own;
