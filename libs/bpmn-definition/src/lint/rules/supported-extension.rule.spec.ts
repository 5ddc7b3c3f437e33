import { supportedExtension } from './supported-extension.rule.js';
import { node, testRule } from '../drawing.fixture.js';

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
