import type { Json, JsonObject } from '@wuqing/kernel';
import {
  boxedFunction,
  context,
  decision,
  inputData,
  invocation,
  knowledge,
  knows,
  service,
  takes,
} from './boxes.fixture.js';
import { said } from './decide.fixture.js';
import { dmnFile, requires, tableDecision, variable } from './decision-file.fixture.js';

const tax = knowledge('tax', ['amount: number'], 'amount * 0.1');
const band = knowledge(
  'price band',
  ['n'],
  tableDecision('t', { inputs: ['n'], rules: ['> 5 => "high"', '<= 5 => "low"'] }).replace(
    /^<decision[^>]*>|<\/decision>$/g,
    '',
  ),
);
const factorial = knowledge('factorial', ['n'], 'if n <= 1 then 1 else n * factorial(n - 1)');

describe('a business knowledge model', () => {
  it.each<[what: string, body: string, value: Json]>([
    ['is called with arguments in order', tax + decision('d', 'tax(n) + 1', knows('tax')), 11],
    ['is called with arguments by name', tax + decision('d', 'tax(amount: n)', knows('tax')), 10],
    ['is invoked from a box', tax + decision('d', invocation('tax', { amount: 'n' }), knows('tax')), 10],
    ['is a table', band + decision('d', 'price band(n)', knows('price-band')), 'high'],
    [
      'is a context',
      knowledge('f', ['a'], context({ b: 'a + 1', '': 'b * 2' })) + decision('d', 'f(n)', knows('f')),
      202,
    ],
    [
      'gives a function',
      knowledge('adder', ['a'], boxedFunction(['b'], 'a + b')) + decision('d', 'adder(n)(1)', knows('adder')),
      101,
    ],
    [
      'calls another',
      tax + knowledge('twice', ['x'], 'tax(x) * 2', knows('tax')) + decision('d', 'twice(n)', knows('twice')),
      20,
    ],
    ['calls itself', factorial + decision('d', 'factorial(5)', knows('factorial')), 120],
    [
      'takes a text as the date that its parameter asks for',
      knowledge('f', ['day: date'], 'day.year') + decision('d', 'f("2026-02-01")', knows('f')),
      2026,
    ],
    ['takes a list of one for its element', tax + decision('d', 'tax([n])', knows('tax')), 10],
    ['is a value', tax + decision('d', 'for x in [10, 20] return tax(x)', knows('tax')), [1, 2]],
    ['is handed on', tax + decision('d', '(function(f) f(n))(tax)', knows('tax')), 10],
    [
      'does not see the variables of its caller',
      knowledge('f', ['x'], 'x') + decision('d', context({ y: '1', '': 'f(null)' }), knows('f')),
      null,
    ],
  ])('%s', async (_what, body, value) => expect(await said(dmnFile(body), { n: 100 })).toEqual(value));

  it.each<[what: string, body: string, fault: string]>([
    [
      'an argument of another type',
      tax + decision('d', 'tax("a")', knows('tax')),
      'Expected parameter "amount" to be a number, found a string, in function "tax"',
    ],
    [
      'a result of another type',
      tax.replace('<variable name="tax"/>', variable('tax', 'string')) +
        decision('d', 'tax(1)', knows('tax')),
      'Expected the result of "tax" to be a string',
    ],
    [
      'recursion without end',
      knowledge('f', ['n'], 'f(n + 1)') + decision('d', 'f(1)', knows('f')),
      'at most 200',
    ],
    [
      'two that call each other without end',
      knowledge('f', ['n'], 'g(n)', knows('g')) +
        knowledge('g', ['n'], 'f(n)', knows('f')) +
        decision('d', 'f(1)', knows('f')),
      'at most 200',
    ],
  ])('faults by name: %s', async (_what, body, fault) => expect(await said(dmnFile(body))).toContain(fault));

  it.each<[what: string, body: string, problem: string]>([
    ['a call without the requirement', tax + decision('d', 'tax(1)'), '没有函数「tax」'],
    [
      'too many arguments',
      tax + decision('d', 'tax(1, 2)', knows('tax')),
      '函数「tax」要 1 个参数，这里写了 2 个',
    ],
    ['a parameter of another name', tax + decision('d', 'tax(sum: 1)', knows('tax')), '没有参数「sum」'],
    [
      'a binding of another name',
      tax + decision('d', invocation('tax', { sum: '1' }), knows('tax')),
      '要给出：amount',
    ],
    ['a binding that is missing', tax + decision('d', invocation('tax', {}), knows('tax')), '要给出：amount'],
    ['a call of input data', inputData('n') + decision('d', 'n(1)', takes('n')), '没有函数「n」'],
    [
      'what is neither a parameter nor known',
      knowledge('f', ['x'], 'x + rate') + decision('d', 'f(1)', knows('f')),
      'f 业务知识模型「f」用到「rate」',
    ],
    ['a name of FEEL’s own', knowledge('abs', ['x'], 'x') + decision('d', '1'), '与已有的函数同名'],
    ['a requirement of nothing', decision('d', '1', knows('f')), 'd 「d」依赖的「#f」不在这个文件里'],
    [
      'a syntax error',
      knowledge('f', ['x'], 'x +') + decision('d', 'f(1)', knows('f')) + decision('e', 'f(1)', knows('f')),
      'f 业务知识模型「f」有误',
    ],
    [
      'PMML',
      tax.replace('<encapsulatedLogic', '<encapsulatedLogic kind="PMML"') + decision('d', '1'),
      '外部函数（PMML）',
    ],
  ])('is refused by name, once: %s', async (_what, body, problem) => {
    const text = String(await said(dmnFile(body)));
    expect(text).toContain(problem);
    expect(text).not.toContain('|');
  });
});

