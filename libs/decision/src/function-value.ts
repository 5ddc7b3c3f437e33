import type { Frame, Value } from '@wuqing/expression';
import type { TypedName } from './item-type.js';
import { conforming, type LogicRun } from './logic-run.js';

/** A function that FEEL may call: its arguments are of the parameters' types, its body sees them before `frame`. */
export const functionValue = (
  parameters: readonly TypedName[],
  frame: Frame | null,
  run: Omit<LogicRun, 'valueOf'>,
  body: (frame: Frame | null) => Value,
): Value =>
  run.evaluator.functionOf(
    parameters.map(({ name }) => name),
    (args) => body(withArguments(parameters, args, frame, run)),
  );

const withArguments = (
  parameters: readonly TypedName[],
  args: readonly Value[],
  frame: Frame | null,
  run: Omit<LogicRun, 'valueOf'>,
): Frame | null =>
  parameters.reduce<Frame | null>((outer, { name, valueType }, at) => {
    const value = conforming(args[at] ?? null, valueType, `parameter "${name}"`, 'input', run);
    return { name, value, outer };
  }, frame);
