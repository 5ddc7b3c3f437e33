import { quoted } from '../../sentence.js';
import type { RawExtension } from '../../source/extension.js';
import { attributeOf, extensionOf, labelOf } from '../../source/look-up.js';
import type { SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';
import { variableName } from './script-task.rule.js';

/** A mapping has a source, a plain name as target, and somebody who reads it. */
export const ioMapping: Rule = {
  name: 'io-mapping',
  check: ({ nodes }) =>
    nodes.flatMap((node) =>
      (extensionOf(node.zeebe, 'ioMapping')?.children ?? []).flatMap((row) => {
        const fault = unread(node, row) ?? misWritten(row);
        return fault === undefined
          ? []
          : [{ message: `${labelOf(node)}的变量映射${fault}`, elementId: node.id }];
      }),
    ),
};

function misWritten(row: RawExtension): string | undefined {
  const target = attributeOf(row, 'target') ?? '';
  if (attributeOf(row, 'source') === undefined) return '没有来源，请填写或删去这一行。';
  return variableName.test(target) ? undefined : `目标「${quoted(target)}」不合规，请用一个简单的变量名。`;
}

/** Gateways that ask their conditions: what they are given is read there. */
const deciding: ReadonlySet<string> = new Set(['ExclusiveGateway', 'InclusiveGateway']);

/** A gateway does no work that could leave a result. */
function unread({ type }: SourceNode, { name }: RawExtension): string | undefined {
  if (!type.endsWith('Gateway')) return undefined;
  if (name === 'output') return '写了输出，网关没有结果可以输出；请写在它前面的步骤上。';
  return deciding.has(type) ? undefined : '写了输入，这种网关不判定条件，没有人读；请写在它后面的步骤上。';
}
