import { ok } from '@wuqing/kernel';
import { waitFor } from '../waiting/catch-event.js';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.3.3.1: waits for its message, which may have come already: at its start, or at a gateway before it. */
export const receiveTask: ElementBehavior<'receiveTask'> = {
  activate: (visit, view, { triggered, variables = {} }) => {
    const { key, node } = visit;
    if (triggered) return ok([{ next: { do: 'complete', key, variables } }]);
    const definition = { kind: 'message', message: node.message } as const;
    return waitFor(view, { place: visit, definition, key, readsIn: key, recurs: false });
  },
};
