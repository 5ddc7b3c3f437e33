import { executedEvents, positionOf } from '../../source/executed-events.js';
import { eventDefinitionsOf, eventKindOf, labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** Each event has at most one definition, of a kind that can be executed at its place. */
export const eventDefinition: Rule = {
  name: 'event-definition',
  check: (source) =>
    source.nodes.flatMap((node) => {
      const position = positionOf(source, node);
      const kinds: readonly string[] | undefined = position && executedEvents[position];
      const kind = eventKindOf(node);
      if (kinds && eventDefinitionsOf(node).length > 1)
        return [{ message: `${labelOf(node)}有几个事件定义，请只留一个。`, elementId: node.id }];
      if (!kinds || kinds.includes(kind)) return [];
      const names = kinds.map((name) => chinese[name]).join('、');
      return [
        { message: `${labelOf(node)}的事件类型 ${kind} 在这里不支持，可用：${names}。`, elementId: node.id },
      ];
    }),
};

const chinese: Readonly<Record<string, string>> = {
  None: '空',
  Message: '消息',
  Timer: '定时',
  Error: '错误',
  Escalation: '升级',
  Cancel: '取消',
  Compensate: '补偿',
  Conditional: '条件',
  Link: '链接',
  Signal: '信号',
  Terminate: '终止',
};
