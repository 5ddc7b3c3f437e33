import type { Run } from '../run.js';
import { entryOf, isContext, isList, type ContextValue, type Value } from '../value.js';
import { listOf } from './argument.js';
import { also, builtIn, type Library } from './built-in.js';

/** A path of keys: one text, or a list of texts with at least one; null for anything else. */
function pathOf(key: Value | undefined): readonly string[] | null {
  const keys = key !== undefined && isList(key) ? key : [key ?? null];
  const texts = keys.filter((part): part is string => typeof part === 'string');
  return texts.length === keys.length && texts.length > 0 ? texts : null;
}

/** `get value(context, "key")`, and Camunda's `get value(context, ["outer", "inner"])`. */
function getValue([context = null, key]: readonly Value[]): Value {
  const path = pathOf(key);
  if (!path || !isContext(context)) return null;
  return path.reduce<Value>((at, name) => (isContext(at) ? (entryOf(at, name) ?? null) : null), context);
}

/** A copy with one entry set, at the end of a path of keys; null where what stands in the way is no context. */
function put(old: Value, path: readonly string[], value: Value, run: Run): ContextValue | null {
  if (!isContext(old)) return null;
  const [key = '', ...rest] = path;
  const entries = Object.entries(old).filter(([name]) => name !== key);
  run.charge(1 + entries.length);
  const item = rest.length === 0 ? value : run.nested(() => put(within(old, key), rest, value, run));
  if (item === null && rest.length > 0) return null;
  const at = Object.keys(old).indexOf(key);
  entries.splice(at === -1 ? entries.length : at, 0, [key, item]);
  return Object.fromEntries(entries);
}

/** What lies under a key on the way; where there is nothing, a new context. */
const within = (context: ContextValue, key: string): Value => {
  const inner = entryOf(context, key);
  return inner === undefined || inner === null ? {} : inner;
};

function contextPut([context = null, key, value = null]: readonly Value[], run: Run): Value {
  const path = pathOf(key);
  return path && put(context, path, value, run);
}

/** Later entries win; an element that is no context makes the result null. */
function merge([contexts]: readonly Value[], run: Run): Value {
  const list = listOf(contexts);
  if (!list?.every(isContext)) return null;
  const entries = list.flatMap((context) => Object.entries(context));
  run.charge(1 + entries.length);
  return Object.fromEntries(entries);
}

/** The reverse of `get entries`; null where an entry has no key or no value, or a key stands twice (DMN 1.4 table 76). */
function fromEntries([pairs]: readonly Value[], run: Run): Value {
  const list = listOf(pairs);
  if (!list) return null;
  run.charge(1 + list.length);
  const entries: [string, Value][] = [];
  for (const pair of list) {
    const key = isContext(pair) ? entryOf(pair, 'key') : undefined;
    const value = isContext(pair) ? entryOf(pair, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined) return null;
    entries.push([key, value]);
  }
  return new Set(entries.map(([key]) => key)).size < entries.length ? null : Object.fromEntries(entries);
}

export const contextFunctions: Library = {
  'get value': also(builtIn(['m', 'key'], getValue), ['context', 'key'], ['context', 'keys']),
  'get entries': also(
    builtIn(['m'], ([context = null], run) => {
      if (!isContext(context)) return null;
      return run.list(Object.entries(context).map(([key, value]) => ({ key, value })));
    }),
    ['context'],
  ),
  'context put': also(builtIn(['context', 'key', 'value'], contextPut), ['context', 'keys', 'value']),
  'context merge': builtIn(['contexts'], merge),
  context: builtIn(['entries'], fromEntries),
};
