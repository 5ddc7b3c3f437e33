import type { Node } from './node.js';

/** What a drawn expression can be worth. */
export type Worth =
  null | boolean | number | string | readonly Worth[] | Span | { readonly [key: string]: Worth };

/** A range; `open` where its missing end stands open. */
export class Span {
  constructor(
    readonly low: Worth,
    readonly high: Worth,
    readonly ends: readonly [boolean, boolean],
    readonly open: 'low' | 'high' | undefined,
  ) {}
}

export type Names = Readonly<Record<string, Worth>>;

/** The value of a tree, by DMN 1.3 §10.3.2 and docs/feel.md. */
export function worth(node: Node, names: Names): Worth {
  const of = (part: Node): Worth => worth(part, names);
  switch (node.is) {
    case 'value':
      return node.value;
    case 'name':
      return names[node.name] ?? null;
    case 'half':
      return spanOf(node.sign, of(node.right));
    case 'binary':
      return binary(node.sign, of(node.left), of(node.right));
    case 'minus':
      return numeric(of(node.of), (value) => -value);
    case 'between':
      return within(of(node.of), of(node.low), of(node.high));
    case 'in':
      return anyOf(node.tests.map((test) => passes(test, of(node.of), names)));
    case 'type':
      return typeName(of(node.of)) === node.type;
    case 'list':
      return node.items.map(of);
    case 'range':
      return new Span(of(node.low), of(node.high), node.with, undefined);
    case 'dot':
      return entry(of(node.of), node.name);
    case 'filter':
      return filter(of(node.of), node.by, names);
    case 'call':
      return call(node.name, of(node.args[0] as Node));
    case 'if':
      return of(of(node.condition) === true ? node.then : node.else);
    case 'context':
      return context(node.entries, names);
    default:
      return loop(node, names);
  }
}

/** Whether a value passes a test of `in` or of a cell. */
export function passes(test: Node, value: Worth, names: Names): boolean | null {
  if (test.is === 'half') return compare(test.sign, value, worth(test.right, names));
  return isIn(worth(test, names), value);
}

export function isIn(test: Worth, value: Worth): boolean | null {
  if (test instanceof Span) return inside(test, value);
  if (!Array.isArray(test)) return compare('=', value, test) ?? false;
  const items = (test as readonly Worth[]).map((one) =>
    one instanceof Span ? inside(one, value) : compare('=', value, one),
  );
  if (items.includes(true) || compare('=', value, test) === true) return true;
  const unknown = (test as readonly Worth[]).some(
    (one, at) =>
      one instanceof Span && !one.open && (one.low === null || one.high === null) && items[at] === null,
  );
  return unknown ? null : false;
}

export const anyOf = (held: readonly (boolean | null)[]): boolean | null =>
  held.includes(true) ? true : held.includes(null) ? null : false;

function inside({ low, high, ends, open }: Span, value: Worth): boolean | null {
  const above = open === 'low' ? true : compare(ends[0] ? '>=' : '>', value, low);
  const below = open === 'high' ? true : compare(ends[1] ? '<=' : '<', value, high);
  return above === false || below === false ? false : above && below;
}

function spanOf(sign: string, end: Worth): Worth {
  if (end === null) return null;
  if (sign === '=') return new Span(end, end, [true, true], undefined);
  if (sign === '!=') return null;
  return sign.startsWith('<')
    ? new Span(null, end, [false, sign === '<='], 'low')
    : new Span(end, null, [sign === '>=', false], 'high');
}

const within = (value: Worth, low: Worth, high: Worth): boolean | null =>
  low === null || high === null ? null : inside(new Span(low, high, [true, true], undefined), value);

function binary(sign: string, left: Worth, right: Worth): Worth {
  if (sign === 'and' || sign === 'or') return logic(sign === 'or', left, right);
  if ('+-**/'.includes(sign)) return arithmetic(sign, left, right);
  return compare(sign, left, right);
}

function logic(decisive: boolean, left: Worth, right: Worth): boolean | null {
  if (left === decisive || right === decisive) return decisive;
  return left === !decisive && right === !decisive ? !decisive : null;
}

