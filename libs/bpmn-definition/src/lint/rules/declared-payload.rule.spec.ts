import { compile } from '../../compile/compile.js';
import { around, drawing, findingsOf, node } from '../drawing.fixture.js';
import { declaredPayload } from './declared-payload.rule.js';

const message = (fields: string): string =>
  `<bpmn:message id="m" name="objection"><bpmn:extensionElements><wq:payload>${fields}</wq:payload></bpmn:extensionElements></bpmn:message>`;
const field = (attributes: string): string => `<wq:field title="说明" ${attributes}/>`;
const found = (fields: string): Promise<string[]> =>
  findingsOf(declaredPayload, drawing(around(node('manualTask', 'a')), message(fields)));

describe('declared-payload', () => {
  it.each([
    ['nothing', ''],
    ['a text', field('name="text"')],
    ['a bounded text', field('name="text" type="text" maxLength="20000" required="true" values="a,b"')],
    ['numbers', field('name="n" type="integer" minimum="-1" maximum="2.5"')],
    ['a list', field('name="names" type="texts" maxItems="500"')],
    ['another variable', field('name="text" variable="said"') + field('name="other" type="date"')],
    ['Chinese names', field('name="说明"')],
  ])('accepts %s', async (_title, fields) => expect(await found(fields)).toEqual([]));

  it.each([
    ['no name', field(''), '名称不合规'],
    ['a name that is none', field('name="a.b"'), '名称不合规'],
    ['a name of the prototype', field('name="__proto__"'), '名称不合规'],
    ['a long name', field(`name="${'a'.repeat(65)}"`), '名称不合规'],
    ['a variable that is none', field('name="a" variable="1"'), '变量名不合规'],
    ['no title', '<wq:field name="a"/>', '没有中文名称'],
    ['an unknown type', field('name="a" type="file"'), '类型应为'],
    ['a flag that is none', field('name="a" required="yes"'), 'required 应为'],
    ['no length', field('name="a" maxLength="0"'), 'maxLength 应为'],
    ['a length without bound', field('name="a" maxLength="20001"'), 'maxLength 应为'],
    ['a length of a number', field('name="a" type="integer" maxLength="3"'), 'maxLength 应为'],
    ['many of one', field('name="a" maxItems="3"'), 'maxItems 应为'],
    ['a bound of a text', field('name="a" minimum="1"'), 'minimum 和 maximum 应为'],
    ['a bound that is none', field('name="a" type="number" maximum="x"'), 'minimum 和 maximum 应为'],
    [
      'bounds that leave nothing',
      field('name="a" type="number" minimum="2" maximum="1"'),
      '没有可以填写的数',
    ],
    ['values of a number', field('name="a" type="number" values="1,2"'), 'values 只用于'],
    ['a name twice', field('name="a"') + field('name="a" variable="b"'), '两次写了“a”'],
    ['a variable twice', field('name="a"') + field('name="b" variable="a"'), '两次写了“a”'],
  ])('refuses %s', async (_title, fields, words) => {
    const findings = await found(fields);
    expect(findings).not.toEqual([]);
    for (const finding of findings) expect(finding).toMatch(/^m error: 「objection」/);
    expect(findings.join()).toContain(words);
  });

  it('asks the answer of a service as well', async () => {
    const answer = `<wq:answer>${field('name="a" type="x"')}</wq:answer>`;
    const service = node('serviceTask', 'a', `<zeebe:taskDefinition type="town.look"/>${answer}`);
    expect(await findingsOf(declaredPayload, drawing(around(service)))).toEqual([
      expect.stringContaining('类型应为'),
    ]);
  });

  it('compiles to what is declared', async () => {
    const fields =
      field('name="text" variable="said" maxLength="9" required="true"') +
      field('name="n" type="integer" minimum="1"') +
      field('name="way" values="a, b"');
    const wait = node('receiveTask', 'u', '', '', 'messageRef="m"');
    const root = message(fields).replace(
      '<wq:payload>',
      '<zeebe:subscription correlationKey="=k"/><wq:payload>',
    );
    const result = await compile(drawing(around(wait), root), { hostFunctionNames: [] });
    expect(result).toMatchObject({
      ok: true,
      value: {
        process: {
          messages: {
            m: {
              payload: {
                fields: [
                  {
                    name: 'text',
                    variable: 'said',
                    title: '说明',
                    type: 'text',
                    required: true,
                    maxLength: 9,
                  },
                  { name: 'n', variable: 'n', title: '说明', type: 'integer', minimum: 1 },
                  { name: 'way', variable: 'way', title: '说明', type: 'text', values: ['a', 'b'] },
                ],
              },
            },
          },
        },
      },
    });
  });
});
