import type { JsonObject } from '@wuqing/kernel';
import { pathRootOf } from './path-root.js';

const name = (text: string): JsonObject => ({ type: 'name', name: text });

it.each<[string, JsonObject, string | undefined]>([
  ['a name', name('vote'), 'vote'],
  ['a path', { type: 'path', of: name('ballot'), name: 'choice' }, 'ballot'],
  ['a longer path', { type: 'path', of: { type: 'path', of: name('a'), name: 'b' }, name: 'c' }, 'a'],
  ['a path of what is computed', { type: 'path', of: { type: 'list', items: [] }, name: 'b' }, undefined],
  ['a literal', { type: 'literal', value: 1 }, undefined],
  ['a filter', { type: 'filter', of: name('votes'), condition: { type: 'literal', value: 1 } }, undefined],
])('%s', (_title, ast, root) => {
  expect(pathRootOf(ast)).toBe(root);
});
