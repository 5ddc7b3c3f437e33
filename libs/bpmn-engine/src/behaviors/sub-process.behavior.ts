import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/**
 * BPMN 2.0.2 §10.3.5: a scope of its own. An event sub-process (§10.3.5, `triggeredByEvent`) is activated by its start
 * event, which `arrival.goal` then names.
 */
export const subProcess: ElementBehavior<'subProcess'> = {
  activate: ({ key }, _view, arrival) => ok([{ next: { do: 'open', key, arrival } }]),
};
