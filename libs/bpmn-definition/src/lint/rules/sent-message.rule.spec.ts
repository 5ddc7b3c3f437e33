import { sentMessage } from './sent-message.rule.js';
import { drawing, findingsOf, node } from '../drawing.fixture.js';

const roots = '<bpmn:message id="m" name="answer"/><bpmn:message id="n"/><bpmn:message id="x" name="=a"/>';
const sent = (id: string): string => node('sendTask', 'a', '', '', id && `messageRef="${id}"`);
const worker = (type: string): string => node('sendTask', 'a', `<zeebe:taskDefinition type="${type}"/>`);
const thrown = (type: string, id: string): string =>
  node(type, 'a', '', `<bpmn:messageEventDefinition ${id && `messageRef="${id}"`}/>`);

describe('sent-message', () => {
  it.each([
    ['a send task', sent('m')],
    ['a throw event', thrown('intermediateThrowEvent', 'm')],
    ['an end event', thrown('endEvent', 'm')],
    ['a service that sends', worker('town.mail')],
    ['an event that catches', thrown('intermediateCatchEvent', '')],
  ])('accepts %s', async (_title, inside) => {
    expect(await findingsOf(sentMessage, drawing(inside, roots))).toEqual([]);
  });

  it.each([
    ['no message', sent(''), '没有选定要发送的消息'],
    ['an end event without message', thrown('endEvent', ''), '没有选定要发送的消息'],
    ['a message without name', sent('n'), '没有标识或名称'],
    ['a computed name', sent('x'), '要是固定文字'],
    [
      'a service and a publication',
      node('sendTask', 'a', '<zeebe:taskDefinition type="town.mail"/><wq:send/>'),
      'wq:send 不起作用',
    ],
    ['a service of no town', worker('mail'), '类型「mail」不合规'],
  ])('refuses %s', async (_title, inside, expected) => {
    expect(await findingsOf(sentMessage, drawing(inside, roots))).toEqual([
      expect.stringMatching(new RegExp(`^a error: .*${expected}`)),
    ]);
  });
});
