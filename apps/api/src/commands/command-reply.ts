import type { DispatchAnswer } from '@wuqing/command-dispatch';
import type { CommandOutcome } from '@wuqing/workflow-contracts';
import { Problem, conflict } from '../http/problem.js';
import { Reply } from '../http/reply.js';

export const commandPath = (id: string): string => `/api/commands/${id}`;

/** 202 with the link under which the outcome will stand. */
export const pendingReply = (commandId: string, shown: object = {}): Reply =>
  new Reply(
    202,
    { status: 'pending', command: commandPath(commandId), ...shown },
    { location: commandPath(commandId), 'retry-after': '2' },
  );

/** Throws what a settled command that was not accepted says to its sender. */
export function requireAccepted(
  outcome: CommandOutcome,
): asserts outcome is Extract<CommandOutcome, { status: 'accepted' }> {
  switch (outcome.status) {
    case 'accepted':
      return;
    case 'conflict':
      throw conflict(outcome.message);
    case 'rejected': {
      const { code, guard, elementId } = outcome.rejection;
      throw conflict(sentenceOf(outcome), { rejection: { code, guard, elementId } });
    }
    case 'incident':
      throw new Problem(500, 'incident', '办理未能写入', sentenceOf(outcome));
  }
}

/** Sentences of the engine's own codes; a guard speaks for itself, in the law's words. */
const sentences: Readonly<Record<string, string>> = {
  'already-started': '该事项已经发起，请刷新后查看。',
  'not-running': '该事项已经办结或尚未开始，不能再办理。',
  'unknown-element': '该事项的流程中没有这一步骤，请刷新后再试。',
  'not-active': '该步骤已办结或已撤回，请刷新后再试。',
  'not-executed': '只能退回到已经办理过的步骤，请重新选择。',
  'too-large': '参与判断的内容过长，请精简后再提交。',
};

/** What a person reads of an outcome that was not accepted. */
export function sentenceOf(outcome: Exclude<CommandOutcome, { status: 'accepted' }>): string {
  if (outcome.status === 'conflict') return outcome.message;
  if (outcome.status === 'incident') return '办理内容未能写入，系统已记录此异常，请联系系统管理员处理。';
  const { code, message } = outcome.rejection;
  return /\p{Script=Han}/u.test(message)
    ? message
    : (sentences[code] ?? '该操作目前不能执行，请刷新后再试。');
}

export const isPending = (answer: DispatchAnswer): answer is 'pending' => answer === 'pending';
