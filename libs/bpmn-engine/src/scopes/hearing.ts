import { isCatch, type StartEvent } from '@wuqing/bpmn-model';
import type { Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import type { OpenSubscription } from '../state.js';
import type { Fault, Step } from '../step.js';
import { isInterrupted, undoes } from './scope-kind.js';
import { eventSubProcessStarts, waitForEventSubProcesses } from './scope-opening.js';
import { elementIdIn, runningIn, type Place, type View } from '../view.js';

/**
 * Whether the event sub-processes of a running scope wait for nothing: it has not opened, one of them interrupts it, or did
 * and is over. What is in it again (an operator put it there) has them beside it again.
 */
export function isDeaf(view: View, scope: ElementInstanceKey): boolean {
  if (view.state.instances[scope]?.loop) return false;
  return (
    isInterrupted(view, scope) || (waitsOnce(view) && (hasNotOpened(view, scope) || lacksOne(view, scope)))
  );
}

/** Whether an event of a visit waits once, whatever operators do. */
export const waitsOnce = ({ context }: View): boolean => hasFlag(context, 'wait-once');

/** It is stuck in what its event sub-processes wait for. */
const hasNotOpened = ({ state }: View, scope: ElementInstanceKey): boolean =>
  state.incidents[scope]?.retry === 'perform';

function lacksOne(view: View, scope: ElementInstanceKey): boolean {
  if (isGivenUp(view, scope)) return false;
  const waits = waitingAt(view, scope);
  return eventSubProcessStarts(view, elementIdIn(view, scope)).some(
    (start) => isSteady(start) && !waits.has(start.elementId),
  );
}

/** A transaction that is canceled has closed its events for good. */
const isGivenUp = (view: View, scope: ElementInstanceKey): boolean =>
  undoes(view, scope) || runningIn(view, scope).some((key) => undoes(view, key));

/** Whether it waits as long as its scope is open: all but a timer that has fired beside it. */
function isSteady({ node }: Place): boolean {
  const { definition, interrupting } = node as StartEvent;
  return isCatch(definition) && (interrupting || definition.kind !== 'timer');
}

/** Every event sub-process of the scope waits that does not wait already. */
export function hearAgain(view: View, scope: ElementInstanceKey): Result<Step[], Fault> {
  const waits = waitingAt(view, scope);
  return waitForEventSubProcesses(view, scope, elementIdIn(view, scope), (id) => waits.has(id));
}

function waitingAt({ state }: View, scope: ElementInstanceKey): Set<string> {
  const { timers, subscriptions, signals = {}, conditions = {} } = state;
  return new Set(
    [timers, subscriptions, signals, conditions]
      .flatMap((waits) => Object.values<Pick<OpenSubscription, 'elementId' | 'attachedTo'>>(waits))
      .filter(({ attachedTo }) => attachedTo === scope)
      .map(({ elementId }) => elementId),
  );
}
