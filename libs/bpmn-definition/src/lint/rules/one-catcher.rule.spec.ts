import { drawing, findingsOf, node } from '../drawing.fixture.js';
import { oneCatcher } from './one-catcher.rule.js';

const message = (id: string, name: string, key = '=k'): string =>
  `<bpmn:message id="${id}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="${key}"/></bpmn:extensionElements></bpmn:message>`;
const roots = [
  message('m', 'reply'),
  message('same', 'reply', '= k'),
  message('other', 'reply', '=l'),
  message('another', 'answer'),
  '<bpmn:signal id="sig" name="stop"/><bpmn:signal id="sig2" name="stop"/><bpmn:signal id="sig3" name="go"/>',
  '<bpmn:error id="e1" errorCode="E"/><bpmn:error id="e2" errorCode="E"/><bpmn:error id="e3" errorCode="F"/>',
  '<bpmn:escalation id="x1" escalationCode="X"/><bpmn:escalation id="x2" escalationCode="X"/>',
].join('\n');

const of = {
  message: (ref: string) => `<bpmn:messageEventDefinition messageRef="${ref}"/>`,
  signal: (ref: string) => `<bpmn:signalEventDefinition signalRef="${ref}"/>`,
  error: (ref?: string) => `<bpmn:errorEventDefinition ${ref ? `errorRef="${ref}"` : ''}/>`,
  escalation: (ref?: string) => `<bpmn:escalationEventDefinition ${ref ? `escalationRef="${ref}"` : ''}/>`,
  condition: (text: string) =>
    `<bpmn:conditionalEventDefinition><bpmn:condition>${text}</bpmn:condition></bpmn:conditionalEventDefinition>`,
  timer: '<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>',
};

const boundary = (id: string, definition: string, cancels = true, host = 'u'): string =>
  node('boundaryEvent', id, '', definition, `attachedToRef="${host}" cancelActivity="${cancels}"`);
const beside = (id: string, definition: string, interrupts = true): string =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true">${node('startEvent', `${id}-s`, '', definition, `isInterrupting="${interrupts}"`)}</bpmn:subProcess>`;
const awaited = (id: string, definition: string): string =>
  node('intermediateCatchEvent', id, '', definition) +
  `<bpmn:sequenceFlow id="g-${id}" sourceRef="g" targetRef="${id}"/>`;
const gateway = (...events: string[]): string => '<bpmn:eventBasedGateway id="g"/>' + events.join('');
const step = '<bpmn:task id="u"/><bpmn:task id="v"/>';
const ask = (inside: string): Promise<string[]> => findingsOf(oneCatcher, drawing(inside, roots));

it.each<[string, string]>([
  [
    'two messages of one name and key',
    step + boundary('a', of.message('m')) + boundary('b', of.message('same'), false),
  ],
  [
    'one message at two that let go on',
    step + boundary('a', of.message('m'), false) + boundary('b', of.message('m'), false),
  ],
  [
    'two interrupting signals of one name',
    step + boundary('a', of.signal('sig')) + boundary('b', of.signal('sig2')),
  ],
  ['two errors of one code', step + boundary('a', of.error('e1')) + boundary('b', of.error('e2'))],
  ['two that catch every error', step + boundary('a', of.error()) + boundary('b', of.error())],
  [
    'two escalations of one code',
    step + boundary('a', of.escalation('x1'), false) + boundary('b', of.escalation('x2'), false),
  ],
  [
    'two that catch every escalation',
    step + boundary('a', of.escalation()) + boundary('b', of.escalation(), false),
  ],
  [
    'one condition twice',
    step + boundary('a', of.condition('=n &gt; 1')) + boundary('b', of.condition('=n  &gt; 1')),
  ],
  [
    'a message twice behind a gateway',
    gateway(awaited('a', of.message('m')), awaited('b', of.message('same'))),
  ],
  [
    'a signal twice behind a gateway',
    gateway(awaited('a', of.signal('sig')), awaited('b', of.signal('sig2'))),
  ],
  [
    'a condition twice behind a gateway',
    gateway(awaited('a', of.condition('=n')), awaited('b', of.condition('=n'))),
  ],
  [
    'a receive task and an event behind a gateway',
    gateway(awaited('a', of.message('m'))) +
      node('receiveTask', 'b', '', '', 'messageRef="same"') +
      '<bpmn:sequenceFlow id="g-b" sourceRef="g" targetRef="b"/>',
  ],
  [
    'a receive task and its own boundary event',
    node('receiveTask', 'u', '', '', 'messageRef="m"') + boundary('b', of.message('m')),
  ],
])('%s: one never happens', async (_title, inside) => {
  const [first, ...others] = await ask(inside);
  expect(first).toMatch(/^b error: 「.+」和「b」在同一处等待.*只有一个会发生，请只留一个。$/);
  expect(others).toEqual([]);
});

