import { flowOf, type SequenceFlow } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { conditionOf } from '../variables/evaluate-in-scope.js';
import { fault, type Fault } from '../step.js';
import type { View, Visit } from '../view.js';

/** The outgoing flows without the default, in document order: the order in which conditions are asked. */
const candidatesOf = ({ node, process }: Visit, defaultFlow?: string): SequenceFlow[] =>
  node.outgoing.filter((id) => id !== defaultFlow).map((id) => flowOf(process, id));

const holds = (flow: SequenceFlow, visit: Visit, view: View): Result<boolean, Fault> =>
  flow.condition ? conditionOf(view, flow.condition, visit.key) : ok(true);

/** Every flow whose condition holds or that has none. */
export function flowsThatHold(visit: Visit, view: View, defaultFlow?: string): Result<string[], Fault> {
  const taken: string[] = [];
  for (const flow of candidatesOf(visit, defaultFlow)) {
    const result = holds(flow, visit, view);
    if (!result.ok) return result;
    if (result.value) taken.push(flow.id);
  }
  return ok(taken);
}

/** The first flow whose condition holds; later conditions are not asked. */
export function firstFlowThatHolds(visit: Visit, view: View, defaultFlow?: string): Result<string[], Fault> {
  for (const flow of candidatesOf(visit, defaultFlow)) {
    const result = holds(flow, visit, view);
    if (!result.ok) return result;
    if (result.value) return ok([flow.id]);
  }
  return ok([]);
}

/** `chosen`, else the default flow, else a fault: a token must not vanish. */
export function orDefault(
  chosen: Result<string[], Fault>,
  { node, elementId }: Visit,
): Result<string[], Fault> {
  if (!chosen.ok || chosen.value.length > 0 || node.outgoing.length === 0) return chosen;
  return node.defaultFlow
    ? ok([node.defaultFlow])
    : fault('no-flow', `Expected a true condition or a default flow at ${elementId}`);
}

/**
 * The flows that leave what is no gateway: every one without condition, those whose condition holds, and the default flow
 * where none of the conditions does (BPMN 2.0.2 table 10.3).
 */
export function flowsOfStep(visit: Visit, view: View): Result<string[], Fault> {
  const { node, process } = visit;
  const taken = flowsThatHold(visit, view, node.defaultFlow);
  if (!taken.ok || node.defaultFlow === undefined) return orDefault(taken, visit);
  if (taken.value.some((id) => flowOf(process, id).condition)) return taken;
  const all = new Set([...taken.value, node.defaultFlow]);
  return ok(node.outgoing.filter((id) => all.has(id)));
}
