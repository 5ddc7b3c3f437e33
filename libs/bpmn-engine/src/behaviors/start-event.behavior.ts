import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.5.2. By the time it is active it has happened, whatever its trigger; the payload is its output. */
export const startEvent: ElementBehavior<'startEvent'> = {
  activate: ({ key }, _view, { variables = {} }) => ok([{ next: { do: 'complete', key, variables } }]),
};
