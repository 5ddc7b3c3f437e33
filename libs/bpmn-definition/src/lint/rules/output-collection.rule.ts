import { quoted } from '../../sentence.js';
import { attributeOf, extensionOf, labelOf } from '../../source/look-up.js';
import { loopOf } from '../../source/loop.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import { formFieldsOf, knownIn } from '../../source/variable-provider.js';
import type { Finding, LintOptions, Rule } from '../rule.js';

/** The list in which a multi-instance collects has a name that nothing inside writes. */
export const outputCollection: Rule = {
  name: 'output-collection',
  check: (source, options) =>
    source.nodes.flatMap((loop) => {
      const name = loopOf(loop)?.outputCollection;
      return name === undefined
        ? []
        : insideOf(source, loop).flatMap((node) => findings(source, loop, node, name, options));
    }),
};

/** The looped activity itself, and all that lies in it. */
function insideOf(source: SourceModel, loop: SourceNode): SourceNode[] {
  const scopes = new Set([loop.id]);
  // A node stands behind the scope that it lies in.
  const inside = source.nodes.filter(({ id, scope }) => scopes.has(scope) && scopes.add(id));
  return [loop, ...inside];
}

function findings(
  source: SourceModel,
  loop: SourceNode,
  node: SourceNode,
  name: string,
  options: LintOptions,
): Finding[] {
  return writersIn(source, loop, node, options)
    .filter(([, written]) => written === name)
    .map(([what]) => ({
      elementId: node.id,
      message: `${labelOf(node)}的${what}与${labelOf(loop)}汇总结果的变量「${quoted(name)}」同名，请改用别的名称。`,
    }));
}

/** What a node writes outside itself: what is written, in Chinese, and under which name. */
function writersIn(
  source: SourceModel,
  loop: SourceNode,
  node: SourceNode,
  { knownVariables }: LintOptions,
): [what: string, name: string][] {
  const known = knownIn(source.process, knownVariables);
  const outputs = (extensionOf(node.zeebe, 'ioMapping')?.children ?? []).filter(
    ({ name }) => name === 'output',
  );
  const fields = outputs.length > 0 || !known ? [] : (formFieldsOf(node, known) ?? []);
  const results =
    outputs.length > 0 ? [] : node.zeebe.map((extension) => attributeOf(extension, 'resultVariable'));
  const inner = node === loop ? undefined : loopOf(node)?.outputCollection;
  return [
    ...fields.map((field): [string, string] => ['表单字段', field]),
    ...outputs.flatMap((row): [string, string][] => named('输出映射', attributeOf(row, 'target'))),
    ...results.flatMap((result) => named('结果变量', result)),
    ...named('汇总结果', inner),
  ];
}

const named = (what: string, name: string | undefined): [string, string][] =>
  name === undefined ? [] : [[what, name]];
