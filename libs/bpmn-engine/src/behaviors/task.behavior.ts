import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';

/** BPMN 2.0.2 §10.3.3: a task of no kind does nothing and is done at once. */
export const task: ElementBehavior<'task'> = {
  activate: ({ key }) => ok([{ next: { do: 'complete', key, variables: {} } }]),
};
