import { findUnstorable } from './unstorable.js';

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let floor = 0; floor < depth; floor += 1) value = [value];
  return value;
};

describe('findUnstorable', () => {
  it.each([
    [{ a: 'x\0' }, '/a'],
    [{ a: [{ b: '\ud800' }] }, '/a/0/b'],
    [{ a: Infinity }, '/a'],
    [{ a: { 'b\0': 1 } }, '/a'],
    [JSON.parse('{"a": {"__proto__": 1}}'), '/a/__proto__'],
    [{ a: [{ constructor: 1 }] }, '/a/0/constructor'],
    [{ prototype: 1 }, '/prototype'],
  ])('%j', (value, path) => expect(findUnstorable(value)?.path).toBe(path));

  it('stops at endless nesting without recursion', () => {
    expect(findUnstorable(deep(100_000))?.message).toMatch(/嵌套/);
    expect(findUnstorable(deep(32))).toBeUndefined();
  });

  it.each([[null], [undefined], ['骉㛃䶮𬍛𬭎 😀'], [{ a: [1, true, null, { b: '' }] }]])(
    'passes %j',
    (value) => expect(findUnstorable(value)).toBeUndefined(),
  );
});
