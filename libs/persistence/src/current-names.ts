import type { EngineEvent } from '@wuqing/bpmn-engine';

type Rename = (id: string) => string;
interface Renames {
  readonly element: Rename;
  readonly flow: Rename;
}

const same: Rename = (id) => id;

/**
 * A case's events by the element and flow ids of the version that it goes by now: a migration gives new ids to what was
 * before it. Keys stay, they name visits; ids that the new version does not have stay as they were.
 */
export function inCurrentNames<T extends { readonly events: readonly EngineEvent[] }>(
  entries: readonly T[],
): T[] {
  let renames: Renames = { element: same, flow: same };
  const named: T[] = [];
  for (const entry of [...entries].reverse()) {
    const events: EngineEvent[] = [];
    for (const event of [...entry.events].reverse()) {
      events.unshift(renamed(event, renames));
      if (event.type === 'ProcessInstanceMigrated') renames = before(event, renames);
    }
    named.unshift({ ...entry, events });
  }
  return named;
}

const before = (
  { elements, flows }: Extract<EngineEvent, { type: 'ProcessInstanceMigrated' }>,
  { element, flow }: Renames,
): Renames => ({
  element: (id) => element(Object.hasOwn(elements, id) ? elements[id]! : id),
  flow: (id) => flow(Object.hasOwn(flows, id) ? flows[id]! : id),
});

function renamed(event: EngineEvent, { element, flow }: Renames): EngineEvent {
  if (event.type === 'SequenceFlowTaken') return { ...event, flowId: flow(event.flowId) };
  if (event.type === 'StepReturned') return { ...event, target: element(event.target) };
  return 'elementId' in event ? { ...event, elementId: element(event.elementId) } : event;
}

/** Which element each visit is of, by the ids that the events bear. */
export function elementsByKey(events: readonly EngineEvent[]): (key: string) => string {
  const elements = new Map<string, string>();
  for (const event of events)
    if ('key' in event && 'elementId' in event) elements.set(event.key, event.elementId);
  return (key) => elements.get(key) ?? key.slice(0, key.lastIndexOf('#'));
}
