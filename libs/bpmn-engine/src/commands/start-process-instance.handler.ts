import { ok } from '@wuqing/kernel';
import { rootKeyOf } from '../element-instance-key.js';
import type { Step } from '../step.js';
import { fits } from '../variables.js';
import { reject, tooManyVariables, type CommandHandler } from './command-handler.js';

export const startProcessInstance: CommandHandler<'StartProcessInstance'> = (view, { variables }) => {
  const { process, state, context } = view;
  if (state.status !== 'created')
    return reject({ code: 'already-started', message: '该事项已经启动,不能重复启动。' });
  if (!fits(state, variables)) return tooManyVariables();
  const key = rootKeyOf(process);
  const started: Step = {
    event: { type: 'ProcessInstanceStarted', processKey: process.key, at: context.now, flags: context.flags },
  };
  const initial: Step[] =
    Object.keys(variables).length === 0
      ? []
      : [{ event: { type: 'VariablesSet', scope: key, values: variables } }];
  return ok([started, ...initial, { next: { do: 'open', key, arrival: {} } }]);
};
