import { NotFeel, type Node } from './node.js';
import { isComparison, isPlain, isWritten, noValueNegated, valueOnly } from './second-refusals.js';

/**
 * A second reader of FEEL, for tests: one loop that climbs the table of precedence of DMN 1.3 §10.3.1.2, over tokens cut
 * by one pattern. It reads the part of the language that `draw-expression.ts` draws, and shares no line with the product.
 */
const token =
  /\s*(profit and loss|net-worth|days in all|date and time|[a-z]+|\d+(?:\.\d+)?|"[^"]*"|\*\*|\.\.|<=|>=|!=|[^\s])/gy;

/** Rows of the table, the weakest first; equals are read from the left. */
const strength: ReadonlyMap<string, number> = new Map(
  [
    ['or'],
    ['and'],
    ['=', '!=', '<', '<=', '>', '>=', 'between', 'in'],
    ['+', '-'],
    ['*', '/'],
    ['**'],
  ].flatMap((row, at) => row.map((sign) => [sign, at + 1] as const)),
);
const COMPARISON = 3;
const NEGATION = 7;
const signs: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);
const words: ReadonlySet<string> = new Set(
  'and or in between if then else for return some every satisfies true false null not instance of'.split(' '),
);

/** An expression; `cell` where `?` stands for the tested value. */
export function readSecond(text: string, cell = false): Node {
  const reader = new SecondReader(text, cell);
  const node = reader.value(0);
  reader.end();
  return node;
}

/** A cell of a decision table: its tests, and whether `not(…)` is around them. */
export const readSecondCell = (text: string): { readonly not: boolean; readonly tests: readonly Node[] } =>
  new SecondReader(text, true).cellTests();

class SecondReader {
  private readonly tokens: string[] = [];
  private at = 0;
  /** Behind the last end of a range `[` closes it: the texts that are drawn have no filter there. */
  private lastEnd = false;

  constructor(
    text: string,
    private readonly cell: boolean,
  ) {
    for (const [, piece] of text.matchAll(token)) this.tokens.push(piece as string);
  }

  end(): void {
    if (this.at < this.tokens.length) throw new NotFeel(`more: ${this.tokens[this.at]}`);
  }

  /** What is weaker than `least` is left to the caller; half a comparison is no value. */
  value(least: number): Node {
    return valueOnly(this.climb(least));
  }

  cellTests(): { readonly not: boolean; readonly tests: readonly Node[] } {
    if (this.takes('not') && this.takes('(')) {
      const tests = this.tests();
      const closed = this.takes(')');
      if (closed && this.at === this.tokens.length) return { not: true, tests };
      if (closed && this.next === ',' && tests.length === 1 && tests.every(isWritten))
        throw new NotFeel('not(…) goes around all tests');
    }
    this.at = 0;
    const tests = this.tests();
    this.end();
    return { not: false, tests };
  }

  tests(): Node[] {
    const tests: Node[] = [];
    do tests.push(...(this.next === '[' ? this.inList(0) : [this.test(0)]));
    while (this.takes(','));
    return tests;
  }

  private get next(): string {
    return this.tokens[this.at] ?? '';
  }

  private takes(text: string): boolean {
    const there = this.next === text;
    if (there) this.at++;
    return there;
  }

  private must(text: string): void {
    if (!this.takes(text)) throw new NotFeel(`expected ${text}, found ${this.next}`);
  }

  private climb(least: number): Node {
    let left = this.prefix();
    let compared = false;
    for (;;) {
      const sign = this.next;
      const row = strength.get(sign);
      if (row === undefined || row <= least) return left;
      if (compared && /^[<>]/.test(sign)) throw new NotFeel('booleans have no order');
      compared = row === COMPARISON;
      this.at++;
      left = this.infix(valueOnly(left), sign, row);
    }
  }

  private infix(left: Node, sign: string, row: number): Node {
    if (sign === 'between') {
      const low = this.value(COMPARISON);
      this.must('and');
      return { is: 'between', of: left, low, high: this.value(COMPARISON) };
    }
    if (sign === 'in') {
      const tests = this.inTests();
      tests.forEach(noValueNegated);
      return { is: 'in', of: left, tests };
    }
    const right = this.value(row);
    if (row < COMPARISON && [left, right].some((one) => isPlain(one))) this.whole([left, right]);
    return { is: 'binary', sign, left, right };
  }

  /** `x = 1 or 2`: a number or text beside a comparison or another one, and anywhere in a cell. */
  private whole(sides: readonly Node[]): void {
    if (this.cell || sides.every((one) => isPlain(one) || isComparison(one)))
      throw new NotFeel('a value is no condition');
  }

  /** Half a comparison, or what stands for values. */
  private test(least: number): Node {
    if (!signs.has(this.next)) return this.climb(least);
    const half: Node = { is: 'half', sign: this.tokens[this.at++] as string, right: this.value(COMPARISON) };
    if (least === 0 && strength.has(this.next)) throw new NotFeel('half a comparison is no operand');
    return half;
  }

