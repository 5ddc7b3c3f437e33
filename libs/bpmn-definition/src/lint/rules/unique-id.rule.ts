import { quoted } from '../../sentence.js';
import { writtenIds } from '../../source/written-ids.js';
import type { Rule } from '../rule.js';

/** Every id is used once: a reference to it would lead to either. */
export const uniqueId: Rule = {
  name: 'unique-id',
  check: (source) => {
    const known = new Set<string>();
    return writtenIds(source)
      .filter(({ id }) => known.size === known.add(id).size)
      .map(({ id, line }) => ({
        message: `标识「${quoted(id)}」用了不止一次，请给其中一个换一个标识。`,
        elementId: id,
        ...(line !== undefined && { line }),
      }));
  },
};
