import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { terminateInside } from '../termination.js';

/** BPMN 2.0.2 §10.5.3. A terminate end event ends all that runs in its scope, which then completes. */
export const endEvent: ElementBehavior<'endEvent'> = {
  activate: ({ key, node, scope }, view) =>
    ok([
      ...(node.definition.kind === 'terminate' ? terminateInside(view, scope, key) : []),
      { next: { do: 'complete', key, variables: {} } },
    ]),
};
