import type { ExtensionWords } from '../../words/extension-word.js';
import { drawing, findingsOf, node, testRule } from '../drawing.fixture.js';
import { ownWord } from './own-word.rule.js';
import { supportedExtension } from './supported-extension.rule.js';

const guard = '<wq:guard id="g" on="activate" reject="=a" message="m"/>';

testRule(ownWord, {
  valid: {
    'what this room reads':
      node('serviceTask', 'u', guard + guard) + node('sendTask', 'v', '<wq:send timeToLive="P1D"/>'),
    'a message that is thrown': node('endEvent', 'e', '<wq:send/>', '<bpmn:messageEventDefinition/>'),
  },
  invalid: {
    'a misspelt element': [node('userTask', 'u', '<wq:gaurd/>'), ['u', 'wq:gaurd」.*是不是「guard」']],
    'a misspelt attribute': [
      node('userTask', 'u', '<wq:guard rejects="=a"/>'),
      ['u', 'wq:guard rejects」.*是不是「reject」'],
    ],
    'an attribute with a prefix': [node('userTask', 'u', '<wq:guard wq:reject="=a"/>'), ['u', '不写前缀']],
    'a child that nobody reads': [
      node('userTask', 'u', '<wq:guard><wq:rung/></wq:guard>'),
      ['u', 'wq:guard wq:rung'],
    ],
    'text that nobody reads': [node('userTask', 'u', '<wq:guard>=a</wq:guard>'), ['u', '里的文字没有人读']],
    'a place where nobody reads it': [
      node('userTask', 'u', '<wq:send/>'),
      ['u', '只能写在发送任务、消息结束事件'],
    ],
    'an end that sends nothing': [node('endEvent', 'e', '<wq:send/>'), ['e', 'wq:send']],
    'a flow': [
      '<bpmn:sequenceFlow id="f"><bpmn:extensionElements><wq:guard/></bpmn:extensionElements></bpmn:sequenceFlow>',
      ['f', 'wq:guard'],
    ],
    'beside the place of extensions': [
      node('userTask', 'u', '', guard),
      ['u', '要放在步骤的 extensionElements 里'],
    ],
    'an attribute of a step': [node('userTask', 'u', '', '', 'wq:term="5W"'), ['u', 'wq:term']],
    'a lane': [`<bpmn:laneSet id="l">${node('lane', 'm', guard)}</bpmn:laneSet>`, ['m', '只画不执行的地方']],
    'a process that is only drawn': [
      `</bpmn:process><bpmn:process id="q">${node('userTask', 'v', guard)}`,
      ['v', 'warning: .*没有勾选「可执行」'],
    ],
  },
});

it('knows the words that are handed in, with their places, children and values', async () => {
  const words: ExtensionWords = {
    term: {
      on: ['UserTask'],
      attributes: ['days'],
      children: { rung: { attributes: ['to'] } },
      values: { days: [/^\d+$/, '写天数'] },
    },
  };
  const ask = (inside: string) => findingsOf(ownWord, drawing(inside), {}, undefined, words);
  expect(await ask(node('userTask', 'u', '<wq:term days="5"><wq:rung to="a"/></wq:term>'))).toEqual([]);
  expect(await ask(node('userTask', 'u', '<wq:term days="five"/>'))).toEqual([
    expect.stringContaining('的值不对：写天数'),
  ]);
  expect(await ask(node('serviceTask', 'u', '<wq:term/>'))).toEqual([
    expect.stringContaining('只能写在人工任务上'),
  ]);
  expect(await ask(node('userTask', 'u', '<wq:Term/>'))).toEqual([expect.stringContaining('是不是「term」')]);
});

it('is not what a name space says that is nearly ours', async () => {
  const inside = node(
    'userTask',
    'u',
    '<q:guard xmlns:q="urn:wuqing:bpmn:2"/><z:ioMapping xmlns:z="http://camunda.org/schema/zeebe/1.1"/>',
  );
  expect(await findingsOf(ownWord, drawing(inside))).toEqual([
    expect.stringMatching(/^u error: .*q:guard」的名称空间写得不对.*urn:wuqing:bpmn:1/),
  ]);
  expect(await findingsOf(supportedExtension, drawing(inside))).toEqual([
    expect.stringMatching(/^u error: .*z:ioMapping」的名称空间写得不对.*zeebe/),
  ]);
});
