import { ok } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { conditionOf } from '../variables/evaluate-in-scope.js';
import { evolve } from '../evolve/evolve.js';
import { countsOf, endLoop, loopStateOf } from '../scopes/loop.js';
import type { LoopState } from '../state.js';
import type { Step } from '../step.js';
import { terminate } from '../scopes/termination.js';
import { runningIn, standing, visitOf, type View } from '../view.js';
import { reject, type CommandHandler } from './command-handler.js';

export const removeMultiInstanceMember: CommandHandler<'RemoveMultiInstanceMember'> = (
  view,
  { multiInstance: key, member: number, reason },
) => {
  const loop = standing(view.state.instances, key) && loopStateOf(view, key);
  if (loop?.size === undefined)
    return reject({ code: 'not-active', message: '该会签已结束或不存在，不能减签。' });
  const running = runningIn(view, key).find((each) => view.state.instances[each]!.member === number);
  if (running === undefined && !isToCome(loop, number))
    return reject({ code: 'not-active', message: '该成员已经办完或不在名单上，不能减签。' });
  const removed: Step = { event: { type: 'LoopMemberRemoved', key, number, reason } };
  const enough = isEnoughAfter(view, key, removed.event);
  if (!enough.ok)
    return reject({ code: 'invalid', message: `减签后无法判定会签是否完成：${enough.error.message}` });
  return ok([
    removed,
    ...(running === undefined ? [] : terminate(view, running)),
    ...(enough.value ? endLoop(view, key, running) : [{ next: { do: 'round' as const, key, arrival: {} } }]),
  ]);
};

const isToCome = ({ size = 0, started = 0, removed = [] }: LoopState, number: number): boolean =>
  Number.isInteger(number) && number > started && number <= size && !removed.includes(number);

/** With fewer members a share may be reached; without a single vote nothing is decided. */
function isEnoughAfter(view: View, key: ElementInstanceKey, event: Parameters<typeof evolve>[1]) {
  const { loop } = visitOf(view, key).node;
  const after = { ...view, state: evolve(view.state, event) };
  const state = loopStateOf(after, key)!;
  if (loop?.kind !== 'multiInstance' || !loop.completionCondition || !state.completed) return ok(false);
  return conditionOf(after, loop.completionCondition, key, countsOf(state, loop.isSequential));
}
