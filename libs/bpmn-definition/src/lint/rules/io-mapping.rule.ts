import { quoted } from '../../sentence.js';
import { attributeOf, extensionOf, labelOf } from '../../source/look-up.js';
import type { Rule } from '../rule.js';
import { variableName } from './script-task.rule.js';

/** A mapping has a source, and a plain name as target. */
export const ioMapping: Rule = {
  name: 'io-mapping',
  check: ({ nodes }) =>
    nodes.flatMap((node) =>
      (extensionOf(node.zeebe, 'ioMapping')?.children ?? []).flatMap((row) => {
        const target = attributeOf(row, 'target') ?? '';
        if (attributeOf(row, 'source') === undefined) {
          return [{ message: `${labelOf(node)}的变量映射没有来源,请填写或删去这一行。`, elementId: node.id }];
        }
        if (variableName.test(target)) return [];
        return [
          {
            message: `${labelOf(node)}的变量映射目标「${quoted(target)}」不合规,请用一个简单的变量名。`,
            elementId: node.id,
          },
        ];
      }),
    ),
};
