import type { Ast, Iterator } from './ast.js';
import { childrenOfAst } from './children-of-ast.js';
import { astOf, type StoredAst } from './stored-ast.js';

/** Names of the variables that `ast` reads, sorted: neither bound inside it nor names of functions. */
export function readsOf(ast: StoredAst): string[] {
  const reads = new Set<string>();
  collect(astOf(ast), new Set(), reads);
  return [...reads].sort();
}

type Names = ReadonlySet<string>;

const withNames = (bound: Names, names: readonly string[]): Names => new Set([...bound, ...names]);

function collect(node: Ast, bound: Names, reads: Set<string>): void {
  if (node.type === 'name') {
    if (!bound.has(node.name)) reads.add(node.name);
  } else if (node.type === 'for') {
    collect(node.result, withNames(collectIterators(node.iterators, bound, reads), ['partial']), reads);
  } else if (node.type === 'some' || node.type === 'every') {
    collect(node.condition, collectIterators(node.iterators, bound, reads), reads);
  } else if (node.type === 'filter') {
    collect(node.of, bound, reads);
    collect(node.condition, withNames(bound, ['item']), reads);
  } else if (node.type === 'lambda') {
    collect(node.body, withNames(bound, node.parameters), reads);
  } else if (node.type === 'context') {
    collectEntries(node.entries, bound, reads);
  } else {
    for (const child of childrenOfAst(node)) collect(child, bound, reads);
  }
}

function collectIterators(iterators: readonly Iterator[], bound: Names, reads: Set<string>): Names {
  let inner = bound;
  for (const iterator of iterators) {
    collect(iterator.in, inner, reads);
    inner = withNames(inner, [iterator.name]);
  }
  return inner;
}

function collectEntries(
  entries: readonly { key: string; value: Ast }[],
  bound: Names,
  reads: Set<string>,
): void {
  let inner = bound;
  for (const entry of entries) {
    collect(entry.value, inner, reads);
    inner = withNames(inner, [entry.key]);
  }
}
