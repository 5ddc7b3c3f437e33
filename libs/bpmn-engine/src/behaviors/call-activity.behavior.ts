import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { fault } from '../step.js';
import { processCalledBy } from '../view.js';

/** Calls within calls; a process that calls itself meets this cap before it meets the cap of the agenda. */
export const CALL_DEPTH_MAX = 8;

/** BPMN 2.0.2 §10.3.6: a called process runs as a scope in the same state, with its own definition. */
export const callActivity: ElementBehavior<'callActivity'> = {
  activate: ({ key, elementId, node }, view, arrival) => {
    if (elementId.split('/').length > CALL_DEPTH_MAX) {
      return fault(
        'call-depth',
        `Expected at most ${CALL_DEPTH_MAX} calls within each other at ${elementId}`,
      );
    }
    if (!processCalledBy(view, elementId)) {
      return fault(
        'unknown-process',
        `Expected a definition of called process ${node.calledProcess} at ${elementId}`,
      );
    }
    return ok([{ next: { do: 'open', key, arrival } }]);
  },
};