it.each<[string, string]>([
  ['two messages', beside('a', of.message('m'), false) + beside('b', of.message('same'), false)],
  ['two interrupting signals', beside('a', of.signal('sig')) + beside('b', of.signal('sig2'))],
  ['two errors', beside('a', of.error('e1')) + beside('b', of.error('e1'))],
  ['two escalations', beside('a', of.escalation('x1'), false) + beside('b', of.escalation('x1'))],
  [
    'two that undo',
    beside('a', '<bpmn:compensateEventDefinition/>') + beside('b', '<bpmn:compensateEventDefinition/>'),
  ],
])('%s of event sub-processes in one scope', async (_title, inside) => {
  expect(await ask(inside)).toEqual([expect.stringMatching(/^b-s error: /)]);
  expect(await ask(`<bpmn:subProcess id="w">${inside}</bpmn:subProcess>`)).toEqual([
    expect.stringMatching(/^b-s error: /),
  ]);
});

it('two ways to start a process by one message', async () => {
  const inside =
    node('startEvent', 'a', '', of.message('m')) + node('startEvent', 'b', '', of.message('same'));
  expect(await ask(inside)).toEqual([
    expect.stringContaining('b error: 「a」和「b」在同一处等待消息「reply」'),
  ]);
});

it.each<[string, string]>([
  [
    'of a signal at a boundary',
    step + boundary('a', of.signal('sig')) + boundary('b', of.signal('sig'), false),
  ],
  ['of a signal in a scope', beside('a', of.signal('sig'), false) + beside('b', of.signal('sig'))],
  ['of a condition', step + boundary('a', of.condition('=n')) + boundary('b', of.condition('=n'), false)],
])('one that interrupts and one that does not is warned of: %s', async (_title, inside) => {
  expect(await ask(inside)).toEqual([expect.stringMatching(/^b(-s)? warning: .*先后没有约定/)]);
});

it.each<[string, string]>([
  ['another message', step + boundary('a', of.message('m')) + boundary('b', of.message('another'))],
  ['another key', step + boundary('a', of.message('m')) + boundary('b', of.message('other'))],
  ['another step', step + boundary('a', of.message('m')) + boundary('b', of.message('m'), true, 'v')],
  [
    'another code',
    step + boundary('a', of.error('e1')) + boundary('b', of.error('e3')) + boundary('c', of.error()),
  ],
  [
    'a signal that all hear',
    step + boundary('a', of.signal('sig'), false) + boundary('b', of.signal('sig'), false),
  ],
  ['another signal', step + boundary('a', of.signal('sig')) + boundary('b', of.signal('sig3'))],
  ['timers', step + boundary('a', of.timer, false) + boundary('b', of.timer, false)],
  ['the scope and a step in it', step + beside('a', of.message('m')) + boundary('b', of.message('m'))],
  [
    'a scope and one inside it',
    beside('a', of.message('m')) +
      `<bpmn:subProcess id="w">${beside('b', of.message('m'))}</bpmn:subProcess>`,
  ],
  [
    'a signal that starts a process twice',
    node('startEvent', 'a', '', of.signal('sig')) + node('startEvent', 'b', '', of.signal('sig')),
  ],
])('%s may be', async (_title, inside) => {
  expect(await ask(inside)).toEqual([]);
});
