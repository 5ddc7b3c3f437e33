import type { DecisionType, ItemType, TypeReference } from '@wuqing/decision';
import type { Ast } from '@wuqing/expression';

/** How a value of the column's type is written in a cell. */
const written: Readonly<Partial<Record<DecisionType, string>>> = {
  string: '"文字"',
  number: '100',
  date: '@"2026-08-24"',
  time: '@"09:00:00"',
  'date and time': '@"2026-08-24T09:00:00"',
  'days and time duration': '@"P3D"',
  'years and months duration': '@"P1Y"',
};

/**
 * Why a cell can never fire: it compares the column's values, which are of `type`, with a text or a number that is none
 * (a comparison of two types is null, DMN 1.3 §10.3.2.3). Undefined where nothing speaks against it. `true` and `false`
 * are let be: in a cell they are the answer itself.
 */
export function neverFires(
  cell: Ast,
  type: TypeReference | undefined,
  items: ReadonlyMap<string, ItemType>,
): string | undefined {
  const column = simpleTypeOf(type, items);
  const example = column && written[column];
  const foreign =
    example === undefined ? undefined : comparedWith(cell).find((literal) => typeof literal !== column);
  if (foreign === undefined) return undefined;
  const kind = typeof foreign === 'string' ? '文字' : '数';
  return `写的是${kind}，而这一列的类型是 ${column}，永远不会相符；请写成 ${example} 的样子`;
}

/** The type of one value; undefined for lists, contexts and what is not known. */
function simpleTypeOf(
  type: TypeReference | undefined,
  items: ReadonlyMap<string, ItemType>,
  depth = 0,
): DecisionType | undefined {
  if (typeof type !== 'object') return type;
  const item = items.get(type.item);
  if (!item || item.isCollection || item.components || depth > 20) return undefined;
  return simpleTypeOf(item.base, items, depth + 1);
}

/** Texts and numbers that `?` is held against. */
function comparedWith(node: Ast): (string | number)[] {
  switch (node.type) {
    case 'literal':
      return typeof node.value === 'string' || typeof node.value === 'number' ? [node.value] : [];
    case 'in':
      return isTested(node.value) ? node.tests.flatMap(comparedWith) : [];
    case 'unary':
    case 'entry':
      return comparedWith(node.value);
    case 'range':
      return [...comparedWith(node.low), ...comparedWith(node.high)];
    case 'list':
      return node.items.flatMap(comparedWith);
    case 'compare':
      return isTested(node.left) ? comparedWith(node.right) : [];
    case 'and':
    case 'or':
      return [...comparedWith(node.left), ...comparedWith(node.right)];
    case 'call':
      return node.function === 'not' ? node.arguments.flatMap(comparedWith) : [];
    default:
      return [];
  }
}

const isTested = (node: Ast): boolean => node.type === 'name' && node.name === '?';
