import type { EngineEvent } from '../engine-event.js';
import { put } from './record.js';
import type { ProcessInstanceState } from '../state.js';

type State = ProcessInstanceState;
type Migrated = Extract<EngineEvent, { type: 'ProcessInstanceMigrated' }>;
type Named = { readonly elementId: string };

/** The part of `evolve` for migration. Keys stay: they name visits, not elements. */
export const migrationAppliers = {
  ProcessInstanceMigrated: migrated,
  ElementMoved: (state: State, { key, scope }: Extract<EngineEvent, { type: 'ElementMoved' }>): State => ({
    ...state,
    instances: put(state.instances, key, { ...state.instances[key]!, scope }),
  }),
};

function migrated(state: State, { elements, flows, forgotten }: Migrated): State {
  const idOf = (id: string): string => (Object.hasOwn(elements, id) ? elements[id]! : id);
  const flowOf = (id: string): string => (Object.hasOwn(flows, id) ? flows[id]! : id);
  const renamed = <T extends Named>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    mapRecord(record, (item) => ({ ...item, elementId: idOf(item.elementId) }));
  const { signals, conditions, completed } = state;
  return {
    ...state,
    instances: mapRecord(state.instances, ({ pending, ...instance }) => ({
      ...instance,
      elementId: idOf(instance.elementId),
      ...(pending && { pending: pending.map(idOf) }),
    })),
    joins: Object.fromEntries(
      Object.entries(state.joins).map(([join, tokens]) => {
        const end = join.indexOf('/', join.indexOf('#')) + 1;
        const waiting = Object.entries(tokens).map(([flowId, number]) => [flowOf(flowId), number]);
        return [join.slice(0, end) + idOf(join.slice(end)), Object.fromEntries(waiting)];
      }),
    ),
    timers: renamed(state.timers),
    subscriptions: renamed(state.subscriptions),
    ...(signals && { signals: renamed(signals) }),
    ...(conditions && { conditions: renamed(conditions) }),
    ...(completed && { completed: completed.map((item) => ({ ...item, elementId: idOf(item.elementId) })) }),
    incidents: mapRecord(state.incidents, ({ goal, ...incident }) => ({
      ...incident,
      elementId: idOf(incident.elementId),
      ...(goal && { goal: idOf(goal) }),
    })),
    executed: state.executed.filter((id) => !forgotten.includes(id)).map(idOf),
  };
}

const mapRecord = <T>(
  record: Readonly<Record<string, T>>,
  change: (item: T) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([key, item]) => [key, change(item)]));
