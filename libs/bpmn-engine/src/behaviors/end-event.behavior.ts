import type { EndEvent } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { cancelBoundaryOf, compensableFrom, compensationTriggered } from '../scopes/compensation.js';
import type { ElementBehavior } from '../element-behavior.js';
import { fault, type Fault, type Step } from '../step.js';
import { closeAttachedTo, emptyScope, terminateInside } from '../scopes/termination.js';
import { throwEvent } from '../events/throwing.js';
import type { View, Visit } from '../view.js';

/**
 * BPMN 2.0.2 §10.5.3. A terminate end event ends all that runs in its scope, which then completes; a cancel end event
 * ends all that runs and waits in its transaction and undoes what was done there, before the cancel boundary event goes on.
 */
export const endEvent: ElementBehavior<'endEvent'> = {
  activate: (visit, view) => {
    const { key, node, scope } = visit;
    const { definition } = node;
    if (definition.kind === 'cancel') return cancel(visit, view);
    if (definition.kind !== 'terminate') return throwEvent(visit, view, definition);
    return ok([
      ...emptyScope(view, scope, key),
      { next: { do: 'complete', key, variables: {} } },
      { over: scope },
    ]);
  },
};

function cancel(visit: Visit<EndEvent>, view: View): Result<Step[], Fault> {
  const { key, scope, elementId } = visit;
  return cancelBoundaryOf(view, scope)
    ? ok([
        ...terminateInside(view, scope, key),
        ...closeAttachedTo(view, scope),
        ...compensationTriggered(key, compensableFrom(view, visit)),
        { over: scope },
      ])
    : fault('cancel', `Expected ${elementId} to end a transaction with a cancel boundary event`);
}
