import type { ElementBehavior } from '../element-behavior.js';
import { waitFor } from '../catch-event.js';

/** BPMN 2.0.2 §10.5.4: the token waits here until the timer is due or the message comes. */
export const intermediateCatchEvent: ElementBehavior<'intermediateCatchEvent'> = {
  activate: (visit, view) =>
    waitFor(view, {
      place: visit,
      definition: visit.node.definition,
      key: visit.key,
      readsIn: visit.key,
      recurs: false,
    }),
};
