import fc from 'fast-check';
import { findMatch } from './match-pattern.js';
import { compilePattern, type PatternProgram } from './pattern-program.js';

const programOf = (pattern: string, flags = ''): PatternProgram => {
  const program = compilePattern(pattern, flags);
  if (typeof program === 'string') throw new Error(program);
  return program;
};

function ours(
  pattern: string,
  text: string,
  flags = '',
): { places: readonly number[] | null; steps: number } {
  let steps = 0;
  const places = findMatch(programOf(pattern, flags), Array.from(text), 0, (more) => {
    steps += more;
  });
  return { places, steps };
}

/** Start and end of the match and of its groups, by JavaScript's own machine. */
function theirs(pattern: string, text: string, flags: string): readonly number[] | null {
  const match = new RegExp(pattern, `du${flags}`).exec(text);
  return match ? (match.indices ?? []).flatMap((pair) => pair ?? [-1, -1]) : null;
}

const characters = fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '.', '\\w', '(?:b)');
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    characters,
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(characters, fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?'))
      .map((parts) => parts.join('')),
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `^${inner}`),
    tie('pattern').map((inner) => `${inner}$`),
    tie('pattern').map((inner) => `${inner}\\b`),
  ),
}));

it('finds what a backtracking machine finds, groups included', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, fc.constantFrom('', 'i', 's', 'm'), (source, input, flags) => {
      expect(ours(source, input, flags).places).toEqual(theirs(source, input, flags));
    }),
    { numRuns: 2_000 },
  );
});

describe('time', () => {
  it.each([
    ['(a+)+$', `${'a'.repeat(5_000)}b`],
    ['(a|a)*b', 'a'.repeat(5_000)],
    ['(a*)*b', 'a'.repeat(5_000)],
    ['(.*a){20}', 'a'.repeat(5_000)],
    ['(x+x+)+y', 'x'.repeat(5_000)],
  ])('of %s grows with the text only', (source, text) => {
    const half = ours(source, text.slice(text.length / 2)).steps;
    expect(ours(source, text).steps).toBeLessThan(2.2 * half + 100);
  });
});

describe('a text that is no pattern', () => {
  it.each([
    ['(a', 'Expected ")"'],
    ['a)', 'Expected no ")"'],
    ['*a', 'Expected something to repeat'],
    ['^*', 'Expected something to repeat'],
    ['a**', 'Expected one quantifier'],
    ['a++', 'Expected one quantifier'],
    ['a{2,1}', 'ascending'],
    ['a{9999}', 'at most 1000'],
    ['a{x}', 'Expected {n}'],
    ['a{2', 'Expected more'],
    ['[]', 'between "[" and "]"'],
    ['[b-a]', 'ascending range'],
    ['[a', 'Expected more'],
    ['[a[b]]', 'inside of a class'],
    ['(?=a)', 'look-around'],
    ['(?<n>a)', 'look-around'],
    ['(a)\\1', 'back reference'],
    ['\\q', 'known escape'],
    ['\\p{Nope}', 'category or a script'],
    ['\\p{IsNope}', 'known property'],
    ['\\', 'Expected more'],
    ['a'.repeat(1_001), 'at most 1000 characters'],
    ['(?:(?:a{100}){100}){100}', 'at most 2000 steps'],
    ['('.repeat(51) + ')'.repeat(51), 'at most 50'],
    ['(?:'.repeat(60) + ')'.repeat(60), 'nested at most 50'],
  ])('%s', (source, reason) => expect(compilePattern(source, '')).toContain(reason));

  it('is one that knows no such flag', () => expect(compilePattern('a', 'g')).toContain('Expected flags'));
  it('is not the empty repetition of nothing', () =>
    expect(ours('(?:(?:(?:){1000}){1000}){1000}', 'a').places).toEqual([0, 0]));
});
