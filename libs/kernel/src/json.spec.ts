import * as fc from 'fast-check';
import { canonicalJson, type Json } from './json.js';

/** The same as one says it, with every text quoted by the platform. */
function plainly(value: Json | undefined): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const object = value as Readonly<Record<string, Json | undefined>>;
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${plainly(object[key])}`);
  return `{${members.join(',')}}`;
}

const texts = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

it('is the text that one would write, whatever stands in it', () => {
  const values = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>;
  fc.assert(fc.property(values, (value) => expect(canonicalJson(value)).toBe(plainly(value))));
  fc.assert(
    fc.property(texts, texts, (key, text) =>
      expect(canonicalJson({ [key]: text })).toBe(plainly({ [key]: text })),
    ),
  );
});

it.each<[Json, string]>([
  [{ b: 1, a: [null, true, '一"\\\n'] }, '{"a":[null,true,"一\\"\\\\\\n"],"b":1}'],
  [{ 10: 'ten', 9: 'nine', a: '\ud800' }, '{"10":"ten","9":"nine","a":"\\ud800"}'],
  ['\u2028😀', '"\u2028😀"'],
  [[], '[]'],
  [{}, '{}'],
])('of %j is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});
