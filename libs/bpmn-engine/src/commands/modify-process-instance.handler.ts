import type { FlowNode } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import type { Activation, ElementInstanceKey, ModifyProcessInstance } from '../command.js';
import { rootKeyOf } from '../element-instance-key.js';
import type { Rejection } from '../rejection.js';
import type { Step } from '../step.js';
import { dropIncidentOf, terminate } from '../scopes/termination.js';
import { fits, writesFrom } from '../variables/variables.js';
import { hearAgain, isDeaf, waitsOnce } from '../scopes/hearing.js';
import { innermostRunningScope } from '../scopes/reaching.js';
import { isInterrupted } from '../scopes/scope-kind.js';
import { elementIdIn, enclosingIdOf, findPlace, isBusy, runningIn, standing, type View } from '../view.js';
import { after, reject, tooManyVariables, type CommandHandler } from './command-handler.js';

/** Terminations first: what is activated finds the scopes that are left. An emptied scope completes last of all. */
export const modifyProcessInstance: CommandHandler<'ModifyProcessInstance'> = (view, command) => {
  const { activate, terminate: keys, reason } = command;
  const refusal = refusalOf(view, command);
  if (refusal) return reject(refusal);
  const writes = Object.assign({}, ...activate.map(({ variables }) => variables));
  if (!fits(view.state, writes)) return tooManyVariables();
  const ended = outermost(view, keys);
  const root = rootKeyOf(view.process);
  const scopes = ended.map((key) => view.state.instances[key]!.scope);
  const changes: Step[] = [
    {
      event: {
        type: 'ProcessInstanceModified',
        activated: activate.map(({ elementId }) => elementId),
        terminated: ended,
        reason,
      },
    },
    ...ended.flatMap((key) => terminate(view, key)),
    ...(activate.length > 0 ? dropIncidentOf(view, root) : []),
    ...activate.flatMap((activation) => writesOf(view, activation)),
  ];
  const again = heardAgain(view, after(view, changes), scopes, activate);
  if (!again.ok) return again;
  return ok([
    ...changes,
    ...again.value,
    ...activate.map(({ elementId, scope }): Step => ({
      next: { do: 'reach', elementId, ...(scope && { scope }) },
    })),
    ...[...new Set(scopes)].map((key): Step => ({ next: { do: 'settle', key } })),
  ]);
};

/**
 * The scopes that an interrupting event sub-process had taken, and in which something is or begins once more: their event
 * sub-processes wait again, all of them alike.
 */
function heardAgain(
  view: View,
  then: View,
  scopes: readonly ElementInstanceKey[],
  activate: readonly Activation[],
): Result<Step[], Rejection> {
  if (!waitsOnce(view)) return ok([]);
  const reached = activate.flatMap(({ elementId, scope }) =>
    scopesAround(then, innermostRunningScope(then, elementId, scope)),
  );
  const steps: Step[] = [];
  for (const scope of new Set([...scopes.filter((key) => isBusy(then, key)), ...reached])) {
    if (!isDeaf(view, scope) || isInterrupted(then, scope)) continue;
    const waits = hearAgain(after(then, steps), scope);
    if (!waits.ok)
      return reject({
        code: 'invalid',
        message: `暂不能调整，事件子流程无法重新等待：${waits.error.message}`,
      });
    steps.push(...waits.value);
  }
  return ok(steps);
}

/** A scope and those around it, from the inside. */
function scopesAround({ state }: View, key: ElementInstanceKey): ElementInstanceKey[] {
  const scopes = [key];
  for (let at = state.instances[key]; at; at = state.instances[at.scope]) scopes.push(at.scope);
  return scopes.filter((scope) => !state.instances[scope]?.loop);
}

const writesOf = (view: View, { scope, variables = {} }: Activation): Step[] =>
  writesFrom(view, scope ?? rootKeyOf(view.process), variables).map((event) => ({ event }));

/** Of visits within each other the outer one, which takes the inner ones with it. */
const outermost = (view: View, keys: readonly ElementInstanceKey[]): ElementInstanceKey[] =>
  [...new Set(keys)].filter((key) => {
    for (let at = view.state.instances[key]?.scope; at; at = view.state.instances[at]?.scope)
      if (keys.includes(at)) return false;
    return true;
  });

function refusalOf(view: View, { activate, terminate: keys }: ModifyProcessInstance): Rejection | undefined {
  if (activate.length + keys.length === 0) return { code: 'invalid', message: '没有写明要调整的步骤。' };
  if (keys.some((key) => !standing(view.state.instances, key)))
    return { code: 'not-active', message: '要终止的步骤已结束或不存在。' };
  for (const activation of activate) {
    const allowed = mayReach(view, activation, keys);
    if (!allowed.ok) return allowed.error;
  }
  const left = runningIn(view, rootKeyOf(view.process)).filter((key) => !keys.includes(key));
  if (activate.length === 0 && left.length === 0)
    return { code: 'invalid', message: '调整后流程将没有在办步骤，请改用终止。' };
  return undefined;
}

/** Whether a token may be put on this element, in this scope. */
export function mayReach(
  view: View,
  { elementId, scope }: Activation,
  ending: readonly ElementInstanceKey[] = [],
): Result<true, Rejection> {
  const place = findPlace(view, elementId);
  if (!place || !isReachable(place.node))
    return reject({ code: 'unknown-element', message: `不能从“${elementId}”开始。`, elementId });
  if (scope === undefined) return ok(true);
  if (scope !== rootKeyOf(view.process) && (!standing(view.state.instances, scope) || ending.includes(scope)))
    return reject({ code: 'not-active', message: '指定的范围已结束或不存在。', elementId });
  for (let at = enclosingIdOf(place); ; at = enclosingIdOf(findPlace(view, at)!)) {
    if (at === elementIdIn(view, scope)) return ok(true);
    if (at === view.process.key)
      return reject({ code: 'invalid', message: `“${elementId}”不在指定的范围内。`, elementId });
  }
}

/** Boundary events, event sub-processes and handlers of compensation are only reached by what they wait for. */
export const isReachable = (node: FlowNode): boolean =>
  node.type !== 'boundaryEvent' &&
  node.isForCompensation !== true &&
  !(node.type === 'subProcess' && node.triggeredByEvent);
