import { isCatch, type BoundaryEvent, type FlowNode, type StartEvent } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { waitFor } from './catch-event.js';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import { keyOf } from '../element-instance-key.js';
import type { Fault, Step } from '../step.js';
import type { Place, View } from '../view.js';

/**
 * Boundary events of a running activity, or start events of event sub-processes in a running scope: each that waits for
 * something from outside begins to, under a key of its own. All of them, or a fault.
 */
export function waitAttached(
  view: View,
  attachedTo: ElementInstanceKey,
  places: readonly Place[],
): Result<Step[], Fault> {
  const steps: Step[] = [];
  let serial = view.state.counter;
  for (const place of places) {
    if (!isAttachable(place.node) || !isCatch(place.node.definition)) continue;
    const { definition, interrupting } = place.node;
    serial += 1;
    const key = keyOf(place.elementId, serial);
    const waiting = waitFor(view, {
      place,
      definition,
      key,
      attachedTo,
      readsIn: attachedTo,
      recurs: !interrupting,
    });
    if (!waiting.ok) return waiting;
    steps.push(...waiting.value);
  }
  return ok(steps);
}

const isAttachable = (node: FlowNode): node is BoundaryEvent | StartEvent =>
  node.type === 'boundaryEvent' || node.type === 'startEvent';

/** Of an instance that has the flag: what is true already happens before the work that it stands beside. */
export const asksAtOnce = ({ context }: View, waiting: readonly Step[]): boolean =>
  hasFlag(context, 'conditions-at-once') &&
  waiting.some((step) => 'event' in step && step.event.type === 'ConditionAwaited');
