import type { Evaluator, Value } from '@wuqing/expression';
import type { DecisionType } from './compiled-decision.js';

/** FEEL's constructor of each type that JSON writes as text. */
const constructors: Readonly<Partial<Record<DecisionType, string>>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

/**
 * The value where it is of the type, a text as the date, time or duration that it writes; null is of every type.
 * Undefined where it is of another type.
 */
export function typed(value: Value, type: DecisionType | undefined, evaluator: Evaluator): Value | undefined {
  if (value === null || type === undefined || evaluator.typeOf(value) === type) return value;
  const constructor = constructors[type];
  if (constructor === undefined || typeof value !== 'string') return undefined;
  const made = evaluator.valueOf(
    { type: 'call', function: constructor, arguments: [{ type: 'name', name: '?' }] },
    { '?': value },
  );
  return evaluator.typeOf(made) === type ? made : undefined;
}
