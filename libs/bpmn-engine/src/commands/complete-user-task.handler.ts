import { ok } from '@wuqing/kernel';
import type { CompleteUserTask } from '../command.js';
import { conditionOf } from '../variables/evaluate-in-scope.js';
import type { Rejection } from '../rejection.js';
import { fits } from '../variables/variables.js';
import { visitOf, type View } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const completeUserTask: CommandHandler<'CompleteUserTask'> = (view, command) => {
  const { userTask: key, variables } = command;
  if (!view.state.userTasks.includes(key)) {
    return reject({ code: 'not-active', message: '该任务已不在办理中，请刷新后查看最新进展。' });
  }
  const { elementId } = visitOf(view, key);
  if (!fits(view.state, variables)) return tooManyVariables(elementId);
  const refusal = refusedByGuard(view, command);
  if (refusal) return reject(refusal);
  return ok([
    { event: { type: 'UserTaskCompleted', key } },
    { effect: { type: 'CloseUserTask', userTask: key, how: 'completed' } },
    { next: { do: 'complete', key, variables } },
  ]);
};

/** The first guard that rejects the submission. One that cannot be decided refuses too: a bar must not fail open. */
function refusedByGuard(view: View, { userTask, variables }: CompleteUserTask): Rejection | undefined {
  const { node, elementId } = visitOf(view, userTask);
  for (const { id, on, reject: condition, message } of node.guards) {
    if (on !== 'complete') continue;
    const rejects = conditionOf(view, condition, userTask, variables);
    if (!rejects.ok) {
      const why = `规则 ${id} 无法判定，暂不能办结，请核对填报内容或联系管理员。（${rejects.error.message}）`;
      return { code: 'invalid', message: why, elementId, guard: id };
    }
    if (rejects.value) return { code: 'guard', message, elementId, guard: id };
  }
  return undefined;
}
