import { drawing, findingsOf, node } from '../drawing.fixture.js';
import { selfStart } from './self-start.rule.js';

const roots = `<bpmn:message id="m" name="told"/><bpmn:message id="m2" name="told"/><bpmn:message id="other" name="asked"/>
  <bpmn:signal id="g" name="told"/><bpmn:signal id="h" name="flood"/>`;
const event = (type: string, id: string, kind: string, ref: string): string =>
  node(type, id, '', `<bpmn:${kind}EventDefinition ${kind}Ref="${ref}"/>`);
const byMessage = event('startEvent', 's', 'message', 'm');
const bySignal = event('startEvent', 's', 'signal', 'g');
const send = (ref: string, worker = ''): string => node('sendTask', 'a', worker, '', `messageRef="${ref}"`);

describe('self-start', () => {
  it.each([
    ['another message', byMessage + event('endEvent', 'a', 'message', 'other')],
    ['a signal named like the message', byMessage + event('endEvent', 'a', 'signal', 'g')],
    ['the message of an event sub-process', `${node('subProcess', 'v', '', event('startEvent', 's', 'message', 'm'), 'triggeredByEvent="true"')}${send('m')}`],
    ['a service that sends', byMessage + send('m', '<zeebe:taskDefinition type="town.mail"/>')],
    ['a process without such a start', `<bpmn:startEvent id="s"/>${send('m')}`],
  ])('accepts %s', async (_title, inside) =>
    expect(await findingsOf(selfStart, drawing(inside, roots))).toEqual([]),
  ); // prettier-ignore

  it.each([
    ['an end event with the message', byMessage + event('endEvent', 'a', 'message', 'm')],
    ['a message of that name', byMessage + event('intermediateThrowEvent', 'a', 'message', 'm2')],
    ['a send task', byMessage + send('m')],
    ['the signal', bySignal + event('endEvent', 'a', 'signal', 'g')],
    ['the message that a first receive task waits for', node('receiveTask', 's', '', '', 'messageRef="m" instantiate="true"') + send('m')],
  ])('warns of %s', async (_title, inside) =>
    expect(await findingsOf(selfStart, drawing(inside, roots))).toEqual([
      expect.stringMatching(/^a warning: 「a」发出的正是启动本流程的消息或信号/),
    ]),
  ); // prettier-ignore
});
