import { evaluate, type StoredAst } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseExpression, parseUnaryTests } from './parse-expression.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const scope: Readonly<Record<string, Json>> = { amount: 5, l: [1, 5, 9] };

function valueOf(ast: StoredAst, tested?: Json): Json {
  const result = evaluate(ast, (name) => (name === '?' ? tested : scope[name]), context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const read = (source: string, parse: typeof parseUnaryTests = parseExpression): StoredAst => {
  const parsed = parse(source, { hostFunctionNames: [] });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value ?? {};
};

/** `limit` is missing: what is compared with it is null (DMN 1.3 table 53), so a range that it ends is not known there. */
describe('an end of a range that is null', () => {
  it.each<[string, Json]>([
    ['amount in [limit..100000]', null],
    ['amount in (limit..100000)', null],
    ['amount in [1..limit]', null],
    ['amount in ]limit..limit[', null],
    ['amount in [null..100000]', null],
    ['amount in [limit..3]', false],
    ['amount in [9..limit]', false],
    ['not(amount in [limit..100000])', null],
    ['amount in [limit..100000] or amount = 5', true],
    ['amount in ([limit..9], 7)', null],
    ['amount in ([limit..9], 5)', true],
    ['amount in [[limit..9], [20..30]]', null],
    ['amount in [[limit..9], [1..9]]', true],
    ['amount in [[limit..3]]', false],
    ['amount in > limit', null],
    ['amount between limit and 100000', null],
    ['l[item in [limit..9]]', []],
    ['l[[limit..9]]', []],
    ['for i in limit..3 return i', null],
    ['some i in l satisfies i in [limit..9]', null],
    ['includes([limit..9], amount)', null],
    ['includes([1..limit], amount)', null],
    ['during(amount, [limit..9])', null],
    ['before(amount, [limit..9])', null],
    ['before(amount, [9..limit])', true],
    ['before([limit..3], amount)', true],
    ['after(amount, [1..limit])', null],
    ['overlaps([limit..9], [5..7])', null],
    ['overlaps before([limit..9], [5..7])', null],
    ['overlaps after([limit..9], [5..7])', null],
    ['meets([1..limit], [5..7])', null],
    ['meets([1..limit], [limit..7])', null],
    ['met by([5..7], [1..limit])', null],
    ['finishes(amount, [1..limit])', null],
    ['finished by([1..limit], amount)', null],
    ['starts(amount, [limit..9])', null],
    ['started by([limit..9], amount)', null],
    ['coincides([limit..9], [limit..9])', null],
    ['[limit..9].start', null],
    ['[limit..9] instance of range', true],
  ])('%s is %j', (source, value) => expect(valueOf(read(source))).toEqual(value));

  it.each<[string, Json, Json]>([
    ['[limit..100000]', 5, null],
    ['(1..limit)', 5, null],
    ['not([limit..100000])', 5, null],
    ['[limit..100000], 5', 5, true],
    ['>= limit', 5, null],
    ['[limit..3]', 5, false],
  ])('cell %s of %j is %j', (source, tested, value) =>
    expect(valueOf(read(source, parseUnaryTests), tested)).toEqual(value),
  );

  it.each<[string, Json]>([
    ['amount in (> 3)', true],
    ['before((> 9), amount)', false],
    ['includes((< 9), amount)', true],
    ['overlaps((< 9), [5..7])', true],
    ['(< 9).start', null],
  ])('that was left out stands open: %s is %j', (source, value) =>
    expect(valueOf(read(source))).toEqual(value),
  );

  it('stands open in definitions that were published when it did', () => {
    const range = {
      type: 'range',
      low: { type: 'name', name: 'limit' },
      high: { type: 'literal', value: 9 },
    };
    const ends = { lowIncluded: true, highIncluded: true };
    const node = { type: 'in', value: { type: 'name', name: 'amount' }, tests: [{ ...range, ...ends }] };
    expect(valueOf(node)).toBe(true);
  });
});
