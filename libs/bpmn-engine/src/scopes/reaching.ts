import type { ElementInstanceKey } from '../command.js';
import { rootKeyOf } from '../element-instance-key.js';
import { stepToward } from './scope-opening.js';
import type { Step } from '../step.js';
import { elementIdIn, runningIn, type View } from '../view.js';

/** Of several running visits or members of one sub-process the latest: the one that the user sees as current. */
export function innermostRunningScope(
  view: View,
  target: string,
  from: ElementInstanceKey = rootKeyOf(view.process),
): ElementInstanceKey {
  const { state } = view;
  let scope = from;
  for (;;) {
    const inside = stepToward(view, elementIdIn(view, scope), target);
    const visit = runningIn(view, scope)
      .filter((key) => state.instances[key]!.elementId === inside)
      .at(-1);
    if (inside === target || visit === undefined) return scope;
    const entered = state.instances[visit]!.loop ? runningIn(view, visit).at(-1) : visit;
    if (entered === undefined) return scope;
    scope = entered;
  }
}

/** A token comes to an element from nowhere; scopes in between that do not run are entered on the way. */
export function reach(view: View, elementId: string, from?: ElementInstanceKey): Step[] {
  const scope = innermostRunningScope(view, elementId, from);
  const first = stepToward(view, elementIdIn(view, scope), elementId);
  const arrival = first === elementId ? {} : { goal: elementId };
  return [{ next: { do: 'activate', elementId: first, scope, arrival } }];
}
