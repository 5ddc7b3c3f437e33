import type { Ast, ContextNode, FilterNode, IfNode, LogicNode, NameNode, NodeType, PathNode } from './ast.js';
import { evaluateArithmetic, negate } from './arithmetic.js';
import { call } from './call.js';
import { compare } from './comparison.js';
import { interpretInstanceOf } from './instance-of.js';
import { invoke } from './lambda.js';
import { interpretFilter } from './filter.js';
import { propertyOf } from './property.js';
import { interpretFor, interpretQuantified } from './iteration.js';
import type { Interpreters, Run } from './run.js';
import { interpretBetween, interpretIn, rangeOf, unaryRange } from './unary-test.js';
import { isList, LambdaValue, type ContextValue, type Frame, type Value } from './value.js';

type Interpreter<T extends NodeType> = (
  node: Extract<Ast, { type: T }>,
  frame: Frame | null,
  run: Run,
) => Value;

/** One interpreter a node type; a missing one is a compile error. */
export const interpreters: Interpreters = Object.assign(Object.create(null), {
  literal: (node) => node.value,
  name: interpretName,
  list: (node, frame, run) => run.list(node.items.map((item) => run.valueOf(item, frame))),
  context: interpretContext,
  path: interpretPath,
  filter: (node: FilterNode, frame, run) => interpretFilter(node, run.valueOf(node.of, frame), frame, run),
  if: (node: IfNode, frame, run) =>
    run.valueOf(run.valueOf(node.condition, frame) === true ? node.then : node.else, frame),
  for: interpretFor,
  some: interpretQuantified,
  every: interpretQuantified,
  and: (node, frame, run) => interpretLogic(node, false, frame, run),
  or: (node, frame, run) => interpretLogic(node, true, frame, run),
  compare: (node, frame, run) =>
    compare(node.operator, run.valueOf(node.left, frame), run.valueOf(node.right, frame), run),
  arithmetic: (node, frame, run) =>
    evaluateArithmetic(node.operator, run.valueOf(node.left, frame), run.valueOf(node.right, frame), run),
  negate: (node, frame, run) => negate(run.valueOf(node.value, frame)),
  between: interpretBetween,
  in: interpretIn,
  unary: (node, frame, run) => unaryRange(node, run.valueOf(node.value, frame)),
  entry: (node, frame, run) => run.valueOf(node.value, frame),
  range: rangeOf,
  call,
  lambda: (node, frame) => new LambdaValue(node.parameters, node.body, frame, node.types),
  invoke,
  'instance of': interpretInstanceOf,
} satisfies { readonly [T in NodeType]: Interpreter<T> });

function interpretName(node: NameNode, frame: Frame | null, run: Run): Value {
  return run.lookUp(node.name, frame) ?? null;
}

function interpretContext(node: ContextNode, frame: Frame | null, run: Run): Value {
  const entries: [string, Value][] = [];
  let inner = frame;
  for (const { key, value } of node.entries) {
    const item = run.valueOf(value, inner);
    entries.push([key, item]);
    inner = { name: key, value: item, outer: inner };
  }
  return Object.fromEntries(entries) as ContextValue;
}

function interpretPath(node: PathNode, frame: Frame | null, run: Run): Value {
  const value = run.valueOf(node.of, frame);
  if (!isList(value)) return propertyOf(value, node.name) ?? null;
  run.charge(value.length);
  return value.map((item) => propertyOf(item, node.name) ?? null);
}

/** Three-valued `and` (`decisive` false) and `or` (`decisive` true): DMN 1.5 table 50; what is no boolean is null. */
function interpretLogic(node: LogicNode, decisive: boolean, frame: Frame | null, run: Run): Value {
  const left = run.valueOf(node.left, frame);
  if (left === decisive) return decisive;
  const right = run.valueOf(node.right, frame);
  if (right === decisive) return decisive;
  return left === !decisive && right === !decisive ? !decisive : null;
}