describe('a decision service', () => {
  const inside =
    inputData('n: number') +
    decision('base', 'n * 10', takes('n') + variable('base', 'number')) +
    decision('extra', 'base + 1', requires('base') + variable('extra'));
  const whole = service('price of', {
    outputDecision: ['extra'],
    encapsulatedDecision: ['base'],
    inputData: ['in-n'],
  });
  const part = service('part', { outputDecision: ['extra'], inputDecision: ['base'] });
  const both = service('both', { outputDecision: ['extra', 'base'], inputData: ['in-n'] });

  it.each<[what: string, body: string, scope: JsonObject, value: Json]>([
    ['is called', whole + decision('d', 'price of(2)', knows('price-of')), {}, 21],
    ['is called by name', whole + decision('d', 'price of(n: 3)', knows('price-of')), {}, 31],
    ['takes decisions for given', part + decision('d', 'part(5)', knows('part')), {}, 6],
    [
      'gives several outputs by name',
      both + decision('d', 'both(1)', knows('both')),
      {},
      { extra: 11, base: 10 },
    ],
    [
      'hears nothing of its caller',
      whole + decision('d', 'price of(2) + n', knows('price-of') + takes('n')),
      { n: 100 },
      121,
    ],
    [
      'is called by a knowledge model',
      whole + knowledge('f', ['x'], 'price of(x)', knows('price-of')) + decision('d', 'f(1)', knows('f')),
      {},
      11,
    ],
  ])('%s', async (_what, body, scope, value) =>
    expect(await said(dmnFile(inside + body), scope)).toEqual(value),
  );

  it('asks for the types of what it is given, and has an output', async () => {
    const body = inside + whole + decision('d', 'price of("x")', knows('price-of'));
    expect(await said(dmnFile(body))).toContain('Expected parameter "n" to be a number');
    expect(await said(dmnFile(inside + service('s', {})))).toContain('没有输出决策');
    expect(await said(dmnFile(inside + service('s', { outputDecision: ['x'] })))).toContain(
      '「#x」不在这个文件里',
    );
  });
});
