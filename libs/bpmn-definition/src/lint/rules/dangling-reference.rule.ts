import type { Rule } from '../rule.js';

/** Every reference leads somewhere; those of the drawing (BPMN DI) and to types of another schema are only warned of. */
export const danglingReference: Rule = {
  name: 'dangling-reference',
  check: ({ warnings }) =>
    warnings.flatMap(({ message, element, property, value }) => {
      if (!message.startsWith('unresolved reference')) return [];
      const elementId = element?.id;
      const severity =
        element?.$type?.startsWith('bpmndi:') || property === 'bpmn:structureRef'
          ? ('warning' as const)
          : ('error' as const);
      const what = `${property?.replace(/^\w+:/, '') ?? '引用'}`;
      return [
        { severity, message: `${what} 指向的元素「${value ?? ''}」不存在,请重新连接或删除。`, elementId },
      ];
    }),
};
