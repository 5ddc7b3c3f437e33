import { lineOf } from '../../xml/read-xml.js';
import type { Rule } from '../rule.js';

/** What the parser had to skip: an error in BPMN's own namespace, a warning for foreign elements. */
export const readableContent: Rule = {
  name: 'readable-content',
  check: ({ warnings }) =>
    warnings.flatMap(({ message }) => {
      if (!message.startsWith('unparsable content') || message.includes('duplicate ID')) return [];
      const id = /illegal ID <(.*)>/.exec(message)?.[1];
      if (id !== undefined)
        return [
          { message: `标识「${id}」不合规:以英文字母开头,只用字母、数字、点、横线。`, ...lineOf(message) },
        ];
      const content = (/^unparsable content (.*?) detected/s.exec(message)?.[1] ?? '').slice(0, 60);
      const foreign = /unrecognized element/.test(message);
      const severity = foreign ? ('warning' as const) : ('error' as const);
      return [
        {
          severity,
          message: `看不懂「${content}」,${foreign ? '已略过' : '请改正或删除'}。`,
          ...lineOf(message),
        },
      ];
    }),
};
