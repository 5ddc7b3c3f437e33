import { evaluate } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseExpression } from './parse-expression.js';

const long = 'a'.repeat(60_000);
const deep = ((): Json => {
  let value: Json = 1;
  for (let level = 0; level < 5_000; level++) value = [value];
  return value;
})();
const scope: Record<string, Json> = { long, deep, list: Array.from({ length: 10_000 }, (_, at) => at) };

/** How it ends: `refused` when it is published, `value`, or the code of its error. */
export function ask(expression: string): string {
  const parsed = parseExpression(expression, { hostFunctionNames: [] });
  if (!parsed.ok) return 'refused';
  const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
  const result = evaluate(parsed.value, (name) => scope[name], context);
  return result.ok ? 'value' : result.error.code;
}

/** Each ends by itself: `budget` says that its steps or its size were counted, and too many. */
export const hostileExpressions: readonly (readonly [expression: string, code: string])[] = [
  ['for i in 1..1000000000 return i', 'budget'],
  ['for i in 1..1000000000, j in 1..1000000000 return 1', 'budget'],
  ['some i in 1..1000000000 satisfies i < 0', 'budget'],
  ['count(for i in 1..9000 return for j in 1..9000 return 1)', 'budget'],
  ['for i in 1..1000 return partial', 'budget'],
  ['for i in 1..300 return [partial[-1]]', 'budget'],
  ['flatten(for i in 1..300 return [partial[-1]])', 'budget'],
  ['string(for i in 1..300 return [partial[-1]])', 'budget'],
  ['for i in 1..9000 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])', 'budget'],
  ['for i in 1..9000 return if i = 1 then long else partial[-1] + partial[-1]', 'budget'],
  ['string join(for i in 1..9000 return long)', 'budget'],
  ['for i in 1..9000 return upper case(long)', 'budget'],
  ['matches(long, "(a+)+$b")', 'budget'],
  ['matches(long + "b", "^(a|a)*$")', 'budget'],
  ['matches(long, "(.*a){30}")', 'budget'],
  ['replace(long, "a", "$0$0$0$0")', 'budget'],
  ['split(long, "")', 'budget'],
  ['extract(long, "a")', 'budget'],
  ['for i in 1..9000 return matches(string(i), "(?:a{900}){2}")', 'budget'],
  ['contains(long, "b" + substring(long, 1, 30000))', 'budget'],
  ['substring before(long, substring(long, 1, 30000) + "b")', 'budget'],
  ['from json(string join(for i in 1..5000 return "["))', 'value'],
  ['{f: function(x) x(x), y: f(f)}.y', 'budget'],
  ['(function(f) f(f))(function(f) [f(f), f(f)])', 'budget'],
  ['sort(list, function(a, b) true)', 'value'],
  ['sort(list, function(a, b) count(list[item > a]) > 0)', 'budget'],
  ['distinct values(list)', 'budget'],
  ['duplicate values(list)', 'budget'],
  ['list[count(list[item > 1]) > 1]', 'budget'],
  ['list replace(list, function(a, b) count(list[item > a]) > 0, 1)', 'budget'],
  ['deep = deep', 'budget'],
  ['deep', 'budget'],
  ['string(deep)', 'budget'],
  ['flatten(deep)', 'budget'],
  ['to json(deep)', 'budget'],
  ['9 ** 9 ** 9 ** 9', 'value'],
  ['duration("P999999999999D") * 1000000', 'value'],
  ['date("9999-12-31") + duration("P1000000Y")', 'value'],
  ['round up(1, 300)', 'value'],
  ['number("1' + '0'.repeat(3_000) + '")', 'value'],
  ['{__proto__: {a: 1}}.a', 'value'],
  ['[1].constructor', 'value'],
  ['long.length', 'value'],
  ['get value({}, "__proto__")', 'value'],
  ['context put({}, ["__proto__", "polluted"], true)', 'value'],
];

const chain = (length: number) => Array.from({ length }, () => 'a').join('-');

/** Names that a reader could go over again and again. */
export const hostileNames: readonly (readonly [
  what: string,
  source: string,
  names: readonly string[],
  isRead: boolean,
])[] = [
  ['names that overlap', chain(200), [...[1, 2, 3, 4, 5].map(chain).slice(1), chain(200)], false],
  [
    'a name of many names, none of them its end',
    `${chain(100)}-z`,
    [...[1, 2, 3].map(chain), `${chain(100)}-z`],
    true,
  ],
  [
    'ten thousand names',
    'b + '.repeat(140) + '1',
    Array.from({ length: 10_000 }, (_, at) => `b-${at}`),
    true,
  ],
];
