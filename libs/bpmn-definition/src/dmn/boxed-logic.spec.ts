import type { Json, JsonObject } from '@wuqing/kernel';
import {
  boxedFunction,
  context,
  decision,
  inputData,
  invocation,
  list,
  literal,
  relation,
  takes,
} from './boxes.fixture.js';
import { compileDecisions } from './compile-decisions.js';
import { said } from './decide.fixture.js';
import { dmnFile, tableDecision } from './decision-file.fixture.js';

const table = tableDecision('t', { inputs: ['n'], rules: ['> 5 => "多"', '<= 5 => "少"'] }).replace(
  /^<decision[^>]*>|<\/decision>$/g,
  '',
);

describe('a box', () => {
  it.each<[what: string, logic: string, scope: JsonObject, value: Json]>([
    ['a context with a result', context({ net: 'n * 2', '': 'net + 1' }), { n: 2 }, 5],
    ['a context of entries', context({ a: '1', b: 'a + 1' }), {}, { a: 1, b: 2 }],
    ['a context whose entry hides a variable', context({ n: '5', '': 'n' }), { n: 2 }, 5],
    ['an entry that is converted', context({ 'day: date': '"2026-01-31"', '': 'day.month' }), {}, 1],
    ['a context in a context', context({ a: context({ b: 'n' }), '': 'a.b' }), { n: 3 }, 3],
    ['a table in a context', context({ size: table, '': 'size + "!"' }), { n: 9 }, '多!'],
    ['names with key words', context({ 'profit and loss': '7', '': 'profit and loss * 2' }), {}, 14],
    ['a list', list('n', 'n + 1', context({ a: '1' })), { n: 1 }, [1, 2, { a: 1 }]],
    ['an empty list', list(), {}, []],
    [
      'a relation',
      relation(['a: number', 'b'], ['1', '"x"'], ['2', 'n']),
      { n: 5 },
      [
        { a: 1, b: 'x' },
        { a: 2, b: 5 },
      ],
    ],
    ['a function', context({ f: boxedFunction(['x'], 'x + n'), '': 'f(1)' }), { n: 2 }, 3],
    [
      'a function called by name',
      context({ f: boxedFunction(['x', 'y'], 'x - y'), '': 'f(y: 1, x: 5)' }),
      {},
      4,
    ],
    [
      'an invocation',
      context({ f: boxedFunction(['x', 'y'], 'x - y'), '': invocation('f', { y: '1', x: 'n' }) }),
      { n: 3 },
      2,
    ],
    ['a function in a table', context({ f: boxedFunction(['n'], table), '': 'f(9) + f(1)' }), {}, '多少'],
    [
      'an invocation of a function with other parameters',
      context({ f: boxedFunction(['x'], 'x'), '': invocation('f', { z: '1' }) }),
      {},
      null,
    ],
  ])('%s', async (_what, logic, scope, value) =>
    expect(await said(dmnFile(decision('d', logic)), scope)).toEqual(value),
  );

  it.each<[what: string, logic: string, fault: string]>([
    [
      'an entry of another type',
      context({ 'a: number': '"x"' }),
      'Expected entry "a" to be a number, found a string',
    ],
    ['a cell of another type', relation(['a: number'], ['"x"']), 'Expected column "a" to be a number'],
    [
      'an argument of another type',
      context({ f: boxedFunction(['x: number'], 'x'), '': 'f("y")' }),
      'Expected parameter "x" to be a number, found a string',
    ],
    ['a function without end', context({ f: boxedFunction(['g'], 'g(g)'), '': 'f(f)' }), 'at most 200'],
  ])('faults by name: %s', async (_what, logic, fault) =>
    expect(await said(dmnFile(decision('d', logic)))).toContain(fault),
  );

  it.each<[what: string, logic: string, problem: string]>([
    [
      'an entry without a name before the last',
      '<context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry><contextEntry><variable name="a"/><literalExpression><text>1</text></literalExpression></contextEntry></context>',
      '第 1 项没有名称',
    ],
    [
      'an entry without a value',
      '<context><contextEntry id="e"><variable name="a"/></contextEntry></context>',
      'e 决策「d」的「a」没有写',
    ],
    ['a context of nothing', '<context id="c"/>', 'c 决策「d」没有写内容'],
    ['a row that is too short', relation(['a', 'b'], ['1']), '第 1 行的格数与列数不符'],
    ['two columns of one name', relation(['a', 'a'], ['1', '2']), '两列同名'],
    ['two parameters of one name', boxedFunction(['a', 'a'], '1'), '两个参数同名'],
    [
      'an external function',
      boxedFunction(['a'], '1').replace('<functionDefinition', '<functionDefinition kind="Java"'),
      '外部函数（Java）',
    ],
    ['a fault in a box', context({ f: list('1 +') }), '「f」的第 1 项有误'],
    ['an invocation of nothing', invocation('foo', {}), '调用的「foo」不是它所依赖的'],
    [
      'an argument twice',
      context({
        f: boxedFunction(['x'], 'x'),
        '': invocation('f', { x: '1' }).replace(
          '</invocation>',
          '<binding><parameter name="x"/><literalExpression><text>1</text></literalExpression></binding></invocation>',
        ),
      }),
      '给了两次',
    ],
    ['imported values', '<literalExpression id="l"><importedValues/></literalExpression>', '外部导入的值'],
  ])('is refused by name, once: %s', async (_what, logic, problem) => {
    const text = String(await said(dmnFile(decision('d', logic))));
    expect(text).toContain(problem);
    expect(text).not.toContain('|');
  });

  it('gives functions and ranges to the decisions that require it, and null to JSON', async () => {
    const body =
      decision(
        'd',
        'f(2)',
        '<informationRequirement><requiredDecision href="#f"/></informationRequirement>',
      ) +
      decision('f', boxedFunction(['x'], 'x + n'), takes('n')) +
      inputData('n: number');
    expect(await said(dmnFile(body), { n: 1 })).toBe(3);
    expect(await said(dmnFile(body), { n: 1 }, 'f')).toBeNull();
  });
});

