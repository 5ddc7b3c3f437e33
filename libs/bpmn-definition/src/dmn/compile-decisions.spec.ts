import { compileDecisions } from './compile-decisions.js';
import { decisionsMax } from './compile-model.js';
import { dmnFile, literalDecision, requires, tableDecision, variable } from './decision-file.fixture.js';

const problemsOf = async (xml: string): Promise<string[]> => {
  const result = await compileDecisions(xml, { hostFunctionNames: ['add working days'] });
  return result.ok
    ? []
    : result.error.map(({ rule, elementId, message }) => `${rule} ${elementId ?? ''}: ${message}`);
};

describe('a file that is refused', () => {
  it.each<[name: string, xml: string, problem: string]>([
    ['not XML', 'a', 'well-formed-xml'],
    ['not DMN', '<a/>', '文件不是 DMN'],
    ['DMN of a year to come', dmnFile('').replace('20191111', '20990101'), '这个 DMN 版本'],
    ['no decision', dmnFile(''), '文件里没有决策'],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${dmnFile('')}`, 'document-type'],
    ['an unknown element', dmnFile(`${literalDecision('d', '1')}<foo/>`), 'dmn:Foo'],
    ['a duplicate id', dmnFile(literalDecision('d', '1') + literalDecision('d', '1')), '编号「d」重复'],
    ['a requirement of nothing', dmnFile(literalDecision('d', '1', requires('x'))), 'dangling-reference d'],
    [
      'a circle',
      dmnFile(literalDecision('d', '1', requires('e')) + literalDecision('e', '1', requires('d'))),
      'decision-cycle d: 决策的依赖绕回了自己（「e」、「d」）',
    ],
    ['a decision without logic', dmnFile('<decision id="d" name="d"/>'), '没有写决策表或表达式'],
    [
      'a business knowledge model that says nothing',
      dmnFile(`${literalDecision('d', '1')}<businessKnowledgeModel id="k" name="k"/>`),
      '业务知识模型「k」没有写内容',
    ],
    ['a syntax error', dmnFile(literalDecision('d', '1 +')), 'decision-expression d-text: 决策「d」有误'],
    [
      'an unknown function',
      dmnFile(tableDecision('d', { inputs: ['a'], rules: ['foo(?) => 1'] })),
      '没有函数「foo」',
    ],
    ['? outside tests', dmnFile(tableDecision('d', { rules: ['=> ?'] })), '规则1的结果1有误'],
    [
      'an unknown type',
      dmnFile(tableDecision('d', { inputs: ['a: money'], rules: ['1 => 1'] })),
      '类型「money」不认识',
    ],
    [
      'an unknown hit policy',
      dmnFile(tableDecision('d', { hitPolicy: 'BEST', rules: ['=> 1'] })),
      '命中策略「BEST」不认识',
    ],
    [
      'an aggregation of FIRST',
      dmnFile(tableDecision('d', { hitPolicy: 'FIRST', aggregation: 'SUM', rules: ['=> 1'] })),
      '只有命中策略 COLLECT',
    ],
    [
      'an aggregation of two columns',
      dmnFile(
        tableDecision('d', {
          hitPolicy: 'COLLECT',
          aggregation: 'SUM',
          outputs: ['a', 'b'],
          rules: ['=> 1|2'],
        }),
      ),
      '不能汇总',
    ],
    [
      'priorities without values',
      dmnFile(tableDecision('d', { hitPolicy: 'PRIORITY', rules: ['=> 1'] })),
      '其顺序就是优先级',
    ],
    [
      'priorities of a range',
      dmnFile(tableDecision('d', { hitPolicy: 'PRIORITY', outputs: ['a = [1..5]'], rules: ['=> 1'] })),
      '要逐个列出',
    ],
    [
      'nameless outputs',
      dmnFile(tableDecision('d', { outputs: ['a', 'a'], rules: ['=> 1|2'] })),
      '每列要有不同的名称',
    ],
    [
      'a short rule',
      dmnFile(tableDecision('d', { inputs: ['a', 'b'], rules: ['1 => 1'] })),
      '格数与列数不符',
    ],
    [
      'another language',
      dmnFile(
        literalDecision('d', '1').replace(
          '<literalExpression',
          '<literalExpression expressionLanguage="juel"',
        ),
      ),
      '只能用 FEEL',
    ],
    [
      'two results of one name',
      dmnFile(
        literalDecision('d', '1', requires('e') + requires('f')) +
          literalDecision('e', '1', variable('x')) +
          literalDecision('f', '1', variable('x')),
      ),
      '结果同名',
    ],
    [
      'too many decisions',
      dmnFile(Array.from({ length: decisionsMax + 1 }, (_, at) => literalDecision(`d${at}`, '1')).join('')),
      '请拆分',
    ],
  ])('%s', async (_name, xml, problem) => expect((await problemsOf(xml)).join('\n')).toContain(problem));
});

it('takes functions of the host, input data and item definitions', async () => {
  const body = `<itemDefinition name="level"><typeRef>string</typeRef></itemDefinition><inputData id="i" name="i"/>${tableDecision('d', { inputs: ['add working days(a, 1): level'], rules: ['- => 1'] }, '<informationRequirement><requiredInput href="#i"/></informationRequirement>')}`;
  expect(await problemsOf(dmnFile(body))).toEqual([]);
});

it('keeps the version tag by which business rule tasks bind', async () => {
  const tagged = dmnFile(
    literalDecision(
      'd',
      '1',
      '<extensionElements><zeebe:versionTag xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" value="1.0"/></extensionElements>',
    ) + literalDecision('e', '1'),
  );
  const result = await compileDecisions(tagged, { hostFunctionNames: [] });
  expect(result.ok && [result.value['d']?.versionTag, result.value['e']?.versionTag]).toEqual([
    '1.0',
    undefined,
  ]);
});
