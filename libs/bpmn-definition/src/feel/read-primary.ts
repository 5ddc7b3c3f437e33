import type { Ast, TypeShape } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { halfSentence } from './half-comparison.js';
import { knownName, longestName, type KnownName } from './known-name.js';
import {
  canBegin,
  readContext,
  readHalf,
  readOpenInterval,
  readParenthesis,
  readSquare,
} from './read-brackets.js';
import { invocation, readCall } from './read-call.js';
import { readFor, readQuantified } from './read-iteration.js';
import { numberOf, textOfLiteral } from './read-literal.js';
import { boundName, readEntryName, readName } from './read-name.js';
import { readShape } from './read-type.js';
import type { Reader } from './reader.js';

/** A value and what stands behind it: `.name`, `[filter]`, `(arguments)`. */
export function readValue(reader: Reader): Ast {
  const { from } = reader.peek();
  let value = reader.takeReady() ?? readPrimary(reader);
  for (;;) {
    if (reader.accepts('.')) value = readPath(reader, value, from);
    else if (reader.sees('[') && !closesRange(reader, value)) value = readFilter(reader, value, from);
    else if (reader.sees('(')) value = invocation(reader, value, from);
    else return value;
  }
}

/** `[` may be the far end of a range that leaves it out: `[1..10[`. */
const closesRange = (reader: Reader, value: Ast): boolean =>
  reader.ends > 0 && (value.type === 'literal' || !canBegin(reader, 1));

function readPath(reader: Reader, value: Ast, from: number): Ast {
  if (reader.peek().kind === 'end') throw reader.unexpected();
  const of =
    value.type === 'unary' && value.operator === '='
      ? ({
          type: 'range',
          low: value.value,
          high: value.value,
          lowIncluded: true,
          highIncluded: true,
        } as const)
      : value;
  const name = readEntryName(reader);
  if (value.type === 'unary' && !rangeProperties.has(name)) throw reader.halfRefusal(value);
  return reader.made({ type: 'path', of, name }, from);
}

const rangeProperties: ReadonlySet<string> = new Set(['start', 'end', 'start included', 'end included']);

/** By place or by condition; a test without its left side is asked of each element. */
function readFilter(reader: Reader, of: Ast, from: number): Ast {
  reader.expect('[');
  const place = reader.peek().from;
  const condition = reader.knowing(unseen(reader), () =>
    reader.knowing([knownName('item', true)], () =>
      reader.seesComparison() ? readHalf(reader) : reader.expression(),
    ),
  );
  reader.expect(']');
  return reader.made({ type: 'filter', of, condition: asked(reader, condition, place) }, from);
}

/** Entries that are not among the names yet: a filter inside a filter adds none. */
function unseen({ names, entries }: Reader): readonly KnownName[] {
  const found = unseenBeside.get(names);
  if (found?.entries === entries) return found.unseen;
  const seen = new Set(names);
  const rest = entries.filter((entry) => !seen.has(entry));
  unseenBeside.set(names, { entries, unseen: rest });
  return rest;
}

/** Filters one behind the other ask for the same. */
const unseenBeside = new WeakMap<
  readonly KnownName[],
  { readonly entries: readonly KnownName[]; readonly unseen: readonly KnownName[] }
>();

function asked(reader: Reader, test: Ast, from: number): Ast {
  const item = { type: 'name', name: 'item' } as const;
  if (test.type === 'range') return reader.made({ type: 'in', value: item, tests: [test] }, from);
  if (test.type !== 'unary') return test;
  return reader.made({ type: 'compare', operator: test.operator, left: item, right: test.value }, from);
}

/** One piece of the language; names, calls and brackets have files of their own. */
function readPrimary(reader: Reader): Ast {
  reader.count();
  const token = reader.peek();
  const known = longestName(reader.names, reader.tokens, reader.at);
  if (known && known.pieces.length > 1) return readName(reader);
  if (token.kind === 'number')
    return reader.made({ type: 'literal', value: numberOf(reader.take()) }, token.from);
  if (token.kind === 'string')
    return reader.made({ type: 'literal', value: textOfLiteral(reader.take().text) }, token.from);
  if (token.kind === 'sign') return readSign(reader);
  const rule = token.kind === 'word' && Object.hasOwn(rules, token.text) ? rules[token.text] : undefined;
  if (rule) return rule(reader);
  return readName(reader);
}

