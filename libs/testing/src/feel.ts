import type { CompiledExpression } from '@wuqing/bpmn-model';
import type { CellExpression } from '@wuqing/decision';
import { astOf } from '@wuqing/expression';
import { assert, required, type Json, type JsonObject } from '@wuqing/kernel';

/**
 * Compiles the small part of FEEL that specs write: literals, names, lists, contexts, calls, `if`, `and`, `or`,
 * comparisons and arithmetic, parentheses. The real compiler is `bpmn-definition`'s; specs of the engine must not
 * stand or fall with it. A leading `=` is allowed.
 */
export function feel(text: string): CompiledExpression {
  const source = text.replace(/^=/, '').trim();
  const tokens = new Tokens(source);
  const ast = expression(tokens, 0);
  assert(tokens.next === undefined, `Expected the end of "${source}", found ${tokens.next}`);
  return { source, ast };
}

/** The same, for a cell of a decision. */
export function feelCell(text: string): CellExpression {
  const { source, ast } = feel(text);
  return { source, ast: astOf(ast) };
}

class Tokens {
  private readonly all: readonly string[];
  private at = 0;

  constructor(private readonly source: string) {
    this.all =
      source.match(/"[^"]*"|[A-Za-z_][A-Za-z_0-9]*|\d+(?:\.\d+)?|!=|<=|>=|[-+*/=<>()[\]{},:]/g) ?? [];
  }

  get next(): string | undefined {
    return this.all[this.at];
  }

  take(expected?: string): string {
    const token = required(this.next, `more of "${this.source}"`);
    assert(
      expected === undefined || token === expected,
      `Expected ${expected} in "${this.source}", found ${token}`,
    );
    this.at += 1;
    return token;
  }

  /** Takes the token if it is this one. */
  skip(token: string): boolean {
    if (this.next !== token) return false;
    this.at += 1;
    return true;
  }
}

const binding: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

/** Precedence climbing: takes operators that bind at least as strongly as `least`. */
function expression(tokens: Tokens, least: number): JsonObject {
  let left = operand(tokens);
  for (;;) {
    const operator = tokens.next;
    const strength = operator === undefined ? undefined : binding[operator];
    if (strength === undefined || strength <= least) return left;
    tokens.take();
    left = operation(operator!, strength, left, expression(tokens, strength));
  }
}

function operation(operator: string, strength: number, left: JsonObject, right: JsonObject): JsonObject {
  if (strength <= 2) return { type: operator, left, right };
  return { type: strength === 3 ? 'compare' : 'arithmetic', operator, left, right };
}

const literal = (value: Json): JsonObject => ({ type: 'literal', value });
const constants: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

function operand(tokens: Tokens): JsonObject {
  const token = tokens.take();
  if (token === '(') {
    const inside = expression(tokens, 0);
    tokens.take(')');
    return inside;
  }
  if (token === '[') return { type: 'list', items: separated(tokens, ']', () => expression(tokens, 0)) };
  if (token === '{') return { type: 'context', entries: separated(tokens, '}', () => entry(tokens)) };
  if (token === 'if') return choice(tokens);
  if (token.startsWith('"')) return literal(token.slice(1, -1));
  if (/^\d/.test(token)) return literal(Number(token));
  if (Object.hasOwn(constants, token)) return literal(constants[token]!);
  if (!tokens.skip('(')) return { type: 'name', name: token };
  return { type: 'call', function: token, arguments: separated(tokens, ')', () => expression(tokens, 0)) };
}

function entry(tokens: Tokens): JsonObject {
  const key = tokens.take();
  tokens.take(':');
  return { key, value: expression(tokens, 0) };
}

function choice(tokens: Tokens): JsonObject {
  const condition = expression(tokens, 0);
  tokens.take('then');
  const then = expression(tokens, 0);
  tokens.take('else');
  return { type: 'if', condition, then, else: expression(tokens, 0) };
}

function separated(tokens: Tokens, close: string, item: () => JsonObject): JsonObject[] {
  const items: JsonObject[] = [];
  while (!tokens.skip(close)) {
    items.push(item());
    if (tokens.next !== close) tokens.take(',');
  }
  return items;
}
