import { evaluate } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseUnaryTests } from './parse-expression.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const scope: Readonly<Record<string, Json>> = {
  flags: ['TEST'],
  none: [],
  yes: true,
  no: false,
  grade: 'A',
  grades: ['A', 'B'],
  settings: { on: true, off: false, grade: 'A' },
  ages: [60, 70],
};

/** Whether a value matches a cell: true, false, or null where nobody can tell, which is no match. */
function matches(cell: string, tested: Json): Json {
  const parsed = parseUnaryTests(cell, { hostFunctionNames: [] });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const read = (name: string) => (name === '?' ? tested : scope[name]);
  const result = evaluate(parsed.value ?? { type: 'literal', value: true }, read, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** docs/feel.md, "Cells of decision tables": one rule for calls and comparisons. */
describe('a condition in a cell', () => {
  it.each<[cell: string, tested: Json, matches: Json]>([
    // What can only say true or false is the answer, whatever is tested.
    ['list contains(flags, "TEST")', 'A', true],
    ['list contains(flags, "TEST")', null, true],
    ['list contains(flags, "TEST")', false, true],
    ['list contains(none, "TEST")', 'A', false],
    ['list contains(none, "TEST")', false, false],
    ['list contains(missing, "TEST")', null, null],
    ['not(list contains(flags, "TEST"))', 'A', false],
    ['not(list contains(none, "TEST"))', 'A', true],
    ['not(list contains(missing, "TEST"))', 'A', null],
    ['count(flags) = 1', 'A', true],
    ['count(flags) > 1', 'A', false],
    ['not(count(flags) > 1)', 'A', true],
    ['grade = "A" and yes', 'Z', true],
    ['grade in ["B"] or no', 'A', false],
    ['some age in ages satisfies age > 65', 5, true],
    ['missing > 5', null, null],
    ['"B", list contains(flags, "TEST")', 'A', true],
    ['"B", list contains(none, "TEST")', 'A', false],
    ['not("B", list contains(none, "TEST"))', 'A', true],
    // What is computed is the answer where it gives a boolean, else a value that is compared.
    ['if yes then true else false', 'A', true],
    ['if no then true else false', 'A', false],
    ['if yes then "A" else "B"', 'A', true],
    ['if yes then "A" else "B"', 'B', false],
    ['upper case("a")', 'A', true],
    ['upper case("b")', 'A', false],
    ['get value(settings, "on")', 'A', true],
    ['get value(settings, "off")', 'A', false],
    ['get value(settings, "off")', false, false],
    ['get value(settings, "grade")', 'A', true],
    ['get value(settings, "missing")', null, null],
    // What speaks of the tested value is the answer too.
    ['starts with(?, "A")', 'ABC', true],
    ['not(starts with(?, "A"))', 'ABC', false],
    ['? = "A" or ? = "B"', 'B', true],
    ['?.on', { on: true }, true],
    ['?.on', null, null],
    // Names and paths: compared with a boolean that is tested, the answer beside any other value.
    ['yes', 'A', true],
    ['no', 'A', false],
    ['yes', true, true],
    ['yes', false, false],
    ['no', false, true],
    ['yes', null, false],
    ['not(yes)', 'A', false],
    ['settings.on', 5, true],
    ['settings.off', false, true],
    ['grade', 'A', true],
    ['grade', 'B', false],
    ['grades', 'B', true],
    ['not(grades)', 'B', false],
    // Values are compared.
    ['true', true, true],
    ['false', false, true],
    ['true', false, false],
    ['false', true, false],
    ['true', 'A', false],
    ['not(true)', false, true],
    ['null', null, true],
    ['"A", "B"', 'B', true],
    ['["A", "B"]', 'B', true],
    ['> 5', 6, true],
    ['> ?', 6, false],
    ['[? .. 9]', 6, true],
    ['2 * 3', 6, true],
  ])('%s of %j is %j', (cell, tested, answer) => expect(matches(cell, tested)).toEqual(answer));
});
