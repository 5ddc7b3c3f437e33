import { evaluate } from '@wuqing/expression';
import { instantOf } from '@wuqing/kernel';
import fc from 'fast-check';
import { expressionLengthMax, parseExpression, parseUnaryTests } from './parse-expression.js';

const hostFunctionNames = ['add working days', 'is provisional'];
const parse = (source: string) => parseExpression(source, { hostFunctionNames });
const literal = (value: unknown) => ({ type: 'literal', value });
const name = (text: string) => ({ type: 'name', name: text });

describe('an expression that is allowed', () => {
  it.each<[string, unknown]>([
    ['amount  >= 5000', { type: 'compare', operator: '>=', left: name('amount'), right: literal(5000) }],
    ['village  count', name('village count')],
    [
      'add working days(from, 5)',
      { type: 'call', function: 'add working days', arguments: [name('from'), literal(5)] },
    ],
    ['is provisional(day)', { type: 'call', function: 'is provisional', arguments: [name('day')] }],
    ['date and  time("x")', { type: 'call', function: 'date and time', arguments: [literal('x')] }],
    ['@"P1D"', { type: 'call', function: '@', arguments: [literal('P1D')] }],
    ['/* why */ 1 // because', literal(1)],
    ['-3', literal(-3)],
    [
      'substring(length: 2, string: "abc", start position: 1)',
      { type: 'call', function: 'substring', arguments: [literal('abc'), literal(1), literal(2)] },
    ],
    [
      'number(from: "1", decimal separator: ".")',
      { type: 'call', function: 'number', arguments: [literal('1'), literal(null), literal('.')] },
    ],
    [
      'l[> 2]',
      {
        type: 'filter',
        of: name('l'),
        condition: { type: 'compare', operator: '>', left: name('item'), right: literal(2) },
      },
    ],
    [
      'x in ]1..3]',
      {
        type: 'in',
        value: name('x'),
        tests: [
          {
            type: 'range',
            low: literal(1),
            high: literal(3),
            lowIncluded: false,
            highIncluded: true,
            bounded: true,
          },
        ],
      },
    ],
  ])('%s', (source, ast) => expect(parse(source)).toEqual({ ok: true, value: ast }));
});

describe('unary tests', () => {
  const tests = (source: string) => parseUnaryTests(source, { hostFunctionNames });
  const tested = name('?');
  const among = (...all: unknown[]) => ({ type: 'in', value: tested, tests: all });

  it.each<[string, unknown]>([
    ['-', null],
    ['', null],
    ['"a", null', among(literal('a'), literal(null))],
    ['> 5', among({ type: 'unary', operator: '>', value: literal(5) })],
    ['not(1)', { type: 'call', function: 'not', arguments: [among(literal(1))] }],
    ['even(?)', { type: 'call', function: 'even', arguments: [tested] }],
    [
      '1, ? > 5',
      {
        type: 'or',
        left: among(literal(1)),
        right: { type: 'compare', operator: '>', left: tested, right: literal(5) },
      },
    ],
  ])('%s', (source, ast) => expect(tests(source)).toEqual({ ok: true, value: ast }));

  it.each([
    ['1..3', 1],
    ['foo(?)', 0],
    ['> ', 2],
  ])('%s is refused', (source, position) =>
    expect(tests(source)).toMatchObject({ ok: false, error: { position } }),
  );
});

describe('an expression that is refused', () => {
  it.each<[string, number, string]>([
    ['', 0, '还没有写完'],
    ['1 +', 3, '还没有写完'],
    ['if x then 1', 11, '还没有写完'],
    ['[1, 2', 5, '还没有写完'],
    ['1 2', 2, '看不懂'],
    ['foo(1)', 0, '没有函数「foo」'],
    ['{a: 1, "a": 2}', 7, '「a」写了两次'],
    ['no such function(1)', 0, '没有函数「no such function」'],
    ['random number()', 0, '不支持函数「random number」：随机数'],
    ['uuid()', 0, '不支持函数「uuid」'],
    ['put({}, "a", 1)', 0, '请改用 context put'],
    ['matches("a", "(a)\\1")', 0, '正则表达式不能用：Expected no back reference'],
    ['replace("a", "(?=a)", "b")', 0, '正则表达式不能用'],
    ['constructor()', 0, '没有函数「constructor」'],
    ['contains("a")', 0, '要 2 个参数'],
    ['substring("a")', 0, '要 2 至 3 个参数'],
    ['sum()', 0, '要 至少 1 个参数'],
    ['substring(text: "a", start position: 1)', 10, '没有参数「text」'],
    ['add working days(date: 1, n: 2)', 17, '按顺序写'],
    ['sort(l, function(a, b) external {})', 8, '请写成'],
    ['sort(l, function(a: money, b) a < b)', 20, '不认识类型「money」'],
    ['x instance of function<number>', 30, '还没有写完'],
    ['insert before(list: [1], place: 1)', 25, '没有参数「place」，可用：list、position、newItem'],
    ['?', 0, '不能使用「?」'],
    ['> 5', 0, '请写完整'],
    ['[1..5]', 0, '请写完整'],
    ['x instance of list<money>', 19, '不认识类型「money」'],
    ['1e999', 0, '太大'],
    [`${'('.repeat(400)}1${')'.repeat(400)}`, 150, '嵌套太深'],
    ['1'.repeat(expressionLengthMax + 1), expressionLengthMax, '太长'],
    [`[${'1,'.repeat(1_000)}1]`, 1999, '太大'],
  ])('%.60s', (source, position, message) => {
    const result = parse(source);
    expect(result).toMatchObject({ ok: false, error: { position } });
    expect(!result.ok && result.error.message).toContain(message);
  });
});

const words = fc.constantFrom(
  ...'( ) [ ] { } , . .. : = != < > + - * / ** and or not if then else for in return some every satisfies between'.split(
    ' ',
  ),
  ...'x item null true 1 2.5 "a" date duration( @"P1D" sort( function( count( 1..1000000 instance of ? ` // /*'.split(
    ' ',
  ),
);

describe('names that the surrounding binds', () => {
  const names = ['Profit and Loss', 'tracking-id', 'rate', 'monthly rate of a loan'];
  it.each<[string, unknown]>([
    [
      'Profit and Loss * 2',
      { type: 'arithmetic', operator: '*', left: name('Profit and Loss'), right: literal(2) },
    ],
    ['tracking-id', name('tracking-id')],
    ['rate(1)', { type: 'invoke', target: name('rate'), arguments: [literal(1)] }],
    [
      'monthly rate of a loan(1, rate)',
      { type: 'invoke', target: name('monthly rate of a loan'), arguments: [literal(1), name('rate')] },
    ],
  ])('%s', (source, ast) =>
    expect(parseExpression(source, { hostFunctionNames, names })).toEqual({ ok: true, value: ast }),
  );
});

describe('random text', () => {
  const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };

  it.each([
    ['characters', fc.string({ maxLength: 60, unit: 'binary' })],
    ['words', fc.array(words, { maxLength: 20 }).map((parts) => parts.join(' '))],
  ])('of %s is answered: refused with a position inside it, or evaluated', (_kind, text) => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parse(source);
        if (!parsed.ok) {
          expect(parsed.error.position).toBeLessThanOrEqual(source.length);
          return;
        }
        const result = evaluate(parsed.value, () => [1, 2, 3], context);
        expect(result.ok ? JSON.stringify(result.value) : result.error.code).toEqual(expect.any(String));
      }),
      { numRuns: 1_000 },
    );
  });
});