  /** `in (a, b)` are several tests, unless something stands behind the brackets that makes them part of one value. */
  private inTests(): readonly Node[] {
    if (this.next === '[') return this.inList(COMPARISON);
    if (this.next !== '(') return [this.test(COMPARISON)];
    const start = this.at++;
    const tests = this.tests();
    const more = this.takes(')') && /^(?:\+|-|\*\*?|\/|\.|\[|instance)$/.test(this.next);
    if (this.tokens[this.at - 1] === ')' && !more) return tests;
    this.at = start;
    return [this.climb(COMPARISON)];
  }

  /** `in [> 1, 2]`: items of a list that stands alone may be halves. */
  private inList(least: number): readonly Node[] {
    const start = this.at++;
    const items: Node[] = [];
    try {
      while (!this.takes(']')) {
        if (items.length > 0) this.must(',');
        items.push(signs.has(this.next) ? this.test(0) : this.climb(0));
      }
    } catch (error) {
      if (!(error instanceof NotFeel)) throw error;
      items.length = 0;
    }
    const halves = items.filter(({ is }) => is === 'half');
    const goesOn = /^(?:\.|\[|instance)$/.test(this.next) || (strength.get(this.next) ?? 0) > least;
    if (halves.length > 0 && !goesOn)
      return halves.length === items.length
        ? halves
        : [{ is: 'list', items: items.filter(({ is }) => is !== 'half') }, ...halves];
    this.at = start;
    return [this.climb(least)];
  }

  private prefix(): Node {
    if (this.next !== '-') return this.typed();
    if (/^\d/.test(this.tokens[this.at + 1] ?? '')) return this.typed();
    this.at++;
    return { is: 'minus', of: this.value(NEGATION - 1) };
  }

  private typed(): Node {
    let node = this.behind(this.primary());
    while (this.takes('instance')) {
      this.must('of');
      node = { is: 'type', of: node, type: this.tokens[this.at++] ?? '' };
    }
    return node;
  }

  private behind(first: Node): Node {
    let node = first;
    for (;;) {
      if (this.takes('.')) {
        const name = this.tokens[this.at++] ?? '';
        if (!/^[a-z]/.test(name)) throw new NotFeel('a name stands behind a dot');
        if (node.is === 'half' && name !== 'start' && name !== 'end') throw new NotFeel('half a comparison');
        node = { is: 'dot', of: node, name };
      } else if (!this.lastEnd && this.takes('[')) {
        const by = this.test(0);
        this.must(']');
        node = { is: 'filter', of: valueOnly(node), by: aboutItem(by) };
      } else return node;
    }
  }

  private primary(): Node {
    const text = this.tokens[this.at++] ?? '';
    if (text === '-') return { is: 'value', value: -Number(this.tokens[this.at++]) };
    if (/^\d/.test(text)) return { is: 'value', value: Number(text) };
    if (text.startsWith('"')) return { is: 'value', value: text.slice(1, -1) };
    if (text === 'true' || text === 'false') return { is: 'value', value: text === 'true' };
    if (text === 'null') return { is: 'value', value: null };
    if (text === '?' && this.cell) return { is: 'name', name: '?' };
    if (text === '(' || text === '[' || text === ']') return this.bracket(text);
    if (text === '{') return this.context();
    if (text === 'if') return this.choice();
    if (text === 'for' || text === 'some' || text === 'every') return this.loop(text);
    if ((text === 'not' || text === 'count') && this.takes('(')) return this.call(text);
    if (!/^[a-z]/.test(text) || words.has(text)) throw new NotFeel(`no value begins with ${text}`);
    return { is: 'name', name: text };
  }

  private call(name: string): Node {
    const arg = this.value(0);
    this.must(')');
    const call: Node = { is: 'call', name, args: [arg] };
    if (this.cell) noValueNegated(call);
    return call;
  }

  private bracket(open: string): Node {
    if (open === '(' && signs.has(this.next)) {
      const half = this.test(0);
      this.must(')');
      return half;
    }
    if (open === '[' && this.takes(']')) return { is: 'list', items: [] };
    const first = this.climb(open === ']' ? COMPARISON : 0);
    if (this.takes('..')) {
      this.lastEnd = true;
      const high = this.value(COMPARISON);
      this.lastEnd = false;
      const close = this.tokens[this.at++] ?? '';
      if (!'[])'.includes(close) || close === '') throw new NotFeel('a range ends with a bracket');
      return { is: 'range', low: valueOnly(first), high, with: [open === '[', close === ']'] };
    }
    if (open === ']') throw new NotFeel('no value begins with ]');
    if (open === '(') {
      this.must(')');
      return first;
    }
    const items = [valueOnly(first)];
    while (this.takes(',')) items.push(this.value(0));
    this.must(']');
    return { is: 'list', items };
  }

  private context(): Node {
    const entries: [string, Node][] = [];
    do {
      const name = this.tokens[this.at++] ?? '';
      this.must(':');
      entries.push([name, this.value(0)]);
    } while (this.takes(','));
    this.must('}');
    return { is: 'context', entries };
  }

  private choice(): Node {
    const condition = this.value(0);
    this.must('then');
    const then = this.value(0);
    this.must('else');
    return { is: 'if', condition, then, else: this.value(0) };
  }

  private loop(is: 'for' | 'some' | 'every'): Node {
    const name = this.tokens[this.at++] ?? '';
    this.must('in');
    const start = this.at;
    const over = this.value(0);
    if (over.is === 'in' && this.tokens[start] !== '(') throw new NotFeel('a comparison is no list');
    this.must(is === 'for' ? 'return' : 'satisfies');
    return { is, name, over, body: this.value(0) };
  }
}

const item: Node = { is: 'name', name: 'item' };

/** `l[> 2]` and `l[[1..2]]` ask each item. */
function aboutItem(by: Node): Node {
  if (by.is === 'half') return { is: 'binary', sign: by.sign, left: item, right: by.right };
  return by.is === 'range' ? { is: 'in', of: item, tests: [by] } : by;
}
