import {
  entryOf,
  isContext,
  isList,
  type ContextValue,
  type Evaluator,
  type Value,
} from '@wuqing/expression';
import type { CellExpression } from './cell-expression.js';
import type { DecisionType, ItemType, ItemTypes, TypeReference } from './item-type.js';

/** Where a value is not of its type: `path` is `.staff[2].age` from the value on, '' for itself. */
export class Violation {
  constructor(
    readonly kind: 'type' | 'value',
    /** Behind "to": `be a number`, `have the component "age"`. */
    readonly expected: string,
    readonly found: string | undefined,
    readonly itemName: string | undefined,
    readonly path = '',
  ) {}

  under(step: string): Violation {
    return new Violation(this.kind, this.expected, this.found, this.itemName, `${step}${this.path}`);
  }
}

interface TypeRun {
  readonly evaluator: Evaluator;
  readonly types: ItemTypes;
  /** Whether a list of one and its element, a date and its midnight stand for each other. */
  readonly coerces: boolean;
}

/**
 * The value as one of `type` (DMN 1.3 §10.3.2.9.4): null is of every type; a text becomes the date, time or duration
 * that it writes, a date the midnight of UTC, a list of one its element, and a single value a list, where the type asks
 * for it. A context must have every component; what it has beyond stays.
 */
export function conform(value: Value, type: TypeReference | undefined, run: TypeRun): Value | Violation {
  if (value === null || type === undefined) return value;
  if (typeof type === 'string') return conformBuiltIn(value, type, run);
  const { item: name } = type;
  const item = Object.hasOwn(run.types, name) ? run.types[name] : undefined;
  return item ? run.evaluator.nested(() => conformItem(value, item, name, run)) : value;
}

/** FEEL's constructor of each type that JSON writes as text. */
const constructors: Readonly<Partial<Record<DecisionType, string>>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

function conformBuiltIn(value: Value, type: DecisionType, run: TypeRun): Value | Violation {
  const { evaluator } = run;
  const found = evaluator.typeOf(value);
  if (found === type) return value;
  const constructor = constructors[type];
  if (constructor !== undefined && typeof value === 'string') {
    const made = evaluator.call(constructor, [value]);
    if (evaluator.typeOf(made) === type) return made;
  }
  const other = run.coerces ? coerced(value, type, run) : undefined;
  return other === undefined ? new Violation('type', `be a ${type}`, `a ${found}`, undefined) : other;
}

/** FEEL's implicit conversions; undefined where there is none. */
function coerced(value: Value, type: DecisionType, run: TypeRun): Value | Violation | undefined {
  const { evaluator } = run;
  if (type === 'list') return evaluator.list([value]);
  if (isList(value)) return value.length === 1 ? conform(value[0] ?? null, type, run) : undefined;
  if (type !== 'date and time' || evaluator.typeOf(value) !== 'date') return undefined;
  return evaluator.call(type, [value, evaluator.call('time', ['00:00:00Z'])]);
}

function conformItem(value: Value, item: ItemType, name: string, run: TypeRun): Value | Violation {
  const whole = item.isCollection ? conformList(value, item, name, run) : conformOne(value, item, name, run);
  if (whole instanceof Violation || !item.constraint || passes(item.constraint, whole, run)) return whole;
  return new Violation('value', `be one of ${item.constraint.source}`, undefined, name);
}

function conformList(value: Value, item: ItemType, name: string, run: TypeRun): Value | Violation {
  const elements: Value[] = [];
  for (const [at, element] of (isList(value) ? value : [value]).entries()) {
    const conformed = conformOne(element, item, name, run);
    if (conformed instanceof Violation) return conformed.under(`[${at + 1}]`);
    elements.push(conformed);
  }
  return run.evaluator.list(elements);
}

function conformOne(value: Value, item: ItemType, name: string, run: TypeRun): Value | Violation {
  if (value === null) return null;
  const conformed = item.components
    ? conformContext(value, item, name, run)
    : named(conform(value, item.base, run), name);
  if (conformed instanceof Violation || conformed === null || !item.allowed) return conformed;
  const { allowed } = item;
  const elements = isList(conformed) ? conformed : [conformed];
  const at = elements.findIndex((element) => element !== null && !passes(allowed, element, run));
  if (at === -1) return conformed;
  const violation = new Violation('value', `be one of ${allowed.source}`, undefined, name);
  return isList(conformed) ? violation.under(`[${at + 1}]`) : violation;
}

/** The innermost item that a value breaks is the one to name. */
const named = (value: Value | Violation, name: string): Value | Violation =>
  value instanceof Violation && value.itemName === undefined
    ? new Violation(value.kind, value.expected, value.found, name, value.path)
    : value;

function conformContext(
  given: Value,
  { components = [] }: ItemType,
  name: string,
  run: TypeRun,
): Value | Violation {
  const value = isList(given) && given.length === 1 ? (given[0] ?? null) : given;
  if (value === null) return null;
  if (!isContext(value))
    return new Violation('type', 'be a context', `a ${run.evaluator.typeOf(value)}`, name);
  const converted: [string, Value][] = [];
  for (const component of components) {
    const entry = entryOf(value, component.name);
    if (entry === undefined)
      return new Violation('type', `have the component "${component.name}"`, undefined, name);
    const conformed = run.evaluator.nested(() => conformItem(entry, component, name, run));
    if (conformed instanceof Violation) return conformed.under(`.${component.name}`);
    converted.push([component.name, conformed]);
  }
  return withEntries(value, converted);
}

/** The same context, in its own order, with these entries' values. */
const withEntries = (context: ContextValue, entries: readonly [string, Value][]): ContextValue => {
  const values = new Map(entries);
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, values.has(key) ? (values.get(key) ?? null) : value]),
  );
};

const passes = (tests: CellExpression, value: Value, { evaluator }: TypeRun): boolean =>
  evaluator.valueOf(tests.ast, { name: '?', value, outer: null }) === true;
