import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.3.3.1: the shell invokes it with the mapped inputs, and a command brings the result. */
export const serviceTask: ElementBehavior<'serviceTask'> = {
  activate: ({ key, elementId, node: { taskType, retries } }, { state }) =>
    ok([
      { event: { type: 'ServiceTaskInvoked', key, taskType } },
      {
        effect: {
          type: 'InvokeServiceTask',
          serviceTask: key,
          elementId,
          taskType,
          retries,
          inputs: state.variables[key] ?? {},
        },
      },
    ]),
};
