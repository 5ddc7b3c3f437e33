import { parseExpression, parseUnaryTests } from './parse-expression.js';

const refusal = (source: string, inCell = false) => {
  const parsed = (inCell ? parseUnaryTests : parseExpression)(source, { hostFunctionNames: [] });
  return parsed.ok ? 'accepted' : `${parsed.error.position} ${parsed.error.message}`;
};

/** `^` stands where the refusal points. */
const at = (text: string): [source: string, position: number] => [text.replace('^', ''), text.indexOf('^')];

describe('a value beside a condition is refused: it was to be compared too', () => {
  it.each([
    'grade = "A" or ^"B"',
    'grade = "A" or grade = "B" or ^"C"',
    '^"A" or grade = "B"',
    'n > 1 and ^9',
    'n in [1, 2] or ^3',
    'n between 1 and 2 or ^3',
    '(grade = "A") or ^"B"',
    'some x in l satisfies x = 1 or ^-2',
    'if n = 1 or ^2 then 3 else 4',
    'l[item = 1 or ^2]',
    '^"A" or "B"',
  ])('%s', (text) => {
    const [source, position] = at(text);
    expect(refusal(source)).toMatch(new RegExp(`^${position} and 和 or 的两边`));
  });

  it.each(['^"A" or "B"', '? = 1 or ^2', 'approved and ^"A"', 'not(? = "A" or ^"B")'])(
    'in a cell: %s',
    (text) => {
      const [source, position] = at(text);
      expect(refusal(source, true)).toMatch(new RegExp(`^${position} and 和 or 的两边`));
    },
  );

  it.each([
    'a or b',
    'true and null',
    'a = 1 or b',
    'x = "A" or f.y',
    'false and "text"',
    'a or count(l) = 1',
  ])('%s is read', (source) => expect(refusal(source)).toBe('accepted'));
});

describe('not(…) around a value, where its answer can only be null, is refused', () => {
  it.each(['x in ^not(3)', 'x in (^not("a"))', 'x in (1, ^not([1..3]))', 'x in ^not([1, 2])'])(
    '%s',
    (text) => {
      const [source, position] = at(text);
      expect(refusal(source)).toMatch(new RegExp(`^${position} 这里的 not`));
    },
  );

  it.each(['not(^not("A"))', '^not(1) or approved', '? = 1 or ^not(2)'])('in a cell: %s', (text) => {
    const [source, position] = at(text);
    expect(refusal(source, true)).toMatch(new RegExp(`^${position} 这里的 not`));
  });

  it('is read where it has an answer', () => {
    expect(refusal('x in not(a)')).toBe('accepted');
    expect(refusal('x in (not(a = 1), 2)')).toBe('accepted');
    for (const cell of ['not("A", "B")', 'not([1..3])', 'not(?) or a', 'not(> 3)'])
      expect(refusal(cell, true)).toBe('accepted');
  });
});

describe('what is written twice under one name is refused', () => {
  it.each([
    '{a: 1, ^a: 2}',
    '{a: 1, ^"a": 2}',
    '{a b: 1, ^`a  b`: 2}',
    'function(a, ^a) a',
    'substring(string: "x", ^string: "y", start position: 1)',
    '{f: function(a, b) a, r: f(a: 1, ^a: 2)}',
  ])('%s', (text) => {
    const [source, position] = at(text);
    expect(refusal(source)).toMatch(new RegExp(`^${position} .*两次`));
  });
});

it.each(['9007199254740993', 'id = 410123199001011235', '-12345678901234567'])(
  'a whole number whose last digits would be lost is refused: %s',
  (source) => expect(refusal(source)).toContain('末几位会丢失'),
);

it.each(['9007199254740992', '100000000000000000000', '0.12345678901234567', '123456789012345'])(
  'other numbers are read: %s',
  (source) => expect(refusal(source)).toBe('accepted'),
);
