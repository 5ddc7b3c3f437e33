import { findUnstorable as find } from './unstorable.js';

const BOUNDS = { valuesMax: 200_000, files: ['xml'] };
const findUnstorable = (value: unknown) => find(value, BOUNDS);

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
    [{ title: '\u200b' }, '/title'],
    [{ a: ['甲', 'gpj\u202eexe'] }, '/a/1'],
    [{ a: { 'b\u200b': 1 } }, '/a'],
    [{ ['k'.repeat(201)]: 1 }, ''],
    [{ xml: 'a\0' }, '/xml'],
    [{ a: { xml: '\ufeff' } }, '/a/xml'],
  ])('%j', (value, path) => expect(findUnstorable(value)?.path).toBe(path));

  it('stops at endless nesting without recursion', () => {
    expect(findUnstorable(deep(100_000))?.message).toMatch(/嵌套/);
    expect(findUnstorable(deep(32))).toBeUndefined();
  });

  it('counts fields and items of all depths, and no further than it may', () => {
    const wide = Object.fromEntries(Array.from({ length: 120_000 }, (_, at) => [`k${at}`, 1]));
    expect(find(wide, { valuesMax: 500 })).toEqual({ path: '', message: '内容过多，一次不超过 500 项。' });
    expect(find({ a: [1, 2], b: { c: 3 } }, { valuesMax: 5 })).toBeUndefined();
    expect(find({ a: [1, 2], b: { c: 3 } }, { valuesMax: 4 })?.message).toMatch(/内容过多/);
  });

  it('leaves what stands in a file to its reader', () =>
    expect(findUnstorable({ xml: '\ufeff<a/>\u200b' })).toBeUndefined());

  it.each([[null], [undefined], ['骉㛃䶮𬍛𬭎 😀'], [{ a: [1, true, null, { b: '' }] }]])(
    'passes %j',
    (value) => expect(findUnstorable(value)).toBeUndefined(),
  );
});
