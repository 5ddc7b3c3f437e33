import { compileDecisions } from './compile-decisions.js';
import { entriesMax } from './compile-boxed.js';
import { compileModel, inputsMax, signedNamesMax } from './compile-model.js';
import { context, decision, inputData, item, knowledge, knows, takes } from './boxes.fixture.js';
import { said } from './decide.fixture.js';
import { dmnFile, literalDecision, requires, tableDecision, variable } from './decision-file.fixture.js';
import { dmnVersions } from './dmn-versions.js';

const dmn13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const problemsOf = async (xml: string): Promise<string[]> => {
  const result = await compileDecisions(xml, { hostFunctionNames: [] });
  return result.ok ? [] : result.error.map(({ elementId = '', message }) => `${elementId} ${message}`);
};

describe('the version of a file', () => {
  const body =
    item('tAmount', 'number', '>= 0') +
    inputData('n: tAmount') +
    knowledge('tax', ['x'], 'x * 0.1') +
    decision('base', context({ '': 'tax(n)' }), takes('n') + knows('tax')) +
    tableDecision('d', { inputs: ['base'], rules: ['> 5 => "high"', '<= 5 => "low"'] }, requires('base'));

  it.each(dmnVersions.map(({ name, namespace }) => [name, namespace]))(
    '%s is read',
    async (_name, namespace) => {
      expect(await said(dmnFile(body).replace(dmn13, namespace), { n: 100 })).toBe('high');
    },
  );

  it('is read under any prefix, with a diagram of any version', async () => {
    const prefixed = dmnFile(literalDecision('d', '1') + diagram('20230324'))
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1m:')
      .replaceAll('m:dmndi:', 'dmndi:')
      .replace('xmlns=', 'xmlns:m=');
    expect(await problemsOf(prefixed)).toEqual([]);
    for (const version of ['20180521', '20191111', '20230324'])
      expect(await problemsOf(dmnFile(literalDecision('d', '1') + diagram(version)))).toEqual([]);
  });

  const diagram = (version: string): string =>
    `<dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/${version}/DMNDI/"><dmndi:DMNDiagram id="g"><dmndi:DMNShape id="s" dmnElementRef="d"/></dmndi:DMNDiagram></dmndi:DMNDI>`;

  it('is no matter of the encoding that the text once had', async () => {
    const text = dmnFile(literalDecision('d', '1')).replace('UTF-8', 'GBK');
    expect(await problemsOf(text)).toEqual([]);
  });

  it('is named where it cannot be read, or has not the element', async () => {
    const later = dmnFile(literalDecision('d', '1')).replace('20191111', '20300101');
    expect(await problemsOf(later)).toEqual([
      ' 这个 DMN 版本（https://www.omg.org/spec/DMN/20300101/MODEL/）读不了，可以读 1.1 至 1.5，请另存后再上传。',
    ]);
    const next = dmnFile(literalDecision('d', '1')).replace('20191111', '20240513');
    expect(await problemsOf(next)).toEqual([expect.stringContaining('DMN 1.6 的文件读不了')]);
    const old = dmnFile(decision('d', '<filter/>')).replace(
      dmn13,
      'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    );
    expect(await problemsOf(old)).toEqual([expect.stringContaining('文件是 DMN 1.1')]);
  });

  it('has prefixes before the names of types in DMN 1.1', async () => {
    const old = dmnFile(
      item('tAmount', 'feel:number') + decision('d', '"x"', variable('d', 'own:tAmount')),
    ).replace(dmn13, 'http://www.omg.org/spec/DMN/20151101/dmn.xsd');
    expect(await said(old)).toContain('(tAmount) to be a number');
  });
});

it('whom a decision concerns is read and left aside', async () => {
  const units =
    '<performanceIndicator id="p" name="p"><impactingDecision href="#d"/></performanceIndicator><organizationUnit id="o" name="o"><decisionMade href="#d"/><decisionMade href="#d"/></organizationUnit>';
  expect(await problemsOf(dmnFile(literalDecision('d', '1', '<decisionMaker href="#o"/>') + units))).toEqual(
    [],
  );
});

describe('what is wrong is one problem', () => {
  it.each<[what: string, body: string, problem: RegExp]>([
    ['an expression without an id', decision('d', 'no such(1)'), /^d 决策「d」有误/],
    [
      'a table cell without an id',
      tableDecision('d', { rules: ['=> 1 +'] }),
      /^r1 决策「d」的规则1的结果1有误/,
    ],
    ['no logic', '<decision id="d" name="d"/>', /^d 决策「d」没有写决策表或表达式/],
    ['an empty expression', decision('d', ' '), /^d 决策「d」没有写决策表或表达式/],
    [
      'an empty expression with an id',
      '<decision id="d" name="d"><literalExpression id="e"/></decision>',
      /^e 决策/,
    ],
    [
      'another language',
      '<decision id="d" name="d"><literalExpression expressionLanguage="juel"><text>a(</text></literalExpression></decision>',
      /只能用 FEEL/,
    ],
    [
      'a hit policy',
      tableDecision('d', { hitPolicy: 'BEST', aggregation: 'SUM', rules: ['=> 1'] }),
      /命中策略「BEST」/,
    ],
    [
      'an aggregation',
      tableDecision('d', { hitPolicy: 'FIRST', aggregation: 'AVG', rules: ['=> 1'] }),
      /汇总方式「AVG」/,
    ],
    [
      'values that are no tests',
      tableDecision('d', { hitPolicy: 'PRIORITY', outputs: ['a = 1 2'], rules: ['=> 1'] }),
      /取值范围有误/,
    ],
    [
      'a circle of three',
      literalDecision('d', '1', requires('e')) +
        literalDecision('e', '1', requires('f')) +
        literalDecision('f', '1', requires('d')) +
        literalDecision('g', '1', requires('d')),
      /^d 决策的依赖绕回了自己/,
    ],
    [
      'a decision that another requires',
      literalDecision('d', 'e', requires('e')) + literalDecision('e', '1 +'),
      /^e-text/,
    ],
    [
      'an import',
      `<import name="lib" namespace="urn:x" importType="${dmn13}"/>` +
        literalDecision(
          'd',
          'lib.f(1)',
          '<variable name="d" typeRef="lib.tX"/><knowledgeRequirement><requiredKnowledge href="urn:x#f"/></knowledgeRequirement>',
        ),
      /import「lib」/,
    ],
    [
      'two results of one name behind two decisions',
      literalDecision('d', 'a + b', requires('a') + requires('b')) +
        literalDecision('a', 'x', requires('x1')) +
        literalDecision('b', 'x', requires('x2')) +
        literalDecision('x1', '1', variable('x')) +
        literalDecision('x2', '2', variable('x')),
      /结果同名（「x」）/,
    ],
    [
      'a misspelt attribute',
      literalDecision('d', '1', '<variable name="d" typeref="number"/>'),
      /^d 「InformationItem」没有属性「typeref」/,
    ],
    [
      'two expressions',
      decision('d', '1').replace(
        '</decision>',
        '<literalExpression><text>2</text></literalExpression></decision>',
      ),
      /^d 「decision」里有两个「literalExpression」/,
    ],
    ['two variables', literalDecision('d', '1', variable('a') + variable('b')), /里有两个「variable」/],
    ['two texts', decision('d', '1').replace('</text>', '</text><text>2</text>'), /里有两个「text」/],
  ])('%s', async (_what, body, problem) => {
    const problems = await problemsOf(dmnFile(body));
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it('is the language of the whole file where a cell does not say its own', async () => {
    const file = dmnFile(literalDecision('d', '1')).replace(
      ' id="file"',
      ' id="file" expressionLanguage="juel"',
    );
    expect(await problemsOf(file)).toEqual(['d-text 决策「d」用了「juel」，只能用 FEEL。']);
    const own = file.replace('<literalExpression ', '<literalExpression expressionLanguage="feel" ');
    expect(await problemsOf(own)).toEqual([]);
  });

  it('echoes no more than 80 characters of the file', async () => {
    const long = 'x'.repeat(5_000);
    const bodies = [
      literalDecision('d', '1', variable('v', long)),
      literalDecision('d', '1', requires(long)),
      tableDecision('d', { hitPolicy: long, rules: ['=> 1'] }),
      decision('d', '1', `<knowledgeRequirement><requiredKnowledge href="#${long}"/></knowledgeRequirement>`),
      `<${long}/>`,
      item('tA', long) + literalDecision('d', '1'),
      knowledge('f', ['a'], long) + literalDecision('d', '1'),
    ];
    for (const body of bodies)
      for (const problem of await problemsOf(dmnFile(body))) expect(problem.length).toBeLessThan(250);
  });
});

describe('a model', () => {
  it('refuses what is wrong, and what requires it, and nothing else', async () => {
    const body =
      literalDecision('right', '1') +
      literalDecision('wrong', '1 +') +
      literalDecision('above', 'wrong', requires('wrong')) +
      knowledge('f', ['x'], 'x + 1') +
      knowledge('g', ['x'], 'x +') +
      decision('calls', 'f(1)', knows('f')) +
      decision('errs', 'g(1)', knows('g'));
    const model = await compileModel(dmnFile(body), { hostFunctionNames: [] });
    if (!model.ok) throw new Error('Expected a model');
    const { decisions, functions, problems } = model.value;
    expect(decisions.map(({ id, compiled }) => [id, compiled.ok])).toEqual([
      ['right', true],
      ['wrong', false],
      ['above', false],
      ['calls', true],
      ['errs', false],
    ]);
    expect(functions.map(({ name, compiled }) => [name, compiled.ok])).toEqual([
      ['f', true],
      ['g', false],
    ]);
    expect(problems).toHaveLength(2);
  });

  it('bounds what is nested and how much there is', async () => {
    const deep = '<list>'.repeat(100) + '</list>'.repeat(100);
    expect(await problemsOf(dmnFile(decision('d', deep)))).toEqual([
      expect.stringContaining('嵌套超过 64 层'),
    ]);
    const entries = Object.fromEntries(Array.from({ length: entriesMax + 1 }, (_, at) => [`a${at}`, '1']));
    expect(await problemsOf(dmnFile(decision('d', context(entries))))).toEqual([
      expect.stringContaining('超过 200 项'),
    ]);
    const signed = Object.fromEntries(
      Array.from({ length: signedNamesMax + 1 }, (_, at) => [`a-${at}`, 'number']),
    );
    expect(await problemsOf(dmnFile(item('tA', signed) + decision('d', '1')))).toEqual([
      expect.stringContaining('超过 500 个'),
    ]);
    const inputs = Array.from({ length: inputsMax + 1 }, (_, at) => inputData(`a${at}`)).join('');
    expect(await problemsOf(dmnFile(inputs + decision('d', '1')))).toEqual([
      expect.stringContaining('超过 500 个输入数据'),
    ]);
    const chain = Array.from({ length: 5_000 }, (_, at) =>
      literalDecision(`d${at}`, '1', requires(`d${at + 1}`)),
    );
    expect(await problemsOf(dmnFile(chain.join('')))).toEqual([expect.stringContaining('请拆分')]);
  });
});
