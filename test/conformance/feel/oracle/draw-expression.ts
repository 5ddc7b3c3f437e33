/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Names with key words and signs that the readers are told of; their parts are none. */
export const toldNames = ['profit and loss', 'net-worth', 'days in all'];

const leaves = [
  ...['0', '1', '2', '3', '4', '0.5', 'true', 'false', 'null', '"a"', '"b"'],
  ...['x', 'y', 'yes', 'no', 's', 'l', 'nothing', 'p.q', 'l[2]', ...toldNames],
];
const operators = [
  ...['and', 'and', 'and', 'or', 'or', 'or', '=', '!=', '<', '<=', '>', '>='],
  ...['+', '-', '*', '/', '**'],
];
const halves = ['= ', '> ', '< ', '!= ', '>= ', '<= '];

/**
 * Texts in which operators of all strengths follow each other with few brackets, so that only precedence says what
 * belongs together; now and then half a comparison stands where a value belongs.
 */
export class ExpressionDrawer {
  constructor(
    private readonly random: () => number,
    private readonly cell: boolean,
  ) {}

  /** A chain of operands. */
  chain(depth: number): string {
    let text = this.operand(depth);
    while (this.chance(0.6)) text += this.link(depth);
    return text;
  }

  /** The tests of a cell. */
  tests(): string {
    const tests = this.several(() => this.cellTest(), 3);
    return this.chance(0.15) ? `not(${tests})` : tests;
  }

  private chance(of: number): boolean {
    return this.random() < of;
  }

  private one<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)] as T;
  }

  private several(draw: () => string, most: number): string {
    const texts = [draw()];
    while (texts.length < most && this.chance(0.4)) texts.push(draw());
    return texts.join(', ');
  }

  private link(depth: number): string {
    const drawn = this.random();
    if (drawn < 0.3) return ` in ${this.inTest(depth)}`;
    if (drawn < 0.38) return ` between ${this.operand(0)} and ${this.operand(0)}`;
    if (drawn < 0.43) return ` instance of ${this.one(['number', 'boolean', 'string'])}`;
    return ` ${this.one(operators)} ${this.operand(depth)}`;
  }

  private inTest(depth: number): string {
    const tests: readonly (() => string)[] = [
      () => this.list(depth),
      () => this.range(),
      () => this.one(halves) + this.operand(0),
      () => `(${this.several(() => (this.chance(0.4) ? this.one(halves) : '') + this.chain(0), 3)})`,
      () => this.operand(depth),
      () => `[${this.several(() => (this.chance(0.3) ? this.one(halves) : '') + this.operand(0), 3)}]`,
    ];
    return this.one(tests)();
  }

  private cellTest(): string {
    const drawn = this.random();
    if (drawn < 0.3) return this.one(halves) + this.chain(0);
    if (drawn < 0.45) return this.range();
    return drawn < 0.6 ? this.operand(0) : this.chain(1);
  }

  private operand(depth: number): string {
    if (this.chance(0.02)) return this.one(halves) + this.operand(depth);
    if (this.chance(0.06)) return `-${this.chance(0.5) ? '' : ' '}${this.operand(depth)}`;
    if (this.cell && this.chance(0.25)) return '?';
    if (depth === 0 || this.chance(0.55)) return this.one(leaves);
    const inner = depth - 1;
    const forms: readonly (() => string)[] = [
      () => `(${this.chain(inner)})`,
      () => this.list(inner),
      () => this.range(),
      () => `not(${this.chain(inner)})`,
      () =>
        `l[${this.chance(0.2) ? this.one(halves) : ''}${this.chance(0.4) ? 'item in ' : ''}${this.chain(inner)}]`,
      () => `count(${this.chain(inner)})`,
      () => `if ${this.chain(inner)} then ${this.chain(inner)} else ${this.chain(inner)}`,
      () => `{a: ${this.chain(inner)}}.a`,
      () =>
        `${this.one(['some', 'every'])} i in ${this.one(['l', '[1, 2]', 'days in all'])} satisfies i ${this.one(['in [2]', '> 1', '= 2'])} ${this.one(['and', 'or'])} ${this.chain(inner)}`,
      () => `for i in l return i + ${this.chain(inner)}`,
      () => `(${this.one(halves)}${this.operand(0)})${this.one(['', '.start', '.end', ''])}`,
    ];
    return this.one(forms)();
  }

  private list(depth: number): string {
    return `[${this.several(() => this.chain(depth === 0 ? 0 : depth - 1), 3)}]`;
  }

  /** Behind a name `[` may begin a filter; before a bracket that opens outwards a number ends the range. */
  private range(): string {
    const end = () => this.one(['0', '1', '2', '3', 'x', 'nothing', '-1', 'x + 1']);
    const close = this.one([']', ')', '[']);
    const high = close === '[' ? this.one(['0', '1', '2', '3']) : end();
    return `${this.one(['[', '(', ']'])}${end()}..${high}${close}`;
  }
}
