import { readFileSync } from 'node:fs';
import { evaluate, type EvaluationError } from '@wuqing/expression';
import { instantOf, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import fc from 'fast-check';
import { evaluate as askFeelin } from 'feelin';
import { expressions, type Expressions } from './expressions.fixture.js';
import { parseExpression } from './parse-expression.js';

const scope: JsonObject = {
  n: 5,
  day: '2026-08-24',
  person: { name: 'Li', address: { city: '漯河' } },
  people: [
    { name: '甲', age: 25 },
    { name: '乙', age: 35 },
    { name: '丙', age: 65 },
  ],
};

/** Where we differ from feelin 8.2.0: what it says, what we say, and why. */
const differences: readonly (readonly [expression: string, feelin: Json, ours: Json, reason: string])[] = [
  ['1 < "a"', false, null, 'Values of two types have no order: null (DMN 1.5 table 53).'],
  ['if "a" then 1 else 2', 1, 2, 'Only true is true; feelin takes any non-empty text.'],
  ['is defined(n)', null, true, 'Not in DMN; Camunda has it and procedures ask it.'],
  ['is defined(missing)', null, false, 'As above.'],
  ['duration("P1D") * 3', null, 'P3D', 'DMN 1.5 table 59; feelin multiplies numbers only.'],
  ['duration("P1Y") / 2', null, 'P6M', 'As above.'],
  ['- duration("P1D")', null, '-P1D', 'DMN 1.5 table 60.'],
  ['duration("P3D") > duration("P1M")', false, null, 'The two kinds of duration have no order.'],
  [
    'years and months duration(date("2025-01-15"), date("2026-08-14"))',
    'P1Y6M30D',
    'P1Y6M',
    'A years-and-months duration has no days.',
  ],
  [
    'years and months duration(date("2026-08-14"), date("2025-01-15"))',
    '-P1Y7M',
    '-P1Y6M',
    'Whole months toward zero, on both sides alike.',
  ],
  ['some x in [null] satisfies x', false, null, 'A chain of three-valued or (DMN 1.5 table 54).'],
  ['every x in [null] satisfies x', false, null, 'A chain of three-valued and.'],
  ['[1] = 1', true, null, 'A list and a number are two types; feelin unpacks lists of one.'],
  ['modulo(5.5, 0.3)', 0.1, 5.5 % 0.3, 'IEEE remainder; feelin rounds to nine digits.'],
  ['round half up(1.005, 2)', 1, 1.01, 'The decimal point is moved in the digits, not by multiplying.'],
  ['min(["b", "a"])', null, 'a', 'Anything with an order has a least element (DMN 1.5 table 75).'],
  ['sum([duration("P1D"), duration("P2D")])', null, 'P3D', 'Durations can be added.'],
  ['sublist([1], 2, 1)', [], null, 'There is no position 2.'],
  ['substring("abc", 0)', 'c', null, 'There is no position 0.'],
  ['trim(" a ")', null, 'a', 'Not in feelin 8.2.0.'],
  ['sort([3, 1, 2])', null, [1, 2, 3], 'The function may be left out, as in Camunda.'],
  [
    'date and time("2026-08-24T10:00:00")',
    '2026-08-24T10:00:00',
    '2026-08-24T10:00:00+08:00',
    'Leaves with the offset of the zone.',
  ],
];

function askUs(expression: string): Result<Json, EvaluationError | string> {
  const parsed = parseExpression(expression, { hostFunctionNames: [] });
  if (!parsed.ok) return { ok: false, error: parsed.error.message };
  const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
  return evaluate(parsed.value, (name) => scope[name], context);
}

function askOracle(expression: string): Json {
  const text = JSON.stringify(askFeelin(expression, scope as Record<string, unknown>).value ?? null);
  return JSON.parse(text ?? 'null') as Json;
}

const table = readFileSync(new URL('./fixtures/expressions.feel', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const known = new Map(differences.map(([expression]) => [expression, true]));

describe('the interpreter beside feelin', () => {
  it('has a table of at least 150 expressions that both answer', () => {
    expect(table.filter((expression) => !known.has(expression)).length).toBeGreaterThanOrEqual(150);
  });

  it.each(table.filter((expression) => !known.has(expression)))('agrees on %s', (expression) => {
    expect(askUs(expression)).toEqual({ ok: true, value: askOracle(expression) });
  });

  it.each(differences)('differs on %s', (expression, feelin, ours, reason) => {
    expect(askOracle(expression)).toEqual(feelin);
    expect(askUs(expression)).toEqual({ ok: true, value: ours });
    expect(reason).not.toBe('');
  });
});

const kinds: readonly (keyof Expressions)[] = ['number', 'boolean', 'list', 'text', 'date', 'context'];

describe('generated expressions', () => {
  it.each(kinds)('of kind %s have the value that feelin gives', (kind) => {
    fc.assert(
      fc.property(expressions[kind], (expression) => {
        expect(askUs(expression)).toEqual({ ok: true, value: askOracle(expression) });
      }),
      { numRuns: Number(process.env['FEEL_RUNS'] ?? 300) },
    );
  });
});
