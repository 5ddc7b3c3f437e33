import { evaluate } from '@wuqing/expression';
import { instant, type Json } from '@wuqing/kernel';
import { feel } from './feel.js';

const valueOf = (text: string, scope: Record<string, Json> = {}): Json | string => {
  const hostFunctions = { twice: (n: Json) => Number(n) * 2 };
  const result = evaluate(feel(text).ast, (name) => scope[name], {
    now: instant(0),
    timeZone: 'UTC',
    hostFunctions,
  });
  return result.ok ? result.value : result.error.code;
};

describe('feel', () => {
  it.each<[string, Json]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['n >= 10 and not_set = null', true],
    ['n < 5 or n = 10', true],
    ['n != 10', false],
    ['"a" + "b"', 'ab'],
    ['= true', true],
    ['[1, n, "x"]', [1, 10, 'x']],
    ['[]', []],
    ['{ a: 1, b: n }', { a: 1, b: 10 }],
    ['if n > 5 then "big" else "small"', 'big'],
    ['twice(n) + twice(1)', 22],
    ['boom()', 'unknown-function'],
  ])('%s', (text, expected) => expect(valueOf(text, { n: 10 })).toEqual(expected));

  it('keeps the source without the equals sign', () => expect(feel('= n').source).toBe('n'));

  it.each(['', '1 +', '(1', '1 2', 'if a then b', '{ a }'])('"%s" is refused', (text) => {
    expect(() => feel(text)).toThrow(/^Expected/);
  });
});
