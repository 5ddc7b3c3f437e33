import { childrenOfAst, rangeFunctionNames, type Ast } from '@wuqing/expression';
import { refuse } from './expression-refusal.js';
import { halfSentence } from './half-comparison.js';
import { comparisonSigns, type Token } from './token.js';
import { joinedNames, type KnownName } from './known-name.js';

export const depthMax = 150;
export const nodesMax = 1_000;

/** The grammar's rules that its other rules refer to. */
export interface Grammar {
  /** `expression`: anything. */
  readonly expression: (reader: Reader) => Ast;
  /** What binds closer than a comparison. */
  readonly arithmetic: (reader: Reader) => Ast;
}

/** The place in the tokens, the names that are known there, and what may still be built. */
export class Reader {
  at = 0;
  /** How many second ends of ranges are being read. */
  ends = 0;
  /** Nodes that the author put between brackets. */
  readonly bracketed = new Set<Ast>();
  /** Lists among whose items stood halves of comparisons, with all that stood there: tests, no values. */
  readonly listsOfTests = new Map<Ast, readonly Ast[]>();
  /** The piece at which a list may be one of tests. */
  testsAt = -1;
  /** A value that is read already and stands for the next one. */
  ready: Ast | undefined;
  private nesting = 0;
  private nodes = 0;
  private readonly places = new Map<Ast, { readonly from: number; readonly depth: number }>();

  constructor(
    readonly source: string,
    readonly tokens: readonly Token[],
    private readonly grammar: Grammar,
    /** What may be read at this place, innermost last. */
    public names: readonly KnownName[],
    /** What may stand after a dot, and bare between the brackets of a filter. */
    public entries: readonly KnownName[],
    readonly hostFunctions: readonly KnownName[],
    /** Whether `?`, the tested value, has a meaning. */
    readonly inTests: boolean,
  ) {}

  expression(): Ast {
    return this.nested(this.grammar.expression);
  }

  arithmetic(): Ast {
    return this.nested(this.grammar.arithmetic);
  }

  peek(offset = 0): Token {
    const token = this.tokens[this.at + offset] ?? this.tokens.at(-1);
    return token as Token;
  }

  take(): Token {
    const token = this.peek();
    this.at = Math.min(this.at + 1, this.tokens.length - 1);
    return token;
  }

  /** Whether the next piece is this sign or this word of the grammar. */
  sees(text: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token.text === text && (token.kind === 'sign' || token.kind === 'word');
  }

  seesComparison(offset = 0): boolean {
    return this.peek(offset).kind === 'sign' && comparisonSigns.has(this.peek(offset).text);
  }

  accepts(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.at++;
    return seen;
  }

  /** Takes this piece, or refuses what stands in its place. */
  expect(text: string, message?: string): Token {
    if (this.sees(text)) return this.take();
    throw message === undefined || this.peek().kind === 'end'
      ? this.unexpected()
      : refuse(this.peek(), message);
  }

  /** Reads on behind a value that is read already, as if it stood here. */
  readyWith(value: Ast, read: (reader: Reader) => Ast): Ast {
    this.ready = value;
    return read(this);
  }

  takeReady(): Ast | undefined {
    const value = this.ready;
    this.ready = undefined;
    return value;
  }

  /** What `read` gives where `names` are known too. */
  knowing<T>(names: readonly KnownName[], read: () => T): T {
    const outer = this.names;
    this.names = joinedNames(outer, names);
    const result = read();
    this.names = outer;
    return result;
  }

  /** Takes a node into the tree: bounded in number and depth, and no half comparison where a value belongs. */
  made<T extends Ast>(ast: T, from: number): T {
    const children = childrenOfAst(ast);
    const half = halvesRefused(ast, children).find((child) => this.isTest(child));
    if (half) throw this.halfRefusal(half);
    const depth = 1 + Math.max(0, ...children.map((child) => this.places.get(child)?.depth ?? 0));
    if (depth > depthMax) throw tooDeep(from);
    this.places.set(ast, { from, depth });
    return ast;
  }

  /** Refuses half a comparison, or the first of a list of them, at its sign. */
  halfRefusal(test: Ast) {
    const half = this.listsOfTests.get(test)?.find((item) => this.isTest(item)) ?? test;
    return refuse({ from: this.placeOf(half) }, halfSentence('', this.inTests));
  }

  /** Whether a node has a meaning only where something is tested. */
  isTest(ast: Ast): boolean {
    return ast.type === 'unary' || this.listsOfTests.has(ast);
  }

  /** Where in the source a node begins. */
  placeOf(ast: Ast): number {
    return this.places.get(ast)?.from ?? 0;
  }

  /** One more piece of the tree is about to be read. */
  count(): void {
    if (++this.nodes > nodesMax) throw refuse(this.peek(), `表达式太大（最多 ${nodesMax} 个成分），请拆分。`);
  }

  unexpected(token = this.peek()) {
    const rest = [...this.source.slice(token.from)].slice(0, 12).join('').trim();
    if (token.kind === 'end' || token.kind === 'unfinished')
      return refuse({ from: this.source.length }, '表达式在末尾还没有写完，请检查写法。');
    return refuse(token, `表达式从「${rest}」起看不懂，请检查写法。${hintOf(token.text)}`);
  }

  /** What `read` gives one level deeper. */
  nested<T>(read: (reader: Reader) => T): T {
    if (++this.nesting > depthMax) throw tooDeep(this.peek().from);
    const result = read(this);
    this.nesting--;
    return result;
  }
}

const tooDeep = (from: number) => refuse({ from }, `表达式嵌套太深（最多 ${depthMax} 层），请拆分。`);

/** Tests may be half a comparison, and so may what asks for a range: its ends, its type, a relation. */
function halvesRefused(ast: Ast, children: readonly Ast[]): readonly Ast[] {
  if (ast.type === 'in') return [ast.value, ...ast.tests.filter(({ type }) => type !== 'unary')];
  const takesRange =
    ast.type === 'path' ||
    ast.type === 'instance of' ||
    (ast.type === 'call' && rangeFunctionNames.has(ast.function));
  return takesRange ? children.filter(({ type }) => type !== 'unary') : children;
}

/** What other languages write so. */
const hints: Readonly<Record<string, string>> = {
  '&&': '「并且」写作 and。',
  '||': '「或者」写作 or。',
  '!': '「不」写作 not(…)，不等于写作 !=。',
  '?': '按条件取值写作 if … then … else …。',
  '%': '求余数写作 modulo(a, b)。',
  "'": '文字用英文双引号，例如 "a"。',
  ';': '这里不用分号。',
  $: '变量直接写名称，不写 ${…}。',
  '#': '变量直接写名称，不写 #{…}。',
};

const hintOf = (text: string): string => {
  if (Object.hasOwn(hints, text)) return hints[text] ?? '';
  return /^[\uff01-\uff5e\u3000-\u303f\u2018-\u201d]/u.test(text)
    ? '符号要用半角；若是名称的一部分，请给名称加反引号。'
    : '';
};
