import { eventKindOf, nodesIn } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** The process has a start, and at most one that nothing triggers. */
export const startEvent: Rule = {
  name: 'start-event',
  check: (source) => {
    const id = source.process?.id;
    if (id === undefined) return [];
    const starts = nodesIn(source, id).filter(({ type }) => type === 'StartEvent');
    if (starts.length === 0 && !nodesIn(source, id).some(({ element }) => element.instantiate === true))
      return [{ message: '流程没有开始事件，请画一个。', elementId: id }];
    return starts
      .filter((start) => eventKindOf(start) === 'None')
      .slice(1)
      .map((start) => ({ message: '流程有几个空的开始事件，请只留一个。', elementId: start.id }));
  },
};
