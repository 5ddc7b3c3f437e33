import { quoted } from '../../sentence.js';
import { unreadWords } from '../../words/unread-words.js';
import { lineOf } from '../../xml/read-xml.js';
import type { Rule } from '../rule.js';

/** What the parser had to skip and no rule of words has named: an error, or a warning where it is only a strange element. */
export const readableContent: Rule = {
  name: 'readable-content',
  check: (source, options) =>
    source.warnings.flatMap(({ message }) => {
      if (!message.startsWith('unparsable content')) return [];
      const text = /unexpected body text <(.*)>$/s.exec(message)?.[1];
      const content = (text ?? /^unparsable content (.*?) detected/s.exec(message)?.[1] ?? '').slice(0, 60);
      const skipped = /unrecognized element/.test(message);
      const { line } = lineOf(message);
      if (unreadWords(source, options).some((one) => one.line === line && content.includes(one.word)))
        return [];
      return [
        {
          severity: skipped ? ('warning' as const) : ('error' as const),
          message: `看不懂「${quoted(content)}」，${skipped ? '已略过' : '请改正或删除'}。`,
          ...lineOf(message),
        },
      ];
    }),
};
