import { entryOf, isContext, type Value } from '../value.js';
import { textOf } from './argument.js';
import { builtIn, type Library } from './built-in.js';

function getValue([context = null, key]: readonly Value[]): Value {
  const name = textOf(key);
  return isContext(context) && name !== null ? (entryOf(context, name) ?? null) : null;
}

export const contextFunctions: Library = {
  'get value': builtIn(['m', 'key'], getValue),
  'get entries': builtIn(['m'], ([context = null], run) => {
    if (!isContext(context)) return null;
    return run.list(Object.entries(context).map(([key, value]) => ({ key, value })));
  }),
};
