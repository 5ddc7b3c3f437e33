import { compileModel } from '@wuqing/bpmn-definition';
import { evaluateDecision } from '@wuqing/decision';
import { jsonOf } from './read-test-cases.mjs';
import { sameValue } from './same-value.mjs';

/** A fixed moment in UTC: the kit's local date-times are compared as UTC's. */
const context = { now: Date.UTC(2026, 7, 24, 4), timeZone: 'UTC', hostFunctions: {} };

/** Compiles a model once; what is asked of it is asked of each decision apart. */
export async function modelOf(xml) {
  const model = await compileModel(xml, { hostFunctionNames: [] });
  return model.ok
    ? { decisions: model.value.decisions, functions: model.value.functions, refusal: undefined }
    : { decisions: [], functions: [], refusal: sentences(model.error) };
}

const sentences = (problems) => problems.map(({ message }) => message).join(' / ');

/**
 * `{ outcome, found, said }` of one result of a case: 'right', 'wrong', 'refused where null is expected' (before or
 * while it is evaluated; where an error is expected, one while it is evaluated is right), 'refused by name'.
 */
export function outcomeOf(model, test, result) {
  const answer = answerOf(model, test, result);
  if (answer.refused === undefined)
    return row(
      sameValue(answer.found, result.expected) ? 'right' : 'wrong',
      JSON.stringify(answer.found),
      [],
    );
  if (result.expected.type !== 'null') return row('refused by name', undefined, [answer.refused]);
  const isRight = result.error && answer.evaluated;
  return row(isRight ? 'right' : 'refused where null is expected', undefined, [answer.refused]);
}

const row = (outcome, found, said) => ({ outcome, found, said });

function answerOf(model, test, { name }) {
  const asked = elementOf(model, test, name);
  if (!asked) return { refused: model.refusal ?? `没有「${test.invocable ?? name}」` };
  if (!asked.compiled.ok) return { refused: sentences(asked.compiled.error) };
  const inputs = new Map(test.inputs.map(([input, value]) => [input, jsonOf(value)]));
  const result = evaluateDecision(asked.compiled.value, (input) => inputs.get(input), context);
  if (!result.ok) return { refused: result.error.message, evaluated: true };
  return { found: outputOf(result.value, asked, name) };
}

/** A service of several outputs gives them by name. */
const outputOf = (value, { name: called, outputs = [] }, name) =>
  called !== name && outputs.includes(name) ? (value?.[name] ?? null) : value;

function elementOf({ decisions, functions }, { type, invocable }, name) {
  if (type === 'decision') return decisions.find((one) => one.name === name);
  const called = functions.find((one) => one.name === (invocable ?? name));
  if (!called?.compiled.ok) return called;
  const body = called.compiled.value.functions?.find(({ id }) => id === called.id)?.body;
  const several = body?.type === 'decisionService' && body.outputs.length > 1;
  return { ...called, outputs: several ? body.outputs : [] };
}
