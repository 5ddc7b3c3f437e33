import { evolveAll, initialState, type JournalEntry, type ProcessInstanceState } from '@wuqing/bpmn-engine';
import { assert } from '@wuqing/kernel';
import type { CarriedInstance, PendingCall } from '@wuqing/workflow-contracts';

/**
 * Where a case stands by its journal alone, as a new run of its workflow takes it over: the state that its facts evolve
 * to, the versions that it goes by, and the calls of services that nobody has answered. Timers, messages and signals
 * that are waited for stand in the state. Throws where an entry is missing: a journal with a hole decides nothing.
 */
export function carriedBy(entries: readonly JournalEntry[]): CarriedInstance {
  entries.forEach(({ position }, index) =>
    assert(position === index, `Expected journal entry ${index}, found ${position}`),
  );
  const state = entries.reduce((before, { events }) => evolveAll(before, events), initialState());
  const bindings = entries.findLast((entry) => entry.bindings !== undefined)?.bindings;
  const calls = pendingCalls(entries, state);
  return {
    state,
    position: entries.length,
    ...(bindings && { bindings }),
    ...(calls.length > 0 && { calls }),
  };
}

/** Of each service task that waits the last call, unless its answer lies in a case that stands still. */
function pendingCalls(entries: readonly JournalEntry[], state: ProcessInstanceState): PendingCall[] {
  const answered = new Set(
    (state.suspended?.deferred ?? []).flatMap((command) =>
      'serviceTask' in command ? [command.serviceTask as string] : [],
    ),
  );
  const last = new Map<string, PendingCall>();
  for (const { effects, position } of entries)
    for (const effect of effects)
      if (effect.type === 'InvokeServiceTask') last.set(effect.serviceTask, { effect, position });
  return [...last.values()].filter(
    ({ effect: { serviceTask } }) => serviceTask in state.services && !answered.has(serviceTask),
  );
}
