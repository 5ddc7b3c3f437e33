import type { CompiledExpression, UserTask } from '@wuqing/bpmn-model';
import { ok, type Json, type Result } from '@wuqing/kernel';
import type { ExtensionValues } from '../effect.js';
import type { ElementBehavior } from '../element-behavior.js';
import { valueOf, valuesOf } from '../variables/evaluate-in-scope.js';
import { fault, type Fault } from '../step.js';
import type { View, Visit } from '../view.js';

type UserTaskVisit = Visit<UserTask>;

/** BPMN 2.0.2 §10.3.3.2: a person does it. Who may, and what its extensions say, is settled when it opens. */
export const userTask: ElementBehavior<'userTask'> = {
  activate: (visit, view) => {
    const { key, elementId, node } = visit;
    const assignee = namesOf(node.assignment.assignee, visit, view);
    if (!assignee.ok) return assignee;
    const candidateGroups = namesOf(node.assignment.candidateGroups, visit, view);
    if (!candidateGroups.ok) return candidateGroups;
    const candidateUsers = namesOf(node.assignment.candidateUsers, visit, view);
    if (!candidateUsers.ok) return candidateUsers;
    const extensions = extensionValues(visit, view);
    if (!extensions.ok) return extensions;
    return ok([
      { event: { type: 'UserTaskCreated', key } },
      {
        effect: {
          type: 'OpenUserTask',
          userTask: key,
          elementId,
          name: node.name,
          ...(node.formKey !== undefined && { formKey: node.formKey }),
          ...(assignee.value[0] !== undefined && { assignee: assignee.value[0] }),
          candidateGroups: candidateGroups.value,
          candidateUsers: candidateUsers.value,
          extensions: extensions.value,
        },
      },
    ]);
  },
};

/** A comma-separated text or a list of texts; no expression, null and '' name nobody. */
function namesOf(
  expression: CompiledExpression | undefined,
  { key }: UserTaskVisit,
  view: View,
): Result<string[], Fault> {
  if (!expression) return ok([]);
  const result = valueOf(view, expression, key);
  if (!result.ok) return result;
  const names = result.value === null ? [] : partsOf(result.value);
  return names
    ? ok(names.map((name) => name.trim()).filter((name) => name !== ''))
    : fault('assignment', `Expected "${expression.source}" to be a text or a list of texts`);
}

function partsOf(value: Json): string[] | undefined {
  if (typeof value === 'string') return value.split(',');
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

/** Guards are left out: they are judged as `node.guards` when the user task completes. */
function extensionValues({ node, key }: UserTaskVisit, view: View): Result<ExtensionValues[], Fault> {
  const found: ExtensionValues[] = [];
  for (const [index, { name, expressions }] of node.extensions.entries()) {
    if (!expressions || name === 'guard') continue;
    const values = valuesOf(view, Object.entries(expressions), key);
    if (!values.ok) return values;
    found.push({ name, index, values: values.value });
  }
  return ok(found);
}
