import type { Ast, TypeShape } from './ast.js';
import { FeelDate } from './temporal/feel-date.js';
import { FeelDateTime } from './temporal/feel-date-time.js';
import { DaysTimeDuration, YearsMonthsDuration } from './temporal/feel-duration.js';
import { FeelTime } from './temporal/feel-time.js';

/** What an expression computes with; JSON values are used as they are, the rest are instances of classes. */
export type Value =
  null | boolean | number | string | ListValue | ContextValue | Temporal | RangeValue | LambdaValue;
export type ListValue = readonly Value[];
export interface ContextValue {
  readonly [key: string]: Value;
}
export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration;

/** Names bound inside an expression, innermost first: one name, or all entries of a context (in filters). */
export type Frame =
  | { readonly name: string; readonly value: Value; readonly outer: Frame | null }
  | { readonly entries: ContextValue; readonly outer: Frame | null };

/** A range used as a test; an end that is null stands open where the range is not `bounded`, else it is not known. */
export class RangeValue {
  constructor(
    readonly low: Value,
    readonly high: Value,
    readonly lowIncluded: boolean,
    readonly highIncluded: boolean,
    readonly bounded = false,
  ) {}

  /** Whether everything below the other end lies in it. */
  get openLow(): boolean {
    return this.low === null && !this.bounded;
  }

  get openHigh(): boolean {
    return this.high === null && !this.bounded;
  }

  /** Whether one of its ends is not known. */
  get unknownEnd(): boolean {
    return this.bounded && (this.low === null || this.high === null);
  }
}

export class LambdaValue {
  constructor(
    readonly parameters: readonly string[],
    /** An expression over the parameters, or what another room makes of the arguments. */
    readonly body: Ast | ((args: readonly Value[]) => Value),
    readonly frame: Frame | null,
    /** Types of the parameters in their order, null for one without. */
    readonly types?: readonly (TypeShape | null)[],
  ) {}

  get parameterTypes(): readonly (TypeShape | null)[] {
    return this.types ?? this.parameters.map(() => null);
  }

  /** The body where it is an expression. */
  get expression(): Ast | undefined {
    return typeof this.body === 'function' ? undefined : this.body;
  }
}

export const isList = (value: Value): value is ListValue => Array.isArray(value);

export const isTemporal = (value: Value): value is Temporal =>
  value instanceof FeelDate ||
  value instanceof FeelDateTime ||
  value instanceof FeelTime ||
  value instanceof DaysTimeDuration ||
  value instanceof YearsMonthsDuration;

export const isContext = (value: Value): value is ContextValue =>
  typeof value === 'object' &&
  value !== null &&
  !isList(value) &&
  !isTemporal(value) &&
  !(value instanceof RangeValue) &&
  !(value instanceof LambdaValue);

export type ValueType =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function';

/** The FEEL type of a value (DMN 1.5 §10.3.2). */
export function typeOf(value: Value): ValueType {
  if (value === null) return 'null';
  const primitive = typeof value;
  if (primitive !== 'object') return primitive as 'boolean' | 'number' | 'string';
  if (isList(value)) return 'list';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof DaysTimeDuration) return 'days and time duration';
  if (value instanceof YearsMonthsDuration) return 'years and months duration';
  if (value instanceof RangeValue) return 'range';
  return value instanceof LambdaValue ? 'function' : 'context';
}

/** The entry of this name, own ones only; undefined where there is none. */
export const entryOf = (context: ContextValue, name: string): Value | undefined =>
  Object.prototype.hasOwnProperty.call(context, name) ? context[name] : undefined;
