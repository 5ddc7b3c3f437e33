import { MEMBERS_MAX } from '@wuqing/bpmn-model';
import { ok } from '@wuqing/kernel';
import { loopStateOf } from '../scopes/loop.js';
import { fits } from '../variables/variables.js';
import { standing, visitOf } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const addMultiInstanceMember: CommandHandler<'AddMultiInstanceMember'> = (
  view,
  { multiInstance: key, item, reason },
) => {
  const size = standing(view.state.instances, key) && loopStateOf(view, key)?.size;
  if (size === undefined) return reject({ code: 'not-active', message: '该会签已结束或不存在，不能加签。' });
  const { elementId, node } = visitOf(view, key);
  if (size >= MEMBERS_MAX)
    return reject({
      code: 'too-large',
      message: `会签人数已达上限（${MEMBERS_MAX}），不能再加签。`,
      elementId,
    });
  const needsItem = node.loop?.kind === 'multiInstance' && node.loop.inputCollection !== undefined;
  if (needsItem && item === undefined)
    return reject({ code: 'invalid', message: '加签要写明新增的对象。', elementId });
  if (item !== undefined && !fits(view.state, { item })) return tooManyVariables(elementId);
  return ok([
    {
      event: { type: 'LoopMemberAdded', key, number: size + 1, ...(needsItem && { item: item! }), reason },
    },
    { next: { do: 'round', key, arrival: {} } },
  ]);
};