function arithmetic(sign: string, left: Worth, right: Worth): Worth {
  if (sign === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const value = {
    '+': left + right,
    '-': left - right,
    '*': left * right,
    '/': left / right,
    '**': left ** right,
  };
  const result = value[sign as keyof typeof value];
  if (sign === '**' && !Number.isInteger(right) && Number.isFinite(result))
    return Number(result.toPrecision(14));
  return Number.isFinite(result) ? result : null;
}

/** Equality of one type, order of numbers and of texts; else null. */
export function compare(sign: string, left: Worth, right: Worth): boolean | null {
  if (sign === '=') return same(left, right);
  if (sign === '!=') {
    const equal = same(left, right);
    return equal === null ? null : !equal;
  }
  const ordered = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!ordered || left === null || right === null) return null;
  return { '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[sign] ?? null;
}

function same(left: Worth, right: Worth): boolean | null {
  if (left === null || right === null) return left === right;
  if (typeName(left) !== typeName(right)) return null;
  if (Array.isArray(left) && Array.isArray(right))
    return (
      left.length === right.length && left.every((one, at) => same(one as Worth, right[at] as Worth) === true)
    );
  if (left instanceof Span && right instanceof Span)
    return (
      left.ends.join() === right.ends.join() &&
      same(left.low, right.low) === true &&
      same(left.high, right.high) === true
    );
  if (typeof left !== 'object') return left === right;
  const [a, b] = [left as Names, right as Names];
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(a[key] ?? null, b[key] ?? null) === true)
  );
}

function typeName(value: Worth): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Span) return 'range';
  return typeof value === 'object' ? 'context' : typeof value;
}

const numeric = (value: Worth, use: (value: number) => number): Worth =>
  typeof value === 'number' ? use(value) : null;

function entry(value: Worth, name: string): Worth {
  if (Array.isArray(value)) return (value as readonly Worth[]).map((one) => entry(one, name));
  if (value instanceof Span) return name === 'start' ? value.low : name === 'end' ? value.high : null;
  return typeof value === 'object' && value !== null ? ((value as Names)[name] ?? null) : null;
}

/** What is never a number is asked of each element. */
const asksEach = (by: Node): boolean =>
  ['between', 'in', 'type', 'some', 'every'].includes(by.is) ||
  (by.is === 'binary' && !'+-**/'.includes(by.sign));

function filter(of: Worth, by: Node, names: Names): Worth {
  if (of === null) return null;
  const list = Array.isArray(of) ? (of as readonly Worth[]) : [of];
  const place = asksEach(by) ? undefined : worth(by, names);
  if (typeof place === 'number') return list[place < 0 ? list.length + place : place - 1] ?? null;
  return list.filter((item) => {
    const own = typeof item === 'object' && item !== null && !Array.isArray(item) && !(item instanceof Span);
    return worth(by, { ...names, item, ...(own ? (item as Names) : {}) }) === true;
  });
}

function call(name: string, arg: Worth): Worth {
  if (name === 'not') return typeof arg === 'boolean' ? !arg : null;
  return arg === null ? null : Array.isArray(arg) ? arg.length : 1;
}

function context(entries: readonly (readonly [string, Node])[], names: Names): Worth {
  let made: Names = {};
  for (const [name, value] of entries) made = { ...made, [name]: worth(value, { ...names, ...made }) };
  return made;
}

function loop(node: Extract<Node, { readonly over: Node }>, names: Names): Worth {
  const over = worth(node.over, names);
  if (over === null) return null;
  if (over instanceof Span) return overSpan(over, node, names);
  const items = Array.isArray(over) ? (over as readonly Worth[]) : [over];
  return ofItems(items, node, names);
}

function overSpan(span: Span, node: Extract<Node, { readonly over: Node }>, names: Names): Worth {
  if (node.over.is !== 'range') return ofItems([span], node, names);
  const { low, high } = span;
  if (!Number.isInteger(low) || !Number.isInteger(high)) return null;
  const [from, to] = [low as number, high as number];
  const step = from <= to ? 1 : -1;
  return ofItems(
    Array.from({ length: Math.abs(to - from) + 1 }, (_none, at) => from + at * step),
    node,
    names,
  );
}

function ofItems(items: readonly Worth[], node: Extract<Node, { readonly over: Node }>, names: Names): Worth {
  const values = items.map((item) => worth(node.body, { ...names, [node.name]: item }));
  if (node.is === 'for') return values;
  const decisive = node.is === 'some';
  if (values.includes(decisive)) return decisive;
  return values.every((value) => typeof value === 'boolean') ? !decisive : null;
}
