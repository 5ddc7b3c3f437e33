import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';
import { outputCollection } from './output-collection.rule.js';

const loop = (collection = 'votes'): string =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=members" outputCollection="${collection}" outputElement="=vote"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
const mapping = (direction: string, target: string): string =>
  `<zeebe:ioMapping><zeebe:${direction} source="=x" target="${target}"/></zeebe:ioMapping>`;
const script = (result: string): string => `<zeebe:script expression="=1" resultVariable="${result}"/>`;
const form = '<zeebe:formDefinition formId="ballot"/>';
const looped = (inside: string): string => `<bpmn:subProcess id="u">${loop()}${inside}</bpmn:subProcess>`;

testRule(outputCollection, {
  valid: {
    'other names': node('userTask', 'u', mapping('output', 'vote'), loop()),
    'an input of that name': node('userTask', 'u', mapping('input', 'votes'), loop()),
    'a step outside': node('userTask', 'u', form, loop()) + node('scriptTask', 't', script('votes')),
    'a result that is mapped': looped(node('scriptTask', 't', script('votes') + mapping('output', 'vote'))),
    'a form that is not known': node('userTask', 'u', form, loop()),
  },
  invalid: {
    'an output mapping': [
      node('userTask', 'u', mapping('output', 'votes'), loop()),
      ['u', '「u」的输出映射与「u」汇总结果的变量「votes」同名，请改用别的名称'],
    ],
    'a script': [node('scriptTask', 'u', script('votes'), loop()), ['u', '结果变量']],
    'a decision inside': [
      looped(node('businessRuleTask', 't', '<zeebe:calledDecision decisionId="d" resultVariable="votes"/>')),
      ['t', '「t」的结果变量与「u」汇总'],
    ],
    'a mapping deeper inside': [
      looped(
        `<bpmn:subProcess id="w">${node('userTask', 't', mapping('output', 'votes'))}</bpmn:subProcess>`,
      ),
      ['t', '输出映射'],
    ],
    'a loop inside': [looped(node('userTask', 't', '', loop())), ['t', '汇总结果与「u」']],
  },
});

it('a field of a form that is known', async () => {
  const xml = drawing(node('userTask', 'u', form, loop()) + node('userTask', 'after', form));
  const known = { atStart: ['members'], formFields: { ballot: ['vote', 'votes'] } };
  expect(await findingsOf(outputCollection, xml, {}, known)).toEqual([
    'u error: 「u」的表单字段与「u」汇总结果的变量「votes」同名，请改用别的名称。',
  ]);
});
