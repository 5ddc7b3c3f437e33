import { compileExtension } from '../../compile/compile-extensions.js';
import { compileNode, supportedTypes } from '../../compile/compile-node.js';
import { wuqingOf, type RawExtension } from '../../source/extension.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Finding, LintOptions, Rule } from '../rule.js';

/** Asks the rooms that own `wq:` elements; it runs when everything else is right, so that nodes can be compiled. */
export const extension: Rule = {
  name: 'extension',
  check: (source, options) => [
    ...(source.process ? check(source, undefined, wuqingOf(source.process), source.process.id, options) : []),
    ...source.nodes
      .filter(({ type }) => supportedTypes.has(type))
      .flatMap((node) => check(source, node, node.wuqing, node.id, options)),
  ],
};

function check(
  source: SourceModel,
  node: SourceNode | undefined,
  raws: readonly RawExtension[],
  elementId: string | undefined,
  { expressions, extensions }: LintOptions,
): Finding[] {
  return raws.flatMap((raw) => {
    const checker = Object.prototype.hasOwnProperty.call(extensions, raw.name)
      ? extensions[raw.name]
      : undefined;
    if (!checker) return [];
    const messages = checker(
      compileExtension(raw, expressions),
      node && compileNode(source, node, expressions),
    );
    return messages.map((message) => ({ message, elementId }));
  });
}
