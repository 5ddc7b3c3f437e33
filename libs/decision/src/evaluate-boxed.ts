import {
  isContext,
  isList,
  type Ast,
  type Frame,
  type InvokeNode,
  type NameNode,
  type Value,
} from '@wuqing/expression';
import type {
  BoxedContext,
  BoxedFilter,
  BoxedFunction,
  BoxedInvocation,
  BoxedIteration,
  BoxedRelation,
} from './decision-logic.js';
import { functionValue } from './function-value.js';
import { conforming, type LogicRun } from './logic-run.js';
import { namesInBody } from './names-in-body.js';

export function evaluateContext({ entries }: BoxedContext, frame: Frame | null, run: LogicRun): Value {
  const values: [string, Value][] = [];
  let inner = frame;
  for (const { name, valueType, logic } of entries) {
    const what = name === undefined ? 'the result' : `entry "${name}"`;
    const value = conforming(run.valueOf(logic, inner), valueType, what, 'output', run);
    if (name === undefined) return value;
    values.push([name, value]);
    inner = { name, value, outer: inner };
  }
  return Object.fromEntries(values);
}

/** Null where it calls no function, or one with other parameters, as FEEL does. */
export function evaluateInvocation(box: BoxedInvocation, frame: Frame | null, run: LogicRun): Value {
  const target = run.valueOf(box.function, frame);
  const args = box.arguments.map(({ logic }) => run.valueOf(logic, frame));
  return run.evaluator.invoke(
    target,
    args,
    box.arguments.map(({ name }) => name),
  );
}

export function evaluateRelation(
  { columns, rows }: BoxedRelation,
  frame: Frame | null,
  run: LogicRun,
): Value {
  const contexts = rows.map((cells) =>
    Object.fromEntries(
      columns.map(({ name, valueType }, at) => {
        const cell = cells[at];
        const value = cell ? run.valueOf(cell, frame) : null;
        return [name, conforming(value, valueType, `column "${name}"`, 'output', run)];
      }),
    ),
  );
  return run.evaluator.list(contexts);
}

export const evaluateFunction = (box: BoxedFunction, frame: Frame | null, run: LogicRun): Value =>
  functionValue(box.parameters, frame, run, (inner) => run.valueOf(box.body, inner));

/** As FEEL's filter by condition; null has no elements, a single value is a list of one. */
export function evaluateFilter(box: BoxedFilter, frame: Frame | null, run: LogicRun): Value {
  const from = run.valueOf(box.in, frame);
  if (from === null) return null;
  const kept = (isList(from) ? from : [from]).filter((item) => {
    const named: Frame = { name: 'item', value: item, outer: frame };
    return run.valueOf(box.match, isContext(item) ? { entries: item, outer: named } : named) === true;
  });
  return run.evaluator.list(kept);
}

/** FEEL's own `for`, `some` and `every`, whose list and body are what the boxes say. */
export function evaluateIteration(box: BoxedIteration, frame: Frame | null, run: LogicRun): Value {
  const seen = namesInBody(box);
  const body = functionValue(
    seen.map((name) => ({ name })),
    frame,
    run,
    (inner) => run.valueOf(box.body, inner),
  );
  const entries = { ' in': run.valueOf(box.in, frame), ' body': body };
  const nameOf = (name: string): NameNode => ({ type: 'name', name });
  const call: InvokeNode = { type: 'invoke', target: nameOf(' body'), arguments: seen.map(nameOf) };
  const iterators = [{ name: box.name, in: nameOf(' in') }];
  const ast: Ast =
    box.type === 'for'
      ? { type: box.type, iterators, result: call }
      : { type: box.type, iterators, condition: call };
  return run.evaluator.valueOf(ast, { entries, outer: null });
}