describe('boxes of DMN 1.4', () => {
  const file = (logic: string, version = '20211108'): string =>
    dmnFile(decision('d', logic)).replace('20191111', version);
  const conditional = (...parts: readonly [string, string, string]): string =>
    `<conditional><if>${literal(parts[0])}</if><then>${literal(parts[1])}</then><else>${literal(parts[2])}</else></conditional>`;
  const iteration = (tag: string, over: string, body: string): string => {
    const inner = tag === 'for' ? 'return' : 'satisfies';
    return `<${tag} iteratorVariable="x"><in>${literal(over)}</in><${inner}>${literal(body)}</${inner}></${tag}>`;
  };
  const filter = (over: string, match: string): string =>
    `<filter><in>${literal(over)}</in><match>${literal(match)}</match></filter>`;

  it.each<[logic: string, scope: JsonObject, value: Json]>([
    [conditional('n > 1', '"a"', table), { n: 2 }, 'a'],
    [conditional('n > 1', '"a"', table), { n: 1 }, '少'],
    [conditional('null', '1', '2'), {}, 2],
    [iteration('for', 'n', 'x * 2'), { n: [1, 2] }, [2, 4]],
    [iteration('for', 'n', 'x + count(partial)'), { n: [1, 1, 1] }, [1, 2, 3]],
    [iteration('for', 'null', 'x'), {}, null],
    [iteration('for', list('1', '2'), context({ y: 'x' })), {}, [{ y: 1 }, { y: 2 }]],
    [iteration('some', 'n', 'x > 1'), { n: [1, 2] }, true],
    [iteration('every', 'n', 'x > 1'), { n: [1, 2] }, false],
    [iteration('every', 'n', 'x > 1'), { n: [2, null] }, null],
    [iteration('some', 'n', 'x > partial'), { n: [1, 2], partial: 1 }, true],
    [filter('n', 'item > 1'), { n: [1, 2, 3] }, [2, 3]],
    [filter('n', 'a > 1'), { n: [{ a: 1 }, { a: 2 }] }, [{ a: 2 }]],
    [filter('null', 'true'), {}, null],
  ])('%s', async (logic, scope, value) => expect(await said(file(logic), scope)).toEqual(value));

  it.each([
    ['for', ['n']],
    ['some', ['n', 'partial']],
    ['every', ['n', 'partial']],
  ])('%s reads %j: the results so far are known to for alone', async (tag, reads) => {
    const compiled = await compileDecisions(file(iteration(tag, 'n', 'x = partial')), {
      hostFunctionNames: [],
    });
    expect(compiled.ok && compiled.value['d']?.reads).toEqual(reads);
  });

  it('are read in DMN 1.5, and refused by name in DMN 1.3', async () => {
    const logic = conditional('true', '1', '2');
    expect(await said(file(logic, '20230324'))).toBe(1);
    expect(await said(file(logic, '20191111'))).toMatch(/元素「dmn:Conditional」（文件是 DMN 1.3）/);
  });

  it('miss no part in silence', async () => {
    expect(await said(file('<conditional><if/></conditional>'))).toContain('的 if没有写');
    expect(await said(file('<for><in/></for>'))).toContain('循环变量没有名称');
  });
});
