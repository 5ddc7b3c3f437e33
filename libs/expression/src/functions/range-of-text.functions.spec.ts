import { instantOf, type Json } from '@wuqing/kernel';
import { evaluate } from '../evaluate.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'UTC', hostFunctions: {} };
const rangeOf = (text: Json): object => ({
  type: 'call',
  function: 'range',
  arguments: [{ type: 'literal', value: text }],
});
const valueOf = (ast: object): Json => {
  const result = evaluate(ast as never, () => undefined, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

it.each<[text: string, low: Json, high: Json, lowIncluded: boolean, highIncluded: boolean]>([
  ['[18..21)', 18, 21, true, false],
  ['(-1.5..2e1]', -1.5, 20, false, true],
  [']1..2[', 1, 2, false, false],
  [' [ 1 .. 1 ] ', 1, 1, true, true],
  ['["a".."z"]', 'a', 'z', true, true],
  ['[".."..".a"]', '..', '.a', true, true],
  ['[@"2026-01-01"..date("2026-02-01")]', '2026-01-01', '2026-02-01', true, true],
  ['[time("10:00:00")..@"11:00:00")', '10:00:00', '11:00:00', true, false],
  ['[duration("P1D")..@"P2D"]', 'P1D', 'P2D', true, true],
  ['[date and time("2026-01-01T00:00:00Z")..date and time("2026-01-02T00:00:00Z")]', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', true, true],
])('the range %s', (text, ...ends) => {
  const names = ['start', 'end', 'start included', 'end included'];
  expect(names.map((name) => valueOf({ type: 'path', of: rangeOf(text), name }))).toEqual(ends);
}); // prettier-ignore

it.each<Json>(['', '1', '[1]', '[1..', '[..]', '[1..]', '[2..1]', '[1.."a"]', '[a..b]', '[1+1..3]', '[date("2026-02-30")..@"2026-03-01"]', '[date"2026-01-01"..@"2026-03-01"]', '[@("2026-01-01")..@"2026-03-01"]', '[null..1]', '{1..2}', '[1...2]', '[1e999..2e999]', `[1..${'2'.repeat(500)}]`, null, 1, true])(
  'is null of %j',
  (text) => expect(valueOf({ type: 'compare', operator: '=', left: rangeOf(text), right: { type: 'literal', value: null } })).toBe(true),
); // prettier-ignore
