import { rangeFunctions } from './range.functions.js';

/** FEEL's functions whose answer is true, false or null: in a cell of a decision table each is a condition. */
export const booleanFunctionNames: ReadonlySet<string> = new Set([
  ...[
    'not',
    'is',
    'is defined',
    'contains',
    'starts with',
    'ends with',
    'is blank',
    'matches',
    'odd',
    'even',
  ],
  ...['all', 'any', 'list contains', 'is empty'],
  ...Object.keys(rangeFunctions),
]);

export const rangeFunctionNames: ReadonlySet<string> = new Set(Object.keys(rangeFunctions));
