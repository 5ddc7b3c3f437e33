import { endsImplicitly, isAdHoc, labelOf, nodesIn, scopesOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** The process and every sub-process has an end, save where neither its start nor its end is drawn. */
export const endEvent: Rule = {
  name: 'end-event',
  check: (source) =>
    scopesOf(source)
      .filter(({ subProcess }) => !subProcess || !isAdHoc(subProcess))
      .filter(
        ({ id }) =>
          !nodesIn(source, id).some(({ type }) => type === 'EndEvent') && !endsImplicitly(source, id),
      )
      .map(({ id, subProcess }) => ({
        message: `${subProcess ? `子流程${labelOf(subProcess)}` : '流程'}没有结束事件，请画一个。`,
        elementId: id,
      })),
};
