import type { Ast, TypeShape } from '@wuqing/expression';
import { refuse, type SyntaxNode } from './expression-refusal.js';
import { childrenOf, type TreeReader } from './tree-reader.js';

const typeNames: ReadonlySet<string> = new Set([
  'Any',
  'Null',
  'boolean',
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list',
  'context',
  'range',
]);

/** Further spellings: DMN 1.3 has them in its schema. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['any', 'Any'],
  ['null', 'Null'],
  ['dateTime', 'date and time'],
  ['dayTimeDuration', 'days and time duration'],
  ['yearMonthDuration', 'years and months duration'],
]);

export function readInstanceOf(node: SyntaxNode, reader: TreeReader): Ast {
  const [value, type] = childrenOf(node, 'instance', 'of');
  if (!value || !type) throw refuse(node, 'instance of 后面要写类型。');
  return { type: 'instance of', value: reader.read(value), ...shapeOf(type, reader, 0) };
}

function shapeOf(type: SyntaxNode, reader: TreeReader, depth: number): TypeShape {
  const [inner = type] = childrenOf(type);
  if (depth > 20) throw refuse(type, '类型嵌套太深,请简化。');
  if (inner.name === 'ListType') {
    const [item] = childrenOf(inner, 'list', '<', '>');
    return { typeName: 'list', ...(item && { item: shapeOf(item, reader, depth + 1) }) };
  }
  if (inner.name === 'ContextType') {
    const entries = childrenOf(inner, 'context', '<', '>')
      .flatMap((list) => childrenOf(list))
      .map((entry) => entryShape(entry, reader, depth));
    return { typeName: 'context', entries };
  }
  const written = reader.text(type);
  const typeName = spellings.get(written) ?? written;
  if (!typeNames.has(typeName))
    throw refuse(type, `不认识类型「${written}」,可用:${[...typeNames].join('、')}。`);
  return { typeName };
}

function entryShape(entry: SyntaxNode, reader: TreeReader, depth: number) {
  const [key, type] = childrenOf(entry);
  if (!key || !type) throw refuse(entry, '请写成 context<名称: 类型>。');
  return { key: reader.text(key), shape: shapeOf(type, reader, depth + 1) };
}
