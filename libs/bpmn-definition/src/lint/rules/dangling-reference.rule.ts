import { quoted } from '../../sentence.js';
import { isUnresolved } from '../../xml/resolve-prefixes.js';
import type { Rule } from '../rule.js';

/** What may name a type of another schema (XML Schema), which this file does not hold. */
const types: ReadonlySet<string> = new Set(['structureRef', 'type', 'evaluatesToTypeRef', 'itemSubjectRef']);

/** Every reference leads somewhere; those of the drawing (BPMN DI) and to types of another schema are only warned of. */
export const danglingReference: Rule = {
  name: 'dangling-reference',
  check: ({ warnings }) =>
    warnings.filter(isUnresolved).flatMap(({ element, property, value }) => {
      const elementId = element?.id;
      const name = property?.replace(/^\w+:/, '') ?? '引用';
      const isHarmless = element?.$type?.startsWith('bpmndi:') === true || types.has(name);
      const severity = isHarmless ? ('warning' as const) : ('error' as const);
      return [
        {
          severity,
          message: `${name} 指向的元素「${quoted(value ?? '')}」不存在，请重新连接或删除。`,
          elementId,
        },
      ];
    }),
};
