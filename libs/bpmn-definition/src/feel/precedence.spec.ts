import { evaluate } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseExpression, parseUnaryTests } from './parse-expression.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const scope: Readonly<Record<string, Json>> = {
  role: 'clerk',
  amount: 10,
  x: 2,
  y: 2,
  z: true,
  no: false,
  l: [1, 2, 3],
  flags: [true, false],
};

function valueOf(source: string): Json {
  const parsed = parseExpression(source, { hostFunctionNames: [] });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const result = evaluate(parsed.value, (name) => scope[name], context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const treeOf = (source: string) => parseExpression(source, { hostFunctionNames: [] });

/** DMN 1.3 §10.3.1.2: each line reads as the same with its brackets written. */
describe('an expression without brackets is read as the one with them', () => {
  it.each([
    ['role in ["clerk", "head"] and amount > 5', '(role in ["clerk", "head"]) and (amount > 5)'],
    ['x in [1..3] and y = 2', '(x in [1..3]) and (y = 2)'],
    ['x in ]1..3[ or no', '(x in ]1..3[) or no'],
    ['x in (1..3] and z', '(x in (1..3]) and z'],
    ['x in l or y', '(x in l) or y'],
    ['x in > 0 and y = 2', '(x in (> 0)) and (y = 2)'],
    ['x in >= y + 1 or z', '(x in (>= (y + 1))) or z'],
    ['x in (1, > 5) and y = 2', '(x in (1, > 5)) and (y = 2)'],
    ['y = 2 and x in [1,2] and z', '((y = 2) and (x in [1,2])) and z'],
    ['x in l and y in l or z', '((x in l) and (y in l)) or z'],
    ['z or x in l and y in l', 'z or ((x in l) and (y in l))'],
    ['not(x in l) and z', '(not(x in l)) and z'],
    ['x + 1 in l and z', '((x + 1) in l) and z'],
    ['x in y + 1 and z', '(x in (y + 1)) and z'],
    ['x in (y + 1) * 2 and z', '(x in ((y + 1) * 2)) and z'],
    ['x in (l)[1] or z', '(x in ((l)[1])) or z'],
    ['x in l = z', '(x in l) = z'],
    ['x = y in flags', '(x = y) in flags'],
    ['x in l in flags', '(x in l) in flags'],
    ['x between 1 and 3 and y in l', '(x between 1 and 3) and (y in l)'],
    ['x in l and y between 1 and 3 or no', '((x in l) and (y between 1 and 3)) or no'],
    ['x instance of number and y in l', '(x instance of number) and (y in l)'],
    ['x in l and y instance of number', '(x in l) and (y instance of number)'],
    ['1 + x instance of number', '1 + (x instance of number)'],
    ['-x instance of number', '-(x instance of number)'],
    ['if x in l and z then 1 else 2', 'if ((x in l) and z) then 1 else 2'],
    ['l[item in [2] and z]', 'l[(item in [2]) and z]'],
    ['some i in l satisfies i in [2] and z', 'some i in l satisfies ((i in [2]) and z)'],
    ['every i in l satisfies i in > 0 or no', 'every i in l satisfies ((i in (> 0)) or no)'],
    ['count(l[item in (1, 2) and z])', 'count(l[(item in (1, 2)) and z])'],
    ['{a: x in l and z, b: a or no}', '{a: (x in l) and z, b: a or no}'],
    ['[x in l and z, x in [5] or no]', '[(x in l) and z, (x in [5]) or no]'],
    ['for i in l return i in [2] and z', 'for i in l return ((i in [2]) and z)'],
    ['x + 2 * 3 ** 2 ** 1 - 1', '(x + (2 * ((3 ** 2) ** 1))) - 1'],
    ['-x ** 2', '(-x) ** 2'],
    ['x^2', 'x ** 2'],
    ['2 ** -1', '2 ** (-1)'],
    ['no or z and no', 'no or (z and no)'],
    ['x - y - 1', '(x - y) - 1'],
    ['x < y = no', '(x < y) = no'],
  ])('%s', (bare, bracketed) => expect(treeOf(bare)).toEqual(treeOf(bracketed)));

  it.each<[string, Json]>([
    ['role in ["clerk", "head"] and amount > 5', true],
    ['role in ["clerk"] or amount > 50', true],
    ['role in ["head"] or amount > 50', false],
    ['x in > 0 and y = 2', true],
    ['l[item in [2] and z]', [2]],
    ['x in (> 5, < 0) or x in [< 0, 2]', true],
    ['[1..10[.end included', false],
    ['(< 10).end', 10],
    ['(= 10).start', 10],
    ['(> 10).end', null],
    ['before((> 5), 3)', false],
  ])('%s is %j', (source, value) => expect(valueOf(source)).toEqual(value));
});

describe('an entry of a table is read so too', () => {
  const asked = (source: string, value: Json): Json => {
    const parsed = parseUnaryTests(source, { hostFunctionNames: [] });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const read = (name: string) => (name === '?' ? value : scope[name]);
    const result = evaluate(parsed.value ?? {}, read, context);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  it.each<[string, Json, Json]>([
    ['? in [1, 5] and ? > 2', 5, true],
    ['? in [1, 5] and ? > 2', 1, false],
    ['? in [1..5] or ? > 8', 9, true],
    ['not(? in [1, 5]) and z', 2, true],
    ['not(1, 5)', 5, false],
    ['not(> 5)', 3, true],
    ['> 5, = 2', 2, true],
    ['!= 5', 5, false],
    ['[< 1, 7]', 7, true],
    ['(1..5]', 1, false],
  ])('%s of %j is %j', (source, value, answer) => expect(asked(source, value)).toEqual(answer));
});
