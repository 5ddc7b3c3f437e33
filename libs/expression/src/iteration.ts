import type { Ast, ForNode, Iterator, QuantifiedNode } from './ast.js';
import { listLengthMax, overBudget, type Run } from './run.js';
import { FeelDate } from './temporal/feel-date.js';
import { isList, RangeValue, type Frame, type Value } from './value.js';

/** `for`: the results in order, over the Cartesian product of the iterators; null where one is no list. */
export function interpretFor(node: ForNode, frame: Frame | null, run: Run): Value {
  const results: Value[] = [];
  const complete = walk(node.iterators, 0, frame, run, (inner) => {
    const partial: Frame = new PartialFrame(results, inner, run);
    results.push(run.valueOf(node.result, partial));
    if (results.length > listLengthMax) throw overBudget(`lists of at most ${listLengthMax} elements`);
    return true;
  });
  return complete === null ? null : run.list([...results]);
}

/** `partial`: the results so far, copied when they are asked for, so that a result never holds itself. */
class PartialFrame {
  readonly name = 'partial';

  constructor(
    private readonly results: readonly Value[],
    readonly outer: Frame | null,
    private readonly run: Run,
  ) {}

  get value(): Value {
    this.run.charge(1 + (this.results.length >> 3));
    return this.results.slice();
  }
}

/** `some` is a chain of `or`, `every` one of `and`, three-valued (DMN 1.5 table 54). */
export function interpretQuantified(node: QuantifiedNode, frame: Frame | null, run: Run): Value {
  const decisive = node.type === 'some';
  let unknown = false;
  const complete = walk(node.iterators, 0, frame, run, (inner) => {
    const value = run.valueOf(node.condition, inner);
    unknown ||= typeof value !== 'boolean';
    return value !== decisive;
  });
  if (complete === null) return null;
  if (!complete) return decisive;
  return unknown ? null : !decisive;
}

/** Visits each combination until `visit` says false; true when all were visited, null where an iterator is no list. */
function walk(
  iterators: readonly Iterator[],
  at: number,
  frame: Frame | null,
  run: Run,
  visit: (frame: Frame | null) => boolean,
): boolean | null {
  const iterator = iterators[at];
  if (!iterator) return visit(frame);
  const elements = elementsOf(iterator.in, frame, run);
  if (!elements) return null;
  for (const value of elements) {
    run.charge(1);
    const inner = walk(iterators, at + 1, { name: iterator.name, value, outer: frame }, run, visit);
    if (inner !== true) return inner;
  }
  return true;
}

/** A range is counted, never built; what is no list counts as a list of one. */
function elementsOf(node: Ast, frame: Frame | null, run: Run): Iterable<Value> | null {
  if (node.type === 'range') {
    const low = run.valueOf(node.low, frame);
    const high = run.valueOf(node.high, frame);
    // Definitions published before ends were bounded counted both ends, whatever the brackets.
    return membersOf(low, high, !node.bounded || node.lowIncluded, !node.bounded || node.highIncluded);
  }
  const value = run.valueOf(node, frame);
  if (value instanceof RangeValue)
    return membersOf(value.low, value.high, value.lowIncluded, value.highIncluded);
  if (value === null) return null;
  return isList(value) ? value : [value];
}

/** Whole numbers or days from the one end to the other, the ends among them where they are included; else null. */
function membersOf(
  low: Value,
  high: Value,
  lowIncluded: boolean,
  highIncluded: boolean,
): Iterable<Value> | null {
  const days = low instanceof FeelDate && high instanceof FeelDate;
  const [first, last] = days ? [low.epochDay, high.epochDay] : [low, high];
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return null;
  const step = (first as number) <= (last as number) ? 1 : -1;
  const from = (first as number) + (lowIncluded ? 0 : step);
  const to = (last as number) - (highIncluded ? 0 : step);
  return days ? daysFrom(from, to, step) : countFrom(from, to, step);
}

/** DMN 1.4 §10.3.2.14: day by day. */
function* daysFrom(low: number, high: number, step: number): Generator<FeelDate> {
  for (const epochDay of countFrom(low, high, step)) yield new FeelDate(epochDay);
}

function* countFrom(low: number, high: number, step: number): Generator<number> {
  for (let value = low; step > 0 ? value <= high : value >= high; value += step) yield value;
}
