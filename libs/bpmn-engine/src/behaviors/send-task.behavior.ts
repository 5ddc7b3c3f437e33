import type { ElementBehavior } from '../element-behavior.js';
import { sendMessage } from '../events/sending.js';

/** BPMN 2.0.2 §10.3.3.1: a message leaves, or a service is asked to send it. */
export const sendTask: ElementBehavior<'sendTask'> = {
  activate: (visit, view) => sendMessage(view, visit, visit.node.definition),
};
