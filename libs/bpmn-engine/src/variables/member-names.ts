import type { FlowNode } from '@wuqing/bpmn-model';
import { pathRootOf } from '@wuqing/expression';
import type { JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import { placeOf, type View, type Visit } from '../view.js';

/**
 * The variable that a member's output element is, or leads from (`=vote`, `=ballot.choice`): it belongs to each member (BPMN
 * 2.0.2 §10.3.8, as Camunda 8 documents it). One that computes has none, for its names are shared.
 */
export function outputVariableOf(view: View, { loop }: FlowNode): string | undefined {
  if (!membersKeep(view) || loop?.kind !== 'multiInstance' || loop.outputCollection === undefined)
    return undefined;
  return loop.outputElement && pathRootOf(loop.outputElement.ast);
}

const membersKeep = ({ context }: View): boolean => hasFlag(context, 'member-keeps-its-output');

/** What a member begins with: nothing under the name that it is to set, unless an input or its loop sets it. */
export function unsetOutputOf(view: View, node: FlowNode): JsonObject {
  const name = outputVariableOf(view, node);
  return name === undefined || isGiven(node, name) ? {} : { [name]: null };
}

const isGiven = (node: FlowNode, name: string): boolean =>
  name === 'loopCounter' ||
  (node.loop?.kind === 'multiInstance' && node.loop.inputElement === name) ||
  isInput(node, name);

const isInput = ({ io }: FlowNode, name: string): boolean => io.inputs.some(({ target }) => target === name);

/** Whether what this visit brings under this name stays with it: what its loop collects, and the name of the collection. */
export function staysWith(view: View, { key, node }: Visit): (name: string) => boolean {
  const { loop } = node;
  if (view.state.instances[key]?.member === undefined || !membersKeep(view)) return () => false;
  const collection = loop?.kind === 'multiInstance' ? loop.outputCollection : undefined;
  const output = outputVariableOf(view, node);
  return (name) => name === output || name === collection;
}

/** Whether a member that enters again finds this name with itself, and does not read it from outside. */
export const readsItsOwn = (view: View, visit: Visit): ((name: string) => boolean) => {
  const stays = staysWith(view, visit);
  return (name) => stays(name) && !isInput(visit.node, name);
};

/** Whether the variable is the list in which this looped activity collects: nobody but the engine writes there. */
export function isCollection(view: View, key: ElementInstanceKey, name: string): boolean {
  const instance = view.state.instances[key];
  if (!instance?.loop || !membersKeep(view)) return false;
  const { loop } = placeOf(view, instance.elementId).node;
  return loop?.kind === 'multiInstance' && loop.outputCollection === name;
}

/** The list that a running loop has collected, under the name that another version of it has for it. */
export function collectedUnder(view: View, from: FlowNode, to: FlowNode, known: JsonObject): JsonObject {
  const [was, name] = [from, to].map(({ loop }) =>
    loop?.kind === 'multiInstance' ? loop.outputCollection : undefined,
  );
  if (!membersKeep(view) || was === undefined || name === undefined || !Object.hasOwn(known, was)) return {};
  return { [name]: known[was]! };
}
