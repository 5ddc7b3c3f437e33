import { lineOf } from '../../xml/read-xml.js';
import type { Rule } from '../rule.js';

/** Every id is used once: bpmn-moddle drops the second element and only warns. */
export const uniqueId: Rule = {
  name: 'unique-id',
  check: ({ warnings }) =>
    warnings.flatMap(({ message }) => {
      const id = /nested error: duplicate ID <([^>]*)>/.exec(message)?.[1];
      return id === undefined
        ? []
        : [
            {
              message: `标识 ${id} 用了不止一次,请给其中一个换一个标识。`,
              elementId: id,
              ...lineOf(message),
            },
          ];
    }),
};
