import type { Ast, Iterator } from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';
import { childAt, childrenOf, type TreeReader } from './tree-reader.js';

export function readFor(node: SyntaxNode, reader: TreeReader): Ast {
  const parts = childrenOf(node, 'for', 'return');
  const iterators = readIterators(childAt(parts, 0, node), reader);
  return { type: 'for', iterators, result: reader.read(childAt(parts, 1, node)) };
}

export function readQuantified(node: SyntaxNode, reader: TreeReader): Ast {
  const [quantifier, ...parts] = childrenOf(node, 'satisfies');
  const iterators = readIterators(childAt(parts, 0, node), reader);
  const type = quantifier?.name === 'every' ? 'every' : 'some';
  return { type, iterators, condition: reader.read(childAt(parts, 1, node)) };
}

function readIterators(node: SyntaxNode, reader: TreeReader): Iterator[] {
  return childrenOf(node).map((iterator) => {
    const [name, source] = childrenOf(iterator, 'in');
    if (!name || !source) throw refuse(iterator, '请写成「名称 in 列表」。');
    return { name: reader.text(name), in: readSource(source, reader) };
  });
}

function readSource(node: SyntaxNode, reader: TreeReader): Ast {
  if (node.name !== 'IterationContext') return reader.read(node);
  const [low, high] = childrenOf(node, '..');
  if (!low) throw refuse(node, '请写成「名称 in 列表」。');
  if (!high) return reader.read(low);
  return {
    type: 'range',
    low: reader.read(low),
    high: reader.read(high),
    lowIncluded: true,
    highIncluded: true,
  };
}
