import type { Problem } from '@wuqing/bpmn-definition';
import { checkDefinition, type ProcessCheck } from './check-definition.js';

const file = (script: string): string => `<bpmn:definitions
  xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
  <bpmn:process id="p" name="试" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t"/>
    <bpmn:scriptTask id="t"><bpmn:extensionElements><zeebe:script expression="${script}" resultVariable="x"/></bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:sequenceFlow id="b" sourceRef="t" targetRef="e"/><bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;
const say = (severity: Problem['severity'], rule: string): ProcessCheck => {
  return (process) => [{ severity, rule, message: process.key }];
};

describe('checkDefinition', () => {
  it('knows the functions of the calendar', async () =>
    expect(await checkDefinition(file('= add working days(day, 3)'))).toMatchObject({ ok: true }));

  it('stops at what does not compile', async () => {
    const asked: string[] = [];
    const check: ProcessCheck = ({ key }) => (asked.push(key), []);
    expect(await checkDefinition(file('= 1 +'), [check])).toMatchObject({
      ok: false,
      error: [{ rule: 'expression', elementId: 't' }],
    });
    expect(asked).toEqual([]);
  });

  it('refuses what a further check calls an error, errors first', async () =>
    expect(await checkDefinition(file('= 1'), [say('warning', 'w'), say('error', 'e')])).toEqual({
      ok: false,
      error: [
        { severity: 'error', rule: 'e', message: 'p' },
        { severity: 'warning', rule: 'w', message: 'p' },
      ],
    }));

  it('hands the warnings of further checks on', async () =>
    expect(await checkDefinition(file('= 1'), [say('warning', 'w')])).toMatchObject({
      ok: true,
      value: { process: { key: 'p' }, warnings: [{ rule: 'w' }] },
    }));
});
