import { inFormOrder } from './field-order.js';

const schema = { type: 'object', properties: { a: {}, b: {}, c: {} } };

it.each([
  ['as the form says', { order: ['c', 'a', 'b'] }, ['c', 'a', 'b']],
  ['what it gives no place behind', { order: ['c'] }, ['c', 'a', 'b']],
  ['as the schema has them', {}, ['a', 'b', 'c']],
])('%s', (_what, ui, keys) => {
  expect(inFormOrder({ schema, ui }, { b: 1, c: 2, a: 3 })).toEqual(keys);
});

it('leaves out what is not shown, and nothing that is', () => {
  expect(inFormOrder({ schema, ui: { order: ['b', 'a'] } }, { former: 1, a: 2 })).toEqual(['a', 'former']);
});
