import type { JsonObject } from '@wuqing/kernel';
import type { Ast } from './ast.js';
import { readsOf } from './reads-of.js';

const name = (text: string): Ast => ({ type: 'name', name: text });
const sum = (left: Ast, right: Ast): Ast => ({ type: 'arithmetic', operator: '+', left, right });

describe('readsOf', () => {
  it.each<[string, Ast, string[]]>([
    ['names, sorted and once', sum(name('b'), sum(name('a'), name('b'))), ['a', 'b']],
    ['arguments, not the function', { type: 'call', function: 'count', arguments: [name('list')] }, ['list']],
    ['the start of a path', { type: 'path', of: name('person'), name: 'age' }, ['person']],
    [
      'no name that for binds, after its own list',
      {
        type: 'for',
        iterators: [
          { name: 'x', in: name('x') },
          { name: 'y', in: name('x') },
        ],
        result: sum(name('y'), name('partial')),
      },
      ['x'],
    ],
    [
      'no name that some binds',
      {
        type: 'some',
        iterators: [{ name: 'x', in: name('list') }],
        condition: sum(name('x'), name('limit')),
      },
      ['limit', 'list'],
    ],
    [
      'names in filters, item aside',
      { type: 'filter', of: name('list'), condition: sum(name('item'), name('age')) },
      ['age', 'list'],
    ],
    [
      'no parameter of a function',
      { type: 'lambda', parameters: ['a', 'b'], body: sum(name('a'), name('c')) },
      ['c'],
    ],
    [
      'no earlier entry of a context',
      {
        type: 'context',
        entries: [
          { key: 'a', value: name('a') },
          { key: 'b', value: sum(name('a'), name('c')) },
        ],
      },
      ['a', 'c'],
    ],
    [
      'tests',
      { type: 'in', value: name('a'), tests: [{ type: 'unary', operator: '>', value: name('b') }] },
      ['a', 'b'],
    ],
    [
      'all ends of a range',
      { type: 'range', low: name('a'), high: name('b'), lowIncluded: true, highIncluded: true },
      ['a', 'b'],
    ],
    ['nothing of a constant', { type: 'literal', value: 'name' }, []],
  ])('gives %s', (_title, ast, expected) => expect(readsOf(ast as JsonObject)).toEqual(expected));
});
