import { evaluate } from '@wuqing/expression';
import { instantOf, type Json } from '@wuqing/kernel';
import { parseExpression, parseUnaryTests, type FeelOptions } from './parse-expression.js';

const context = { now: instantOf('2026-08-24T02:00:00Z'), timeZone: 'Asia/Shanghai', hostFunctions: {} };
const scope: Readonly<Record<string, Json>> = {
  'Profit and Loss': 21,
  'tracking-id': 'a1',
  'days in weekend': ['saturday', 'sunday'],
  'first name': 'Li',
  "owner's share": 0.5,
  'price/unit': 8,
  '3rd + 4th quarter': 7,
  '2026 budget': 70,
  'C++': 1,
  'in a list': [1, 2],
  'true north': 3,
  'a.b': 1,
  'rate * 2': 3,
  '本年收入 和 支出-合计': 9,
  '金额（元）': 12,
  'not paid': true,
  'level 2': 4,
  'if any': 6,
  rate: 5,
  and: 11,
  person: { 'first-name': 'An', 'date of birth': '2000-01-01', 'in town': true, 'last name': 'Wu' },
  people: [{ 'tracking-id': 1 }, { 'tracking-id': 2 }],
};
const options: FeelOptions = {
  hostFunctionNames: [],
  variables: Object.keys(scope).filter((name) => name !== 'rate'),
  entries: ['first-name', 'date of birth', 'in town', 'tracking-id'],
};

function valueOf(source: string, given = options): Json {
  const parsed = parseExpression(source, given);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const result = evaluate(parsed.value, (name) => scope[name], context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('a name that is known is read whole', () => {
  it.each<[string, Json]>([
    ['Profit and Loss * 2', 42],
    ['2 * Profit  and\n Loss', 42],
    ['Profit and Loss > 20 and tracking-id = "a1"', true],
    ['starts with(tracking-id, "a")', true],
    ['tracking - id', 'a1'],
    ['for day in days in weekend return upper case(day)', ['SATURDAY', 'SUNDAY']],
    ['some day in days in weekend satisfies day = "sunday"', true],
    ['"sunday" in days in weekend', true],
    ['first name + "x"', 'Lix'],
    ['3rd + 4th quarter + 1', 8],
    ['2026 budget / 2026', 70 / 2026],
    ['C++ + 1', 2],
    ['for i in in a list return i', [1, 2]],
    ['2 in in a list', true],
    ['true north + 1', 4],
    ["owner's share * 2", 1],
    ['price/unit + 1', 9],
    ['price / unit + 1', 9],
    ['a.b + 1', 2],
    ['rate * 2 + 1', 4],
    ['本年收入 和 支出-合计 + 1', 10],
    ['金额（元） > 10', true],
    ['if not paid then level 2 else 0', 4],
    ['if any + 1', 7],
    ['level 2 ** 2', 16],
    ['person.first-name', 'An'],
    ['person.date of birth', '2000-01-01'],
    ['person.in town and true', true],
    ['people[tracking-id = 2].tracking-id', [2]],
    ['{net-worth: 5, b: net-worth + 1}.b', 6],
    ['{net-worth: 5}.net-worth', 5],
    ['(function(`tax-rate`) tax-rate)(2)', 2],
    ['(function(tax-rate, profit and loss: number) tax-rate * profit and loss)(2, 3)', 6],
    ['(function(tax-rate, b) tax-rate - b)(b: 1, tax-rate: 5)', 4],
    ['for net-worth in [1, 2] return net-worth + 1', [2, 3]],
    ['some profit and loss in [1, 2] satisfies profit and loss > 1', true],
  ])('%s is %j', (source, value) => expect(valueOf(source)).toEqual(value));

  it.each<[string, Json]>([
    ['`first name`', 'Li'],
    ['`Profit and Loss` * 2', 42],
    ['`tracking-id`', 'a1'],
    ['`3rd + 4th quarter` + 1', 8],
    ['`and` + 1', 12],
    ['person.`first-name`', 'An'],
    ['people[`tracking-id` = 2].`tracking-id`', [2]],
    ['for `a day` in `days in weekend` return `a day`', ['saturday', 'sunday']],
    ['{`net-worth`: 5, b: `net-worth` * 2}.b', 10],
    ['(function(`tax-rate`) `tax-rate` + 1)(2)', 3],
  ])('%s is %j without anybody who tells', (source, value) =>
    expect(valueOf(source, { hostFunctionNames: [] })).toEqual(value),
  );

  it.each(['``', '` `', '`a', 'a`b`', 'x.``'])('%s is refused', (source) =>
    expect(parseExpression(source, options).ok).toBe(false),
  );
});

describe('a name that is also an expression of known names is refused, with both readings', () => {
  it.each([
    [['a', 'b', 'a-b'], 'a-b', '名称「a-b」，或者算式 「a」 - 「b」'],
    [['a', 'b', 'a-b'], '1 + a - b', '「a」 - 「b」'],
    [['a', 'a-1'], 'a-1', '「a」 - 「1」'],
    [['a', 'a.b'], 'a.b', '「a」 . 「b」'],
    [['Profit', 'Loss', 'Profit and Loss'], 'Profit and Loss', '「Profit」 and 「Loss」'],
    [['day', 'weekend', 'day in weekend'], 'day in weekend', '「day」 in 「weekend」'],
    [['a b', 'c', 'a b*c'], 'a b*c', '「a b」 * 「c」'],
    [['收入', '支出', '收入-支出'], '收入-支出', '「收入」 - 「支出」'],
  ])('of %j: %s', (variables, source, readings) => {
    const parsed = parseExpression(source, { hostFunctionNames: [], variables });
    expect(!parsed.ok && parsed.error.message).toContain(readings);
  });

  it.each([
    [['a', 'a-b'], 'a-b', 'a-b'],
    [['a', 'a b'], 'a b', 'a b'],
    [['a', 'b', 'a-b'], '`a-b`', 'a-b'],
    [['a', 'a-b', 'a-b-c'], 'a-b-c', 'a-b-c'],
  ])('of %j: %s is the name', (variables, source, name) =>
    expect(parseExpression(source, { hostFunctionNames: [], variables })).toEqual({
      ok: true,
      value: { type: 'name', name },
    }),
  );

  it('brackets say that it is an expression', () =>
    expect(parseExpression('(a) - b', { hostFunctionNames: [], variables: ['a', 'b', 'a-b'] })).toMatchObject(
      {
        ok: true,
        value: { type: 'arithmetic' },
      },
    ));
});

describe('a name that is not known', () => {
  it.each([
    ['a-b', { type: 'arithmetic' }],
    ['village count', { type: 'name', name: 'village count' }],
    ['date and time + 1', { type: 'and' }],
  ])('%s is read by its signs', (source, ast) =>
    expect(parseExpression(source, { hostFunctionNames: [] })).toMatchObject({ ok: true, value: ast }),
  );

  it('is no function', () =>
    expect(parseExpression('rate(1)', { hostFunctionNames: [], variables: ['rate'] })).toMatchObject({
      ok: false,
      error: { message: '没有函数「rate」，请改用已有的函数。' },
    }));

  it('is read in a cell as in an expression', () =>
    expect(parseUnaryTests('> tracking-id, Profit and Loss', options)).toMatchObject({
      ok: true,
      value: { tests: [{ value: { name: 'tracking-id' } }, { value: { name: 'Profit and Loss' } }] },
    }));
});
