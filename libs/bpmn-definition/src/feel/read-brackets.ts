import type { Ast, ComparisonOperator } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { joinedNames, knownName } from './known-name.js';
import { boundName } from './read-name.js';
import { textOfLiteral } from './read-literal.js';
import type { Reader } from './reader.js';
import { nameText } from './token.js';

/** `(…)`: an expression, a range that leaves its first end out, or half a comparison that is a range (DMN 1.5). */
export function readParenthesis(reader: Reader): Ast {
  const { from } = reader.expect('(');
  if (reader.seesComparison()) {
    const half = readHalf(reader);
    reader.expect(')');
    return half;
  }
  const inner = reader.expression();
  if (reader.sees('..')) return readInterval(reader, inner, false, from);
  reader.expect(')');
  reader.bracketed.add(inner);
  return inner;
}

/** `[…]`: a list, or a range with its first end; behind `in` its items may be tests. */
export function readSquare(reader: Reader): Ast {
  const mayTest = reader.testsAt === reader.at;
  const { from } = reader.expect('[');
  const items: Ast[] = [];
  while (!reader.accepts(']')) {
    if (items.length > 0) reader.expect(',');
    items.push(mayTest && reader.seesComparison() ? readHalf(reader) : reader.expression());
    if (items.length === 1 && reader.sees('..')) return readInterval(reader, items[0] as Ast, true, from);
  }
  if (!mayTest || !items.some((item) => reader.isTest(item)))
    return reader.made({ type: 'list', items }, from);
  const values = items.filter((item) => !reader.isTest(item));
  const list = reader.made({ type: 'list', items: values }, from);
  reader.listsOfTests.set(list, items);
  return list;
}

/** A list of tests as the tests that it holds: its values in one list, its halves beside it. */
export function testsIn(reader: Reader, test: Ast): Ast[] {
  const items = reader.listsOfTests.get(test);
  if (!items) return [test];
  const halves = items.filter((item) => reader.isTest(item));
  reader.listsOfTests.delete(test);
  return halves.length === items.length ? halves : [test, ...halves];
}

/** `]a..b]`: a range that leaves its first end out. */
export function readOpenInterval(reader: Reader): Ast {
  const close = reader.expect(']');
  if (!canBegin(reader, 0)) throw reader.unexpected(close);
  const low = reader.arithmetic();
  return readInterval(reader, low, false, close.from);
}

/** `..b]` behind `(a` or `[a`. */
export function readInterval(reader: Reader, low: Ast, lowIncluded: boolean, from: number): Ast {
  reader.expect('..');
  reader.ends++;
  const high = reader.arithmetic();
  reader.ends--;
  const close = reader.take();
  if (![']', '[', ')'].includes(close.text) || close.kind !== 'sign') throw reader.unexpected(close);
  return reader.made(
    { type: 'range', low, high, lowIncluded, highIncluded: close.text === ']', bounded: true },
    from,
  );
}

/** Whether an expression can begin here: where none can, `[` closes a range that leaves its second end out. */
export function canBegin(reader: Reader, offset: number): boolean {
  const { kind, text } = reader.peek(offset);
  if (kind === 'end') return false;
  if (kind === 'sign') return ['(', '[', '{', '-', '@', '?'].includes(text);
  return !['and', 'or', 'in', 'between', 'instance', 'then', 'else', 'return', 'satisfies'].includes(text);
}

/** A sign and what it compares with: a test, no value. */
export function readHalf(reader: Reader): Ast {
  const sign = reader.take();
  const value = reader.arithmetic();
  return reader.made({ type: 'unary', operator: sign.text as ComparisonOperator, value }, sign.from);
}

/** `{key: value, …}`; each value sees the entries before it. */
export function readContext(reader: Reader): Ast {
  const { from } = reader.expect('{');
  const entries: { key: string; value: Ast }[] = [];
  const next = (): void => {
    if (entries.length === 0 ? reader.accepts('}') : !reader.accepts(',')) return;
    const place = reader.peek();
    const key = readKey(reader);
    if (entries.some((entry) => entry.key === key))
      throw refuse(place, `「${shortened(key)}」写了两次，后一个会盖住前一个，请改名或删去一个。`);
    const value = reader.expression();
    entries.push({ key, value });
    const known = knownName(key, mayHoldFunction.has(value.type));
    reader.entries = joinedNames(reader.entries, [known]);
    reader.knowing([known], next);
  };
  next();
  if (entries.length > 0) reader.expect('}');
  return reader.made({ type: 'context', entries }, from);
}

const mayHoldFunction: ReadonlySet<Ast['type']> = new Set<Ast['type']>([
  'lambda',
  'invoke',
  'name',
  'path',
  'if',
]);

/** A text, or all that stands before the colon. */
function readKey(reader: Reader): string {
  const first = reader.peek();
  if (first.kind === 'end') throw reader.unexpected();
  if (first.kind === 'string' && reader.sees(':', 1)) {
    reader.at += 2;
    return textOfLiteral(first.text);
  }
  if (first.kind === 'quoted') {
    const name = boundName(reader, [':']);
    reader.expect(':');
    return name;
  }
  let length = 0;
  while (!reader.sees(':', length)) {
    const { kind, text } = reader.peek(length);
    if (kind === 'end' || [',', '{', '}', '(', ')', '[', ']'].includes(text)) break;
    length++;
  }
  if (length === 0 || !reader.sees(':', length))
    throw refuse(first, '这一项没有写完整，请写成「名称: 值」。');
  const colon = reader.peek(length);
  reader.at += length + 1;
  return nameText(reader.source.slice(first.from, colon.from));
}
