import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.5.4. It waits as a timer or subscription of its activity; once active it has happened. */
export const boundaryEvent: ElementBehavior<'boundaryEvent'> = {
  activate: ({ key }, _view, { variables = {} }) => ok([{ next: { do: 'complete', key, variables } }]),
};
