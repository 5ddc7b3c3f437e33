import { ok, type JsonObject, type Result } from '@wuqing/kernel';
import { asksAtOnce, waitAttached } from '../waiting/attached-events.js';
import { behaviorOf } from '../behaviors/behavior-of.js';
import type { ElementInstanceKey } from '../command.js';
import { keyOf, rootKeyOf } from '../element-instance-key.js';
import { conditionOf, mapped } from '../variables/evaluate-in-scope.js';
import { isMember, loopStateOf, openLoop, ownNamesOf } from '../scopes/loop.js';
import { undoes } from '../scopes/scope-kind.js';
import { incident, type Arrival, type Fault, type Step } from '../step.js';
import { fits } from '../variables/variables.js';
import { placeOf, visitOf, type View, type Visit } from '../view.js';

/** A new visit of an element: it gets its key, and then enters. */
export function activate(view: View, elementId: string, scope: ElementInstanceKey, arrival: Arrival): Step[] {
  const key = keyOf(elementId, view.state.counter + 1);
  const loop = placeOf(view, elementId).node.loop && { loop: true as const };
  return [
    { event: { type: 'ElementActivated', key, elementId, scope, ...loop } },
    { next: { do: 'enter', key, arrival } },
  ];
}

/**
 * Inputs first: they are read in the scope outside and become the element's own variables. What undoes an activity has
 * the variables of that activity already, and reads them.
 * A looped activity has none as a whole; each of its members has, and reads its own item.
 */
export function enter(view: View, key: ElementInstanceKey, arrival: Arrival): Step[] {
  const visit = visitOf(view, key);
  const { inputs } = visit.node.io;
  if (inputs.length === 0 || loopStateOf(view, key)) return begin(view, key, arrival);
  const from = undoes(view, visit.scope) ? key : visit.scope;
  const values = mapped(view, inputs, from, ofLoop(view, visit));
  if (!values.ok) return [incident(visit, values.error, 'enter', arrival)];
  if (!fits(view.state, values.value)) return [incident(visit, tooLarge(visit), 'enter', arrival)];
  return [
    { event: { type: 'VariablesSet', scope: key, values: values.value } },
    { next: { do: 'begin', key, arrival } },
  ];
}

/** What a member has of its loop. */
function ofLoop(view: View, visit: Visit): JsonObject {
  const names = ownNamesOf(view, visit);
  const own = Object.entries(view.state.variables[visit.key] ?? {});
  return Object.fromEntries(own.filter(([name]) => names.includes(name)));
}

/** Guards, boundary events and the element's own work: all of it, or nothing but an incident. */
export function begin(view: View, key: ElementInstanceKey, arrival: Arrival): Step[] {
  const visit = visitOf(view, key);
  const steps = beginningOf(view, visit, arrival);
  return steps.ok ? steps.value : [incident(visit, steps.error, 'enter', arrival)];
}

function beginningOf(view: View, visit: Visit, arrival: Arrival): Result<Step[], Fault> {
  const refused = refusedOnActivation(view, visit);
  if (refused) return { ok: false, error: refused };
  const { node, key, prefix } = visit;
  const events = isMember(view, key) ? [] : node.boundaries.map((id) => placeOf(view, prefix + id));
  const boundaries = waitAttached(view, key, events);
  if (!boundaries.ok) return boundaries;
  if (asksAtOnce(view, boundaries.value))
    return ok([
      ...boundaries.value,
      { next: { do: 'ask', key: visit.key } },
      { next: { do: 'perform', key: visit.key, arrival } },
    ]);
  const work = workOf(view, visit, arrival);
  return work.ok ? ok([...boundaries.value, ...work.value]) : work;
}

/** A loop opens its members; everything else does what its behavior says. */
const workOf = (view: View, visit: Visit, arrival: Arrival): Result<Step[], Fault> =>
  loopStateOf(view, visit.key)
    ? openLoop(view, visit, arrival)
    : behaviorOf(visit.node.type).activate(visit, view, arrival);

function refusedOnActivation(view: View, { node, key }: Visit): Fault | undefined {
  if (loopStateOf(view, key)) return undefined;
  for (const { id, on, reject, message } of node.guards) {
    if (on !== 'activate') continue;
    const rejects = conditionOf(view, reject, key);
    if (!rejects.ok)
      return { code: 'guard', message: `Expected guard ${id} to be decidable. ${rejects.error.message}` };
    if (rejects.value) return { code: 'guard', message };
  }
  return undefined;
}

/** The element's own work alone: its boundary events wait already. */
export function perform(view: View, key: ElementInstanceKey, arrival: Arrival): Step[] {
  if (key === rootKeyOf(view.process)) return [{ next: { do: 'open', key, arrival } }];
  const visit = visitOf(view, key);
  const work = workOf(view, visit, arrival);
  return work.ok ? work.value : [incident(visit, work.error, 'perform', arrival)];
}

export const tooLarge = ({ elementId }: Visit): Fault => ({
  code: 'too-large',
  message: `Expected the variables that ${elementId} writes to fit under the cap of the instance`,
});
