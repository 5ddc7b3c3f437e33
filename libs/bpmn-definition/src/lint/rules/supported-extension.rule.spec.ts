import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { node, testRule } from '../drawing.fixture.js';
import { harmless, supportedExtension, understood } from './supported-extension.rule.js';

testRule(supportedExtension, {
  valid: {
    'what is understood': node(
      'userTask',
      'u',
      '<zeebe:userTask/><zeebe:formDefinition formId="f"/><wq:anything/>',
    ),
  },
  invalid: {
    listeners: [node('userTask', 'u', '<zeebe:taskListeners/>'), ['u', 'zeebe:taskListeners 不支持']],
    'due dates': [node('userTask', 'u', '<zeebe:taskSchedule dueDate="=a"/>'), ['u', 'zeebe:taskSchedule']],
  },
});

it('knows no name that the zeebe namespace does not have', () => {
  const path = createRequire(import.meta.url).resolve('zeebe-bpmn-moddle/resources/zeebe.json');
  const { types } = JSON.parse(readFileSync(path, 'utf8')) as { types: readonly { name: string }[] };
  const names = types.map(({ name }) => name.slice(0, 1).toLowerCase() + name.slice(1));
  expect(names).toEqual(expect.arrayContaining([...understood, ...harmless]));
});
