import { labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';

/** Every step and connection has an id, without the signs that keys of instances are made with. */
export const elementId: Rule = {
  name: 'element-id',
  check: ({ nodes, flows }) =>
    [...nodes, ...flows].flatMap((part) => {
      if (part.id === '') return [{ message: `${part.element.$type} ${labelOf(part)}没有标识(id),请补上。` }];
      if (/^[A-Za-z_][\w.-]{0,99}$/.test(part.id) && part.id !== '__proto__') return [];
      return [
        {
          message: `标识「${part.id}」不合规:以英文字母开头,只用字母、数字、点、横线,至多 100 个字符。`,
          elementId: part.id,
        },
      ];
    }),
};
