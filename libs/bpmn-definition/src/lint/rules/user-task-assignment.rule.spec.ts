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
    'a holder of another engine': [
      node('userTask', 'u', '', '', 'camunda:candidateGroups="${clerks}"'),
      ['u', '没有办理人：camunda:candidateGroups 写的「\\$\\{clerks\\}」这里不认'],
    ],
    'a holder of an engine that we do not know': [
      node('userTask', 'u', '', '', 'x:assignee="clerk" xmlns:x="urn:x"'),
      ['u', 'x:assignee 写的「clerk」'],
    ],
    "a holder in BPMN's own words": [
      node(
        'userTask',
        'u',
        '',
        '<bpmn:potentialOwner><bpmn:resourceRef>clerk</bpmn:resourceRef></bpmn:potentialOwner>',
      ),
      ['u', 'bpmn:potentialOwner 写的「clerk」'],
    ],
    'an empty name': [assigned('assignee=" "'), ['u', '没有办理人']],
  },
});
