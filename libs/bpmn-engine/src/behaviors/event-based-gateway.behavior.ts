import { awaitedAt, flowOf, nodeOf } from '@wuqing/bpmn-model';
import { ok } from '@wuqing/kernel';
import { waitFor } from '../waiting/catch-event.js';
import { keyOf } from '../element-instance-key.js';
import type { ElementBehavior } from '../element-behavior.js';
import { fault, type Step } from '../step.js';

/** BPMN 2.0.2 §10.6.6: the token waits for all the events behind the gateway, and goes on with the first that happens. */
export const eventBasedGateway: ElementBehavior<'eventBasedGateway'> = {
  activate: ({ node, key, elementId, process, prefix }, view) => {
    const steps: Step[] = [];
    for (const [index, flowId] of node.outgoing.entries()) {
      const event = nodeOf(process, flowOf(process, flowId).target);
      const definition = awaitedAt(event);
      if (!definition)
        return fault('event', `Expected an event that can be awaited behind ${elementId}, found ${event.id}`);
      const place = { elementId: prefix + event.id, node: event, process, prefix };
      const waiting = waitFor(view, {
        place,
        definition,
        key: keyOf(place.elementId, view.state.counter + 1 + index),
        attachedTo: key,
        readsIn: key,
        recurs: false,
      });
      if (!waiting.ok) return waiting;
      steps.push(...waiting.value);
    }
    return ok(steps);
  },
};
