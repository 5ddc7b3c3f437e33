import type { ElementInstanceKey } from '../command.js';
import { runningIn, visitOf, type View } from '../view.js';

/** Whether an interrupting event sub-process runs in the scope: it has ended all else there and closed its events. */
export const isInterrupted = (view: View, scope: ElementInstanceKey): boolean =>
  runningIn(view, scope).some((key) => isInterruption(view, key));

/** Whether an interrupting event sub-process runs under this key. */
export function isInterruption(view: View, key: ElementInstanceKey): boolean {
  const { node, process } = visitOf(view, key);
  return (
    node.type === 'subProcess' &&
    node.triggeredByEvent &&
    (process.children[node.id] ?? []).some((id) => {
      const child = process.nodes[id];
      return child?.type === 'startEvent' && child.interrupting;
    })
  );
}

/** Whether an event sub-process runs under this key. */
export function isEventSubProcess(view: View, key: ElementInstanceKey): boolean {
  const { node } = visitOf(view, key);
  return node.type === 'subProcess' && node.triggeredByEvent;
}

/** Whether handlers of completed activities run under this key, one after the other. */
export const undoes = ({ state }: View, key: ElementInstanceKey): boolean =>
  state.compensations?.[key] !== undefined;

/** Whether it is a completed activity that runs again only to undo what was done in it. */
export const isReopened = (view: View, key: ElementInstanceKey): boolean =>
  undoes(view, key) && !visitOf(view, key).node.type.endsWith('Event');
