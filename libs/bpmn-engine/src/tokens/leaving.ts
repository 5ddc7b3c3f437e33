import { flowOf, type FlowNode } from '@wuqing/bpmn-model';
import { ok, type JsonObject, type Result } from '@wuqing/kernel';
import { isEnoughAfter } from '../scopes/ad-hoc.js';
import { behaviorOf } from '../behaviors/behavior-of.js';
import type { ElementInstanceKey } from '../command.js';
import { registration } from '../scopes/compensation.js';
import { tooLarge } from './entering.js';
import { mapped } from '../variables/evaluate-in-scope.js';
import { completeLoop, isMember, leaveMember, loopStateOf, ownNamesOf } from '../scopes/loop.js';
import { flowsOfStep } from '../flows/outgoing-flows.js';
import { incident, type Fault, type Step } from '../step.js';
import { closeAttachedTo } from '../scopes/termination.js';
import { unsetOutputOf } from '../variables/member-names.js';
import { fits, writesFrom, writesOf } from '../variables/variables.js';
import { hearAgain, waitsOnce } from '../scopes/hearing.js';
import { isInterruption } from '../scopes/scope-kind.js';
import { placeOf, processAt, runningIn, visitOf, type View, type Visit } from '../view.js';

/** The element's work is done with `variables` as its result: they are written, mapped where it has outputs. */
export function complete(view: View, key: ElementInstanceKey, variables: JsonObject): Step[] {
  const visit = visitOf(view, key);
  if (loopStateOf(view, key)) return completeLoop(view, visit);
  const result =
    visit.node.type === 'callActivity' ? { ...resultOfCall(view, visit), ...variables } : variables;
  const { outputs } = visit.node.io;
  if (outputs.length === 0) {
    if (!fits(view.state, result)) return [...keep(visit, variables), stuck(visit, tooLarge(visit))];
    const from = visit.node.type === 'callActivity' ? visit.scope : key;
    return [...written(view, visit, from, result), { next: { do: 'leave', key } }];
  }
  const values = mapped(view, outputs, key, variables);
  if (!values.ok) return [...keep(visit, variables), stuck(visit, values.error)];
  if (!fits(view.state, values.value)) return [...keep(visit, variables), stuck(visit, tooLarge(visit))];
  return [...written(view, visit, visit.scope, values.value), { next: { do: 'leave', key } }];
}

function written(view: View, visit: Visit, from: ElementInstanceKey, brought: JsonObject): Step[] {
  const events = isMember(view, visit.key)
    ? writesOf(view, visit, from, { ...notBrought(view, visit), ...brought })
    : writesFrom(view, from, brought);
  return events.map((event) => ({ event }));
}

/** The called process of a member has a variable of that name too; where it does not bring it, the member has none. */
const notBrought = (view: View, { node }: Visit): JsonObject =>
  node.type === 'callActivity' ? unsetOutputOf(view, node) : {};

const isComputed = (node: FlowNode): boolean =>
  node.type === 'scriptTask' || (node.type === 'businessRuleTask' && node.decision !== undefined);

/** A script or a decision is computed anew by the retry; every other result stays with the element, so that the retry finds it. */
const keep = ({ key, node }: Visit, variables: JsonObject): Step[] =>
  isComputed(node) || Object.keys(variables).length === 0
    ? []
    : [{ event: { type: 'VariablesSet', scope: key, values: variables } }];

const stuck = (visit: Visit, why: Fault): Step =>
  incident(visit, why, isComputed(visit.node) ? 'perform' : 'complete');

/** What a called process leaves behind: its variables without the inputs, or the loop's, that it was given. */
function resultOfCall(view: View, visit: Visit): JsonObject {
  const { key, node } = visit;
  if (
    node.type === 'callActivity' &&
    node.propagateAllChildVariables === false &&
    node.io.outputs.length === 0
  )
    return {};
  const inputs = new Set([...node.io.inputs.map(({ target }) => target), ...ownNamesOf(view, visit)]);
  return Object.fromEntries(
    Object.entries(view.state.variables[key] ?? {}).filter(([name]) => !inputs.has(name)),
  );
}

/** The element ends: what waits on its behalf is closed, and its outgoing flows get their tokens. */
export function leave(view: View, key: ElementInstanceKey): Step[] {
  const visit = visitOf(view, key);
  if (isMember(view, key)) return leaveMember(view, visit, closeAttachedTo(view, key));
  const { node, elementId, prefix, scope } = visit;
  const behavior = behaviorOf(node.type);
  const chosen = behavior.choose?.(visit, view) ?? flowsOfStep(visit, view);
  if (!chosen.ok) return [incident(visit, chosen.error, 'leave')];
  const enough = chosen.value.length > 0 ? isEnoughAfter(view, visit) : ok(false);
  if (!enough.ok) return [incident(visit, enough.error, 'leave')];
  const flowIds = enough.value ? [] : chosen.value;
  const again = heardAfter(view, visit);
  if (!again.ok) return [incident(visit, again.error, 'leave')];
  const steps = [...closeAttachedTo(view, key), ...registration(view, visit), ...again.value];
  steps.push({ event: { type: 'ElementCompleted', key, elementId } });
  for (const flowId of flowIds) steps.push({ next: { do: 'take', flowId: prefix + flowId, scope } });
  if (flowIds.length === 0) steps.push({ next: { do: 'settle', key: scope } });
  return steps;
}

/** What an operator put beside an interrupting event sub-process goes on when that is over, and its scope hears again. */
function heardAfter(view: View, { key, scope, node }: Visit): Result<Step[], Fault> {
  if (node.type !== 'subProcess' || !node.triggeredByEvent || !waitsOnce(view)) return ok([]);
  if (!isInterruption(view, key)) return ok([]);
  const others = runningIn(view, scope).filter((each) => each !== key);
  return others.length === 0 || others.some((each) => isInterruption(view, each))
    ? ok([])
    : hearAgain(view, scope);
}

/** A token passes a sequence flow; at a gateway that joins it waits, everywhere else it activates the target. */
export function take(view: View, flowId: string, scope: ElementInstanceKey): Step[] {
  const end = flowId.lastIndexOf('/') + 1;
  const prefix = flowId.slice(0, end);
  const target = placeOf(view, prefix + flowOf(processAt(view, prefix), flowId.slice(end)).target);
  const taken: Step = { event: { type: 'SequenceFlowTaken', flowId, scope } };
  return isJoin(target.node)
    ? [taken, { event: { type: 'JoinTokenArrived', elementId: target.elementId, flowId, scope } }]
    : [taken, { next: { do: 'activate', elementId: target.elementId, scope, arrival: {} } }];
}

const isJoin = (node: FlowNode): boolean =>
  node.incoming.length > 1 && behaviorOf(node.type).mayJoin !== undefined;
