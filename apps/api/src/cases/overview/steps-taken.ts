import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { SequenceFlow } from '@wuqing/bpmn-model';
import { elementsByKey, type HistoryEntry } from '@wuqing/persistence';
import { shownMs } from '../../http/shown-moment.js';

/** What a case did at one element. */
export interface StepTaken {
  readonly visits: number;
  readonly isRunning: boolean;
  /** Epoch ms in the case's own time of the last time that somebody was done with it. */
  readonly doneAt: number | null;
}

type Told = Pick<HistoryEntry, 'at' | 'events'>;

/** By element id, in the order in which they began first. Of a step for many members the whole is counted and not each. */
export function stepsTaken(history: readonly Told[]): ReadonlyMap<string, StepTaken> {
  const events = history.flatMap((entry) => entry.events);
  const elementOf = elementsByKey(events);
  const wholes = new Set(events.flatMap((event) => (isWhole(event) ? [event.elementId] : [])));
  const running = new Map<string, string>();
  const taken = new Map<string, { visits: number; doneAt: number | null }>();
  for (const { at, events: told } of history) {
    for (const event of told) {
      if (event.type === 'ElementActivated') {
        running.set(event.key, event.elementId);
        const known = taken.get(event.elementId) ?? { visits: 0, doneAt: null };
        if (!wholes.has(event.elementId) || isWhole(event)) known.visits += 1;
        taken.set(event.elementId, known);
      }
      if (event.type === 'ElementCompleted' || event.type === 'ElementTerminated') running.delete(event.key);
      if (event.type === 'UserTaskCompleted') {
        const known = taken.get(elementOf(event.key));
        if (known) known.doneAt = shownMs(at);
      }
    }
  }
  const now = new Set(running.values());
  return new Map([...taken].map(([id, step]) => [id, { ...step, isRunning: now.has(id) }]));
}

const isWhole = (event: EngineEvent): event is Extract<EngineEvent, { type: 'ElementActivated' }> =>
  event.type === 'ElementActivated' && event.loop === true;

interface Drawing {
  readonly flows: Readonly<Record<string, Pick<SequenceFlow, 'source' | 'target'>>>;
}

/** Flows by which the case went back: on a circle of the drawing, to where it had been before it came to where they leave. */
export function returnedFlows(events: readonly EngineEvent[], process: Drawing): string[] {
  const first = new Map<string, number>();
  const returned = new Set<string>();
  for (const [position, event] of events.entries()) {
    if (event.type === 'ElementActivated' && !first.has(event.elementId))
      first.set(event.elementId, position);
    if (event.type !== 'SequenceFlowTaken' || !Object.hasOwn(process.flows, event.flowId)) continue;
    const { source, target } = process.flows[event.flowId]!;
    const [from, to] = [first.get(source), first.get(target)];
    if (from !== undefined && to !== undefined && to <= from && leadsTo(process, target, source))
      returned.add(event.flowId);
  }
  return [...returned];
}

function leadsTo({ flows }: Drawing, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const { source, target } of Object.values(flows)) if (source === id) seen.add(target);
  }
  return false;
}
