import { ok } from '@wuqing/kernel';
import { adHocOf, beginElements, startable } from '../scopes/ad-hoc.js';
import { undoes } from '../scopes/scope-kind.js';
import { fits, writesFrom } from '../variables/variables.js';
import { standing, visitOf } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const activateAdHocElements: CommandHandler<'ActivateAdHocElements'> = (
  view,
  { adHocSubProcess: key, elements, variables = {} },
) => {
  const adHoc = standing(view.state.instances, key) && adHocOf(view, key);
  if (!adHoc || undoes(view, key))
    return reject({ code: 'not-active', message: '该临时子流程已结束或不存在。' });
  const { prefix, elementId } = visitOf(view, key);
  const known = startable(view, key).map((place) => place.elementId);
  const ids = elements.map((id) => prefix + id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    return reject({
      code: 'unknown-element',
      message: `临时子流程中没有可启动的步骤“${unknown}”。`,
      elementId: unknown,
    });
  if (ids.length === 0) return reject({ code: 'invalid', message: '没有写明要启动的步骤。', elementId });
  if (!fits(view.state, variables)) return tooManyVariables(elementId);
  return ok([
    ...writesFrom(view, key, variables).map((event) => ({ event })),
    ...beginElements(view, key, adHoc, ids),
  ]);
};
