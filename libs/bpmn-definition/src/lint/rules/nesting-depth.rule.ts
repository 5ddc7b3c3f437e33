import { depthMax } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

/** Sub-processes and extension elements are nested within reason. */
export const nestingDepth: Rule = {
  name: 'nesting-depth',
  check: ({ tooDeep }) =>
    tooDeep.map(({ id }) => ({
      message: `嵌套超过 ${depthMax} 层，请减少子流程或扩展元素的层数。`,
      elementId: id,
    })),
};
