import type { FlowNode } from '@wuqing/bpmn-model';
import { ok } from '@wuqing/kernel';
import { undoes } from '../scopes/scope-kind.js';
import { closeOwn, dropIncidentOf, terminateInside } from '../scopes/termination.js';
import { fits, writesOf } from '../variables/variables.js';
import { standing, visitOf } from '../view.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

/** A gateway does nothing that could be left out: its incident is mended, or the instance is modified. */
export const skipElement: CommandHandler<'SkipElement'> = (
  view,
  { element: key, reason, variables = {} },
) => {
  if (!standing(view.state.instances, key))
    return reject({ code: 'not-active', message: '该步骤已结束，不能跳过。' });
  const visit = visitOf(view, key);
  const { node, elementId, scope } = visit;
  if (isGateway(node) || undoes(view, key))
    return reject({
      code: 'invalid',
      message: '网关和补偿不能跳过，请补正变量后重试，或调整流程。',
      elementId,
    });
  if (!fits(view.state, variables)) return tooManyVariables(elementId);
  return ok([
    { event: { type: 'ElementSkipped', key, elementId, reason } },
    ...terminateInside(view, key),
    ...closeOwn(view, key),
    ...dropIncidentOf(view, key),
    ...writesOf(view, visit, scope, variables).map((event) => ({ event })),
    { next: { do: 'leave', key } },
  ]);
};

const isGateway = ({ type }: FlowNode): boolean => type.endsWith('Gateway');
