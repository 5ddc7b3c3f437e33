import { userTaskForm } from './user-task-form.rule.js';
import { node, testRule } from '../drawing.fixture.js';

testRule(userTaskForm, {
  valid: {
    'a form': node('userTask', 'u', '<zeebe:formDefinition formId="f"/>'),
    'other tasks': node('task', 'u'),
  },
  invalid: { 'no form, with a warning': [node('userTask', 'u'), ['u warning:', '没有表单']] },
});
