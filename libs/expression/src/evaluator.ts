import { err, ok, type Json, type Result } from '@wuqing/kernel';
import type { Ast, NameNode } from './ast.js';
import { equal, orderOf } from './comparison.js';
import { interpreters } from './interpret.js';
import { jsonOf } from './json-of.js';
import { Run, Stop, type EvaluationContext, type EvaluationError } from './run.js';
import { LambdaValue, typeOf, type Frame, type Value, type ValueType } from './value.js';

/** Several expressions that share one budget and hand FEEL values, dates included, to each other. */
export interface Evaluator {
  /** The value of `ast`; the names of `frame` stand before the scope's. */
  readonly valueOf: (ast: Ast, frame: Frame | null) => Value;
  /** The value bound to a name, undefined where nobody binds it. */
  readonly lookUp: (name: string, frame: Frame | null) => Value | undefined;
  /** What FEEL's function of this name makes of the values. */
  readonly call: (name: string, args: readonly Value[]) => Value;
  /** What a function value makes of them, each under the name of its parameter; null where it takes others. */
  readonly invoke: (target: Value, args: readonly Value[], names: readonly string[]) => Value;
  /** A value that expressions may call; it is given as many arguments as it has parameters. */
  readonly functionOf: (parameters: readonly string[], body: (args: readonly Value[]) => Value) => Value;
  /** `make`'s answer one level deeper, of the levels that expressions may nest. */
  readonly nested: <T>(make: () => T) => T;
  /** The list, where it is not too long. */
  readonly list: (items: readonly Value[]) => Value;
  readonly jsonOf: (value: Value) => Json;
  readonly typeOf: (value: Value) => ValueType;
  /** True, false, or null where the two cannot be compared. */
  readonly equal: (left: Value, right: Value) => boolean | null;
  /** Negative, zero or positive; null where the two have no order. */
  readonly orderOf: (left: Value, right: Value) => number | null;
}

/** What `use` makes of the evaluator, or the error that ended it: a spent budget, an unknown function or node. */
export function withEvaluator<T>(
  scope: (name: string) => Json | undefined,
  context: EvaluationContext,
  use: (evaluator: Evaluator) => T,
): Result<T, EvaluationError> {
  try {
    return ok(use(evaluatorOf(new Run(scope, context, interpreters))));
  } catch (stop) {
    if (stop instanceof Stop) return err(stop.error);
    throw stop;
  }
}

const evaluatorOf = (run: Run): Evaluator => ({
  valueOf: (ast, frame) => run.valueOf(ast, frame),
  lookUp: (name, frame) => run.lookUp(name, frame),
  call: (name, args) => {
    const { nodes, frame } = placed(args);
    return run.valueOf({ type: 'call', function: name, arguments: nodes }, frame);
  },
  invoke: (target, args, names) => {
    const { nodes, frame } = placed([...args, target]);
    const [called] = nodes.splice(-1) as [NameNode];
    return run.valueOf({ type: 'invoke', target: called, arguments: nodes, names }, frame);
  },
  functionOf: (parameters, body) => new LambdaValue(parameters, body, null),
  nested: (make) =>
    run.nested(() => {
      run.charge(1);
      return make();
    }),
  list: (items) => run.list(items),
  jsonOf: (value) => jsonOf(value, run),
  typeOf,
  equal: (left, right) => equal(left, right, run),
  orderOf: (left, right) => orderOf(left, right, run),
});

/** Values as an expression speaks of them, each under its place. */
function placed(values: readonly Value[]): { nodes: NameNode[]; frame: Frame } {
  return {
    nodes: values.map((_value, at) => ({ type: 'name', name: String(at) })),
    frame: { entries: Object.fromEntries(values.map((value, at) => [String(at), value])), outer: null },
  };
}
