import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { ok, type JsonObject, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { rootKeyOf } from '../element-instance-key.js';
import { closeLost, mayWaitAt, openNew, placesOf, replanTimers } from '../migration/migrate-waits.js';
import { ownVisits } from '../migration/own-visits.js';
import { newIdOf, planMigration, type MigrationPlan } from '../migration/plan-migration.js';
import type { Fault, Step } from '../step.js';
import { closeAttachedTo } from '../scopes/termination.js';
import { collectedUnder, unsetOutputOf } from '../variables/member-names.js';
import { findPlace, type View } from '../view.js';
import { after, reject, type CommandHandler } from './command-handler.js';

/** All moves, or none: what keeps a part from moving refuses the whole. The new version comes by the context. */
export const migrateProcessInstance: CommandHandler<'MigrateProcessInstance'> = (view, command) => {
  const { mapping, timers, reason } = command;
  const process = view.context.migrateTo;
  if (!process) return reject({ code: 'invalid', message: '没有给出要迁移到的版本。' });
  const plan = planMigration(view, { process, mapping });
  if (!plan.ok) {
    const message = plan.error.map(({ reason: why }) => why).join('');
    return reject({ code: 'invalid', message, ...(plan.error[0] && { elementId: plan.error[0].elementId }) });
  }
  const isGone = (id: string): boolean => !findPlace({ ...view, process }, newIdOf(mapping, id));
  const renamed: Step = {
    event: {
      type: 'ProcessInstanceMigrated',
      at: view.context.now,
      elements: plan.value.elements,
      flows: plan.value.flows,
      forgotten: view.state.executed.filter(isGone),
      reason,
    },
  };
  const scopes = [renamed, ...scopeSteps(view, plan.value), ...memberSteps(view, process, mapping)];
  const moved = after({ ...view, process }, scopes);
  const waits = waitSteps(moved, view, plan.value, mapping, timers);
  return waits.ok
    ? ok([...scopes, ...waits.value])
    : reject({ code: 'invalid', message: `新版本的事件无法等待：${waits.error.message}` });
};

/** What the new version collects under another name goes on where it is, and members that run keep what it names now. */
function memberSteps(
  view: View,
  process: ExecutableProcess,
  mapping: Readonly<Record<string, string>>,
): Step[] {
  return ownVisits(view).flatMap((key): Step[] => {
    const known = view.state.variables[key] ?? {};
    const given = givenAnew(view, key, process.nodes[newIdOf(mapping, view.state.instances[key]!.elementId)]);
    const lacking = Object.entries(given).filter(([name]) => !Object.hasOwn(known, name));
    return lacking.length === 0
      ? []
      : [{ event: { type: 'VariablesSet', scope: key, values: Object.fromEntries(lacking) } }];
  });
}

function givenAnew(view: View, key: ElementInstanceKey, to: FlowNode | undefined): JsonObject {
  const { elementId, loop, member } = view.state.instances[key]!;
  if (!to) return {};
  if (loop) return collectedUnder(view, view.process.nodes[elementId]!, to, view.state.variables[key] ?? {});
  return member === undefined ? {} : unsetOutputOf(view, to);
}

function scopeSteps(view: View, { created, moved, dissolved }: MigrationPlan): Step[] {
  return [
    ...created.map(({ key, elementId, scope }): Step => ({
      event: { type: 'ElementActivated', key, elementId, scope },
    })),
    ...moved.map(({ key, scope }): Step => ({ event: { type: 'ElementMoved', key, scope } })),
    ...dissolved.flatMap((key) => leaveScope(view, key, dissolved)),
  ];
}

/** The variables of a sub-process that is left go to the scope around it, where they hide none of the same name. */
function leaveScope(view: View, key: ElementInstanceKey, dissolved: readonly ElementInstanceKey[]): Step[] {
  const { instances, variables } = view.state;
  const { elementId } = instances[key]!;
  let scope = instances[key]!.scope;
  while (dissolved.includes(scope)) scope = instances[scope]!.scope;
  const known = variables[scope] ?? {};
  const values = Object.fromEntries(
    Object.entries(variables[key] ?? {}).filter(([name]) => !Object.hasOwn(known, name)),
  );
  return [
    ...closeAttachedTo(view, key),
    ...(Object.keys(values).length > 0 ? [{ event: { type: 'VariablesSet' as const, scope, values } }] : []),
    { event: { type: 'ElementTerminated', key, elementId } },
  ];
}

/** Events that wait keep waiting, those that are lost are closed, new ones opened; timers are kept or planned anew. */
function waitSteps(
  view: View,
  before: View,
  { created }: MigrationPlan,
  mapping: Readonly<Record<string, string>>,
  timers: 'keep' | 'replan',
): Result<Step[], Fault> {
  const oldIds = new Map(Object.keys(before.process.nodes).map((id) => [newIdOf(mapping, id), id]));
  const oldIdOf = (id: string): string => oldIds.get(id) ?? id;
  const isNew = new Set(created.map(({ key }) => key));
  const steps: Step[] = [];
  for (const key of [rootKeyOf(view.process), ...ownVisits(view)]) {
    if (!isNew.has(key)) steps.push(...closeLost(view, before, key, oldIdOf));
    const had = isNew.has(key) ? new Set<string>() : hadBefore(before, key, mapping);
    const mayWait = isNew.has(key) ? () => true : mayWaitAt(before, key);
    const opened = openNew(after(view, steps), key, (place) => !had.has(place.elementId) && mayWait(place));
    if (!opened.ok) return opened;
    steps.push(...opened.value);
  }
  if (timers === 'keep') return ok(steps);
  const replanned = replanTimers(after(view, steps));
  return replanned.ok ? ok([...steps, ...replanned.value]) : replanned;
}

/** New ids of the events that stood beside this visit in the old version, whether they still wait or have happened. */
const hadBefore = (
  before: View,
  key: ElementInstanceKey,
  mapping: Readonly<Record<string, string>>,
): Set<string> => new Set(placesOf(before, key).map(({ elementId }) => newIdOf(mapping, elementId)));

/** The definition by which the turn goes on. */
export const processAfter = (view: View, migrates: boolean): ExecutableProcess =>
  (migrates ? view.context.migrateTo : undefined) ?? view.process;
