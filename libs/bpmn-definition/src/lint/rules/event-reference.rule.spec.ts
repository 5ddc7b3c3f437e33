import { eventReference } from './event-reference.rule.js';
import { drawing, findingsOf, node } from '../drawing.fixture.js';

const roots =
  '<bpmn:signal id="s1" name="flood"/><bpmn:signal id="s2"/><bpmn:signal id="s3" name="=a"/>' +
  '<bpmn:error id="e1" errorCode="E"/><bpmn:error id="e2" name="E"/>' +
  '<bpmn:escalation id="l1" escalationCode="L"/><bpmn:escalation id="l2"/>';
const event = (type: string, definition: string): string => node(type, 'a', '', definition);
const caught = (definition: string): string => event('boundaryEvent', definition);
const thrown = (definition: string): string => event('endEvent', definition);
const condition = '<bpmn:condition>=n &gt; 1</bpmn:condition>';

describe('event-reference', () => {
  it.each([
    ['a signal', caught('<bpmn:signalEventDefinition signalRef="s1"/>')],
    ['an error', thrown('<bpmn:errorEventDefinition errorRef="e1"/>')],
    ['every error', caught('<bpmn:errorEventDefinition/>')],
    ['an escalation', thrown('<bpmn:escalationEventDefinition escalationRef="l1"/>')],
    ['every escalation', caught('<bpmn:escalationEventDefinition/>')],
    [
      'a condition',
      caught(`<bpmn:conditionalEventDefinition>${condition}</bpmn:conditionalEventDefinition>`),
    ],
    ['a link', event('intermediateThrowEvent', '<bpmn:linkEventDefinition name="n"/>')],
  ])('accepts %s', async (_title, inside) => {
    expect(await findingsOf(eventReference, drawing(inside, roots))).toEqual([]);
  });

  it.each([
    ['no signal', caught('<bpmn:signalEventDefinition/>'), '没有选定信号'],
    ['a signal without name', caught('<bpmn:signalEventDefinition signalRef="s2"/>'), '信号没有名称'],
    ['a computed name', caught('<bpmn:signalEventDefinition signalRef="s3"/>'), '要是固定文字'],
    ['an error that is thrown without reference', thrown('<bpmn:errorEventDefinition/>'), '没有选定错误'],
    ['an error without code', caught('<bpmn:errorEventDefinition errorRef="e2"/>'), '错误没有代码'],
    ['no escalation', thrown('<bpmn:escalationEventDefinition/>'), '没有选定升级'],
    [
      'an escalation without code',
      thrown('<bpmn:escalationEventDefinition escalationRef="l2"/>'),
      '升级没有代码',
    ],
    ['no condition', caught('<bpmn:conditionalEventDefinition/>'), '没有条件'],
    [
      'a filter of conditions',
      caught(
        `<bpmn:conditionalEventDefinition><bpmn:extensionElements><zeebe:conditionalFilter variableNames="n"/></bpmn:extensionElements>${condition}</bpmn:conditionalEventDefinition>`,
      ),
      'zeebe:conditionalFilter 不支持',
    ],
    ['a link without name', event('intermediateThrowEvent', '<bpmn:linkEventDefinition/>'), '没有名称'],
  ])('refuses %s', async (_title, inside, expected) => {
    expect(await findingsOf(eventReference, drawing(inside, roots))).toEqual([
      expect.stringMatching(new RegExp(`^a error: .*${expected}`)),
    ]);
  });
});