function readSign(reader: Reader): Ast {
  const token = reader.peek();
  if (reader.seesComparison()) throw refuse(token, halfSentence(signsBefore(reader), reader.inTests));
  if (token.text === '(') return readParenthesis(reader);
  if (token.text === '[') return readSquare(reader);
  if (token.text === ']') return readOpenInterval(reader);
  if (token.text === '{') return readContext(reader);
  if (token.text === '@') return readAt(reader);
  if (token.text === '-' && reader.peek(1).kind === 'number') return readNegative(reader);
  if (token.text !== '?') throw reader.unexpected();
  if (!reader.inTests) throw refuse(token, '表达式里不能使用「?」，它只在决策表的条件格里指所比较的值。');
  return reader.made({ type: 'name', name: reader.take().text }, token.from);
}

/** The sign before and the one here, as they are written. */
const signsBefore = (reader: Reader): string =>
  reader.source.slice(reader.peek(-1).from, reader.peek().to).replace(/\s+/gu, ' ');

/** A number may carry its sign itself (rule 35). */
function readNegative(reader: Reader): Ast {
  const { from } = reader.expect('-');
  return reader.made({ type: 'literal', value: 0 - numberOf(reader.take()) }, from);
}

/** `@"2026-08-24"` */
function readAt(reader: Reader): Ast {
  const { from, to } = reader.expect('@');
  const text = reader.peek();
  if (text.kind !== 'string' || text.from !== to) throw reader.unexpected();
  const value = reader.made({ type: 'literal', value: textOfLiteral(reader.take().text) }, text.from);
  return reader.made({ type: 'call', function: '@', arguments: [value] }, from);
}

type Rule = (reader: Reader) => Ast;

const constant =
  (value: boolean | null): Rule =>
  (reader) => {
    const { from } = reader.take();
    return reader.made({ type: 'literal', value }, from);
  };

/** What begins with a word of the grammar. */
const rules: Readonly<Record<string, Rule>> = {
  true: constant(true),
  false: constant(false),
  null: constant(null),
  if: readIf,
  for: readFor,
  some: readQuantified,
  every: readQuantified,
  function: readFunction,
  not: readNot,
};

function readIf(reader: Reader): Ast {
  const { from } = reader.expect('if');
  const condition = reader.expression();
  reader.expect('then');
  const then = reader.expression();
  reader.expect('else');
  return reader.made({ type: 'if', condition, then, else: reader.expression() }, from);
}

/** A function, never an operator: `not(…)`. */
function readNot(reader: Reader): Ast {
  const { from } = reader.take();
  if (!reader.sees('(')) throw refuse({ from }, 'not 后面要写括号，例如 not(approved)。');
  return readCall(reader, 'not', from);
}

function parameterName(reader: Reader, before: readonly string[]): string {
  const { from } = reader.peek();
  const name = boundName(reader, [',', ')', ':']);
  if (before.includes(name)) throw refuse({ from }, `参数「${shortened(name)}」写了两次，请改名。`);
  return name;
}

/** `function(a, b: number) body` */
function readFunction(reader: Reader): Ast {
  const { from } = reader.expect('function');
  reader.expect('(', '请写成 function(a, b) 表达式。');
  const parameters: string[] = [];
  const types: (TypeShape | null)[] = [];
  while (!reader.accepts(')')) {
    if (parameters.length > 0) reader.expect(',');
    parameters.push(parameterName(reader, parameters));
    types.push(reader.accepts(':') ? readShape(reader) : null);
  }
  if (reader.sees('external')) throw refuse({ from }, '请写成 function(a, b) 表达式。');
  const names = parameters.map((name) => knownName(name, true));
  const body = reader.knowing(names, () => reader.expression());
  const typed = types.some((type) => type !== null);
  return reader.made({ type: 'lambda', parameters, body, ...(typed && { types }) }, from);
}
