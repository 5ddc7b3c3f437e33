import type { BuiltIn } from './built-in.js';
import { contextFunctions } from './context.functions.js';
import { conversionFunctions } from './conversion.functions.js';
import { aggregateFunctions } from './aggregate.functions.js';
import { listFunctions } from './list.functions.js';
import { numberFunctions } from './number.functions.js';
import { patternFunctions } from './pattern.functions.js';
import { rangeOfTextFunctions } from './range-of-text.functions.js';
import { rangeFunctions } from './range.functions.js';
import { statisticFunctions } from './statistic.functions.js';
import { stringFunctions } from './string.functions.js';
import { temporalFunctions } from './temporal.functions.js';

/** A function as the compiler sees it. */
export type Signature = Omit<BuiltIn, 'call'>;

/** FEEL's own functions by name; a Map, so that no name reaches a prototype. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  Object.entries({
    ...conversionFunctions,
    ...stringFunctions,
    ...numberFunctions,
    ...aggregateFunctions,
    ...statisticFunctions,
    ...listFunctions,
    ...rangeFunctions,
    ...rangeOfTextFunctions,
    ...patternFunctions,
    ...contextFunctions,
    ...temporalFunctions,
  }),
);

/** For the compiler: the signature of each function that a FEEL expression may call besides the host's. */
export const builtInFunctions: Readonly<Record<string, Signature>> = Object.fromEntries([
  ...[...builtIns].map(([name, { call: _call, ...signature }]) => [name, signature] as const),
  ['is defined', { parameters: ['value'], least: 1, most: 1 }] as const,
]);
