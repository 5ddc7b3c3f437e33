import { ok } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { valueOf } from '../variables/evaluate-in-scope.js';

/** BPMN 2.0.2 §10.3.3.3 with `zeebe:script`: one FEEL expression whose value becomes the result variable. */
export const scriptTask: ElementBehavior<'scriptTask'> = {
  activate: ({ key, node }, view) => {
    const result = valueOf(view, node.expression, key);
    if (!result.ok) return result;
    return ok([{ next: { do: 'complete', key, variables: { [node.resultVariable]: result.value } } }]);
  },
};
