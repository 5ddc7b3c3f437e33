import { eventDefinitionsOf, eventKindOf, isEventSubProcess, labelOf } from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

const allowed: Readonly<Record<string, readonly string[]>> = {
  StartEvent: ['None', 'Message', 'Timer'],
  EndEvent: ['None', 'Terminate'],
  IntermediateCatchEvent: ['Message', 'Timer'],
  BoundaryEvent: ['Message', 'Timer'],
};

/** Each event has at most one definition, of a kind that can be executed at its place. */
export const eventDefinition: Rule = {
  name: 'event-definition',
  check: (source) =>
    source.nodes.flatMap((node) => {
      const kinds = allowedAt(source, node);
      const kind = eventKindOf(node);
      const definitions = eventDefinitionsOf(node).length + references(node);
      if (kinds && definitions > 1)
        return [{ message: `${labelOf(node)}有几个事件定义,请只留一个。`, elementId: node.id }];
      if (!kinds || (kinds.includes(kind) && references(node) === 0)) return [];
      const names = kinds.map((name) => chinese[name]).join('、');
      return [
        { message: `${labelOf(node)}的事件类型 ${kind} 在这里不支持,可用:${names}。`, elementId: node.id },
      ];
    }),
};

const chinese: Readonly<Record<string, string>> = {
  None: '空',
  Message: '消息',
  Timer: '定时',
  Terminate: '终止',
};

const references = (node: SourceNode): number =>
  Array.isArray(node.element.eventDefinitionRef) ? node.element.eventDefinitionRef.length : 0;

function allowedAt(source: SourceModel, node: SourceNode): readonly string[] | undefined {
  const scope = source.nodeById.get(node.scope);
  if (node.type !== 'StartEvent' || !scope) return allowed[node.type];
  return isEventSubProcess(scope) ? ['Message', 'Timer'] : ['None'];
}
