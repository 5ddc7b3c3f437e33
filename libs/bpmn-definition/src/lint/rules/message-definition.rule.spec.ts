import { messageDefinition } from './message-definition.rule.js';
import { drawing, findingsOf, node } from '../drawing.fixture.js';

const message = (attributes: string, key = ''): string =>
  node('message', 'm', key && `<zeebe:subscription correlationKey="${key}"/>`, '', attributes);
const waiting = node('intermediateCatchEvent', 'c', '', '<bpmn:messageEventDefinition messageRef="m"/>');
const starting = node('startEvent', 'c', '', '<bpmn:messageEventDefinition messageRef="m"/>');

describe('message-definition', () => {
  it.each([
    ['a message with name and key', waiting, message('name="answer"', '= caseNumber')],
    ['a start without key', starting, message('name="petition"')],
  ])('accepts %s', async (_title, inside, beside) => {
    expect(await findingsOf(messageDefinition, drawing(inside, beside))).toEqual([]);
  });

  it.each([
    [
      'no message',
      node('intermediateCatchEvent', 'c', '', '<bpmn:messageEventDefinition/>'),
      '',
      '没有选定消息',
    ],
    ['no name', waiting, message('', '= a'), '没有名称'],
    ['a computed name', waiting, message('name="=a"', '= a'), '要是固定文字'],
    ['no key', waiting, message('name="answer"'), '消息「answer」没有关联键'],
    [
      'no key in an event sub-process',
      node('subProcess', 'v', '', starting, 'triggeredByEvent="true"'),
      message('name="a"'),
      '没有关联键',
    ],
  ])('refuses %s', async (_title, inside, beside, expected) => {
    const findings = await findingsOf(messageDefinition, drawing(inside, beside));
    expect(findings).toEqual([expect.stringMatching(new RegExp(`^c error: .*${expected}`))]);
  });
});
