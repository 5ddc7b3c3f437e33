import { readsOf, type Ast, type NodeType } from '@wuqing/expression';
import type { JsonObject } from '@wuqing/kernel';
import { treeReader, type NamesOutside } from './ast-of-tree.js';
import type { SyntaxNode } from './expression-refusal.js';
import { childAt, childrenOf } from './tree-reader.js';

const tested: Ast = { type: 'name', name: '?' };

/** The AST of a tree of unary tests: true where the value `?` passes one of them; null for `-`. */
export function astOfTests(top: SyntaxNode, source: string, names: NamesOutside): Ast | null {
  const children = childrenOf(top, '(', ')');
  const first = childAt(children, 0, top);
  if (first.name === 'Wildcard') return null;
  const reader = treeReader(top, source, names, true);
  const negated = first.name === 'not';
  const tests = childrenOf(negated ? childAt(children, 1, top) : first).map((test) => reader.read(test));
  const anyOf = disjunction(tests);
  return negated ? { type: 'call', function: 'not', arguments: [anyOf] } : anyOf;
}

/** Values and ranges that `?` is compared with, or conditions that speak of it themselves. */
function disjunction(tests: readonly Ast[]): Ast {
  const compared = tests.filter((test) => !isCondition(test));
  const conditions = tests.filter(isCondition);
  const all: Ast[] = compared.length === 0 ? [] : [{ type: 'in', value: tested, tests: compared }];
  return [...all, ...conditions].reduce((left, right) => ({ type: 'or', left, right }));
}

const conditionTypes: ReadonlySet<NodeType> = new Set<NodeType>([
  'compare',
  'and',
  'or',
  'in',
  'between',
  'some',
  'every',
  'instance of',
]);

/** What says true or false by itself, or mentions `?` (DMN 1.3 §7.3.3, "expression evaluated to true"). */
const isCondition = (test: Ast): boolean =>
  conditionTypes.has(test.type) || readsOf(test as unknown as JsonObject).includes('?');
