import { parseExpression, parseUnaryTests } from './parse-expression.js';

const refusal = (source: string, inCell = false) => {
  const parsed = (inCell ? parseUnaryTests : parseExpression)(source, { hostFunctionNames: [] });
  return parsed.ok ? 'accepted' : `${parsed.error.position} ${parsed.error.message}`;
};

/** `^` stands before the sign where the half begins. */
const marked = (text: string): [source: string, position: number] => [
  text.replace('^', ''),
  text.indexOf('^'),
];

describe('half a comparison is refused at its sign, wherever a value belongs', () => {
  it.each(
    [
      ...[
        'x =^= 1',
        'x =^== 1',
        'x != ^= 1',
        'x !=^= 1',
        'x =^> 1',
        'x =^< 1',
        'x < ^= 1',
        'x <^> 1',
        'x > ^> 1',
      ],
      ...[
        'a and ^> 5',
        '^> 5 and a',
        'a or ^= 5',
        '1 + ^> 2',
        '^< 2 + 1',
        '-^> 1',
        '2 ** ^= 1',
        'x in l and ^> 5',
      ],
      ...['if ^> 5 then 1 else 2', 'if a then ^= 1 else 2', 'if a then 1 else ^= 2', '[^= 1]', '[1, ^> 2]'],
      ...[
        '{a: ^> 1}',
        '{a: 1, b: ^= a}',
        'count(^> 1)',
        'not(a =^= b)',
        'contains(string: ^= "a", match: "b")',
      ],
      ...[
        'some v in l satisfies v =^= 1',
        'some v in ^> 1 satisfies v',
        'for i in l return ^> i',
        'l[item =^= 1]',
      ],
      ...[
        'l[a and ^> 1]',
        'x between ^> 1 and 2',
        'x between 1 and ^< 2',
        '[^> 1..2]',
        '[1..^> 2]',
        'x in [1..^< 2]',
      ],
      ...[
        '(^> 1) + 1',
        '(^= 1) = x',
        'x = (^> 5)',
        '(^> 5) in l',
        'count((^> 1))',
        '[(^= 1)]',
        '{a: (^> 1)}',
      ],
      ...[
        'function(a) ^> a',
        'if (^> 5) then 1 else 2',
        '(^> 5) and a',
        '(^> 5).length',
        'x = [^< 1]',
        '[^< 1][1]',
      ],
      ...['x in [^< 1][1]', 'x in (^> 1 and < 5)', 'x in (1, ^> 1 or y)', 'x in > ^> 1', 'x in =^= 1'],
    ].map(marked),
  )('%s', (source, position) =>
    expect(refusal(source)).toMatch(new RegExp(`^${position} 这里只写了比较的一半，请写完整`)),
  );

  it.each(
    [
      ...['=^= 5', '=^> 5', '> ^= 5', '> ^> 5', '^> 2 and < 9', '^> 2 or x', '? =^= 5', '? > 2 and ^< 9'],
      ...['1, =^= 2', 'not(=^= 5)', 'not(^> 2 and < 9)', '^> 2 = true', 'count([^> 1])', '<^> 5', '!=^= 5'],
    ].map(marked),
  )('cell %s', (source, position) =>
    expect(refusal(source, true)).toMatch(new RegExp(`^${position} 这里只写了比较的一半，请写完整`)),
  );

  it.each([
    ['a == b', '判断相等只写一个 ='],
    ['a => b', '大于或等于写作 >='],
    ['a =< b', '小于或等于写作 <='],
    ['a <> b', '不等于写作 !='],
    ['a !== b', '不等于写作 !='],
  ])('%s: the sentence says what to write', (source, hint) => expect(refusal(source)).toContain(hint));

  it('a cell with two sides is told how both are written', () =>
    expect(refusal('> 2 and < 9', true)).toContain('? > 2 and ? < 9'));
});

describe('tests stay tests', () => {
  it.each([
    'x in > 1',
    'x in (> 1, < 0)',
    'x in [> 1, < 0]',
    'x in != 5',
    'l[> 2]',
    '(> 5).start',
    'before((> 5), 1)',
  ])('%s', (source) => expect(refusal(source)).toBe('accepted'));
  it.each(['> 5', '= 5', '!= 5', '> 5, < 2', '[> 1, 7]', '(> 5)', 'not(> 5)', '>= x + 1'])(
    'cell %s',
    (source) => expect(refusal(source, true)).toBe('accepted'),
  );
});

describe('signs of other languages are refused, with what to write', () => {
  it.each([
    ['a && b', '2 ', '写作 and'],
    ['a || b', '2 ', '写作 or'],
    ['!a', '0 ', '写作 not(…)'],
    ['a ? b : c', '2 ', 'if … then … else'],
    ['a % 2 = 0', '2 ', 'modulo'],
    ["a = 'x'", '4 ', '英文双引号'],
    ['not a', '0 ', 'not(approved)'],
    ['金额＞5', '2 ', '半角'],
    ['a = 1;', '5 ', '分号'],
    ['a = b ?: c', '6 ', 'if … then … else'],
    ['a ** b ! c', '7 ', ''],
    ['amount 5', '7 ', '看不懂'],
    ['1 < amount < 9', '11 ', '比较不能连写'],
    ['a in l > 2', '7 ', '比较不能连写'],
    ['for day in days in weekend return day', '11 ', '反引号'],
  ])('%s', (source, position, hint) => {
    const said = refusal(source);
    expect(said.startsWith(position)).toBe(true);
    expect(said).toContain(hint);
  });
});
