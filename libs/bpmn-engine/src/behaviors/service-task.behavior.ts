import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { serviceInvoked } from '../events/sending.js';

/** BPMN 2.0.2 §10.3.3.1: the shell invokes it with the mapped inputs, and a command brings the result. */
export const serviceTask: ElementBehavior<'serviceTask'> = {
  activate: (visit, view) => ok(serviceInvoked(view, visit, visit.node)),
};
