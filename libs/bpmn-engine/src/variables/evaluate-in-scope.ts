import type { CompiledExpression, VariableMapping } from '@wuqing/bpmn-model';
import { evaluate } from '@wuqing/expression';
import { ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import { fault, type Fault } from '../step.js';
import { readerOf } from './variables.js';
import type { View } from '../view.js';

/** The value of an expression as seen from `scope`, with `over` (a submission, a payload) before all scopes. */
export function valueOf(
  view: View,
  { ast, source }: CompiledExpression,
  scope: ElementInstanceKey,
  over?: JsonObject,
): Result<Json, Fault> {
  const { now, timeZone, hostFunctions } = view.context;
  const result = evaluate(ast, readerOf(view, scope, over), { now, timeZone, hostFunctions });
  return result.ok
    ? result
    : fault('expression', `Expected "${source}" to have a value: ${result.error.message}`);
}

/** A condition must say true or false; null (a name without a value) is a question that nobody has answered. */
export function conditionOf(
  view: View,
  expression: CompiledExpression,
  scope: ElementInstanceKey,
  over?: JsonObject,
): Result<boolean, Fault> {
  const result = valueOf(view, expression, scope, over);
  if (!result.ok) return result;
  if (typeof result.value === 'boolean') return ok(result.value);
  return fault(
    'condition',
    `Expected "${expression.source}" to be true or false, found ${typeName(result.value)}`,
  );
}

/** A text; a number counts as its digits. */
export function textOf(
  view: View,
  expression: CompiledExpression,
  scope: ElementInstanceKey,
): Result<string, Fault> {
  const result = valueOf(view, expression, scope);
  if (!result.ok) return result;
  if (typeof result.value === 'string' && result.value !== '') return ok(result.value);
  if (typeof result.value === 'number') return ok(String(result.value));
  return fault('text', `Expected "${expression.source}" to be a text, found ${typeName(result.value)}`);
}

/** The values of several named expressions, in their order; the first fault ends it. */
export function valuesOf(
  view: View,
  expressions: readonly (readonly [name: string, expression: CompiledExpression])[],
  scope: ElementInstanceKey,
  over?: JsonObject,
): Result<JsonObject, Fault> {
  const values: [string, Json][] = [];
  for (const [name, expression] of expressions) {
    const result = valueOf(view, expression, scope, over);
    if (!result.ok) return result;
    values.push([name, result.value]);
  }
  return ok(Object.fromEntries(values));
}

/**
 * The rows of a mapping, in their order: each reads what the rows before it have set, then `over`, then the scopes. (Of an instance
 * older than `mappings-in-order` no row reads another.)
 */
export function mapped(
  view: View,
  rows: readonly VariableMapping[],
  scope: ElementInstanceKey,
  over: JsonObject,
): Result<JsonObject, Fault> {
  const inOrder = hasFlag(view.context, 'mappings-in-order');
  const known: Record<string, Json> = { ...over };
  const values: Record<string, Json> = {};
  for (const { target, source } of rows) {
    const result = valueOf(view, source, scope, inOrder ? known : over);
    if (!result.ok) return result;
    values[target] = result.value;
    known[target] = result.value;
  }
  return ok(values);
}

const typeName = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
