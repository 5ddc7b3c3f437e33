import type { Run } from '../run.js';
import type { Value } from '../value.js';

/** A function of FEEL's library (DMN 1.5 §10.3.4). A wrong argument makes the result null. */
export interface BuiltIn {
  /** Names in order, for calls with named arguments. */
  readonly parameters: readonly string[];
  /** Other sets of names, of signatures that differ in them. */
  readonly alternatives?: readonly (readonly string[])[];
  /** Number of arguments allowed. */
  readonly least: number;
  readonly most: number;
  readonly call: (args: readonly Value[], run: Run) => Value;
}

export type Library = Readonly<Record<string, BuiltIn>>;

export const many = 255;

/** A function that takes between `least` and all of `parameters`. */
export const builtIn = (
  parameters: readonly string[],
  call: BuiltIn['call'],
  least = parameters.length,
  most = parameters.length,
): BuiltIn => ({ parameters, least, most, call });

/** The same function under further names of parameters. */
export const also = (definition: BuiltIn, ...alternatives: readonly (readonly string[])[]): BuiltIn => ({
  ...definition,
  alternatives,
});
