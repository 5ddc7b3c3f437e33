import { readFileSync } from 'node:fs';
import { builtInFunctions, evaluate, leftOutFunctions } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseExpression } from './parse-expression.js';

/** Camunda 8's own examples (https://docs.camunda.io, FEEL, built-in functions) and the corners beside them. */
const lines = readFileSync(new URL('./fixtures/reference.feel', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const cases = lines.map((line) => line.split(' => ') as [expression: string, value: string]);

function valueOf(expression: string): Json {
  const parsed = parseExpression(expression, { hostFunctionNames: [] });
  if (!parsed.ok) throw new Error(`${expression}: ${parsed.error.message}`);
  const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
  const result = evaluate(parsed.value, () => undefined, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

it.each(cases)('%s is %s', (expression, value) => expect(valueOf(expression)).toEqual(valueOf(value)));

it('has an example of every function', () => {
  const text =
    lines.join('\n') + readFileSync(new URL('./fixtures/expressions.feel', import.meta.url), 'utf8');
  const missing = Object.keys(builtInFunctions).filter((name) => !text.includes(`${name}(`));
  expect(missing).toEqual(['@', 'now']);
});

it('is described: docs/feel.md names every function, and those that are left out', () => {
  const page = readFileSync(new URL('../../../../docs/feel.md', import.meta.url), 'utf8');
  const names = [...Object.keys(builtInFunctions), ...leftOutFunctions.keys()].filter((name) => name !== '@');
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
