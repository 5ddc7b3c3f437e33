import { ok } from '@wuqing/kernel';
import { waitFor } from '../waiting/catch-event.js';
import type { ElementBehavior } from '../element-behavior.js';

/**
 * BPMN 2.0.2 §10.5.4: the token waits here until what the event catches happens. A link has been followed when it comes
 * here, and an event behind an event-based gateway has happened.
 */
export const intermediateCatchEvent: ElementBehavior<'intermediateCatchEvent'> = {
  activate: (visit, view, { triggered, variables = {} }) => {
    const { key, node } = visit;
    const { definition } = node;
    if (triggered || definition.kind === 'link') return ok([{ next: { do: 'complete', key, variables } }]);
    return waitFor(view, { place: visit, definition, key, readsIn: key, recurs: false });
  },
};
