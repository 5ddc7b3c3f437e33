import { userTaskAssignment } from './user-task-assignment.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const assigned = (attributes: string): string =>
  node('userTask', 'u', `<zeebe:assignmentDefinition ${attributes}/>`);

testRule(userTaskAssignment, {
  valid: {
    groups: assigned('candidateGroups="village-clerk"'),
    'an assignee': assigned('assignee="=starter"'),
    users: assigned('candidateUsers="a,b"'),
    'other tasks': node('task', 'u'),
  },
  invalid: {
    'nobody named': [node('userTask', 'u'), ['u', '「u」没有办理人']],
    'an empty name': [assigned('assignee=" "'), ['u', '没有办理人']],
  },
});
