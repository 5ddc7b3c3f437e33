import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { elementsByKey, type HistoryEntry } from '@wuqing/persistence';
import type { StepSight } from './step-sight.js';

/** In whose name an entry stands whose actor is not told. */
export const WITHHELD = 'system:withheld';

/** What somebody did, by the command that it was done with: the first event of these kinds is what set the entry off. */
const acts: Readonly<Record<string, EngineEvent['type']>> = {
  CompleteUserTask: 'UserTaskCompleted',
  CorrelateMessage: 'MessageCorrelated',
  TriggerSignal: 'SignalReceived',
  TriggerTimer: 'TimerTriggered',
  CompleteServiceTask: 'ServiceTaskCompleted',
  ThrowServiceError: 'ErrorThrown',
  FailServiceTask: 'IncidentRaised',
  ResolveIncident: 'IncidentResolved',
  SkipElement: 'ElementSkipped',
  AddMultiInstanceMember: 'LoopMemberAdded',
  RemoveMultiInstanceMember: 'LoopMemberRemoved',
};
const RECEIVED: readonly EngineEvent['type'][] = ['MessageCorrelated', 'SignalReceived'];
/** Somebody works or waits there; everything else goes by itself. */
const LASTING: readonly string[] = ['userTask', 'subProcess', 'callActivity'];

export interface Seeing {
  readonly sight: StepSight;
  readonly process: ExecutableProcess;
}

/**
 * A case's journal as this reader may know it. Without what is closed to him; without the flows that lead there and away;
 * without what merely followed by itself from something closed; and without the person whose act that was.
 */
export function historyAsSeen(history: readonly HistoryEntry[], { sight, process }: Seeing): HistoryEntry[] {
  const elementOf = elementsByKey(history.flatMap(({ events }) => events));
  const idOf = (event: EngineEvent): string | undefined =>
    'elementId' in event ? event.elementId : 'key' in event ? elementOf(event.key) : undefined;
  return history.map((entry) => {
    const act = entry.events.find(({ type }) => type === acts[entry.commandKind]);
    const isClosedAct = act !== undefined && !sight.knows(idOf(act)!);
    const reading = { sight, process, idOf, elementOf, isClosedAct };
    const hidden = hiddenIn(entry.events, reading);
    const events = entry.events.filter((event) => !isHidden(event, hidden, reading));
    const isHiddenAct = isClosedAct || (act !== undefined && hidden.has(idOf(act)!));
    const told = { ...entry, events: events.map((event) => withoutNames(event, reading)) };
    return isHiddenAct || !isActorKnown(entry, act, reading) ? withheld(told, isHiddenAct) : told;
  });
}

interface Reading extends Seeing {
  readonly idOf: (event: EngineEvent) => string | undefined;
  readonly elementOf: (key: string) => string;
  /** What set the entry off is closed to the reader. */
  readonly isClosedAct: boolean;
}

/**
 * Elements that this entry does not tell of: what is closed; what began and ended by itself after a closed act; and what
 * led by itself to nothing that may be told.
 */
function hiddenIn(events: readonly EngineEvent[], reading: Reading): ReadonlySet<string> {
  const { sight, process, idOf, isClosedAct } = reading;
  const ids = new Set(events.flatMap((event) => idOf(event) ?? []));
  const hidden = new Set([...ids].filter((id) => !sight.knows(id)));
  const passed = passedIn(events, process);
  if (isClosedAct) for (const id of passed) hidden.add(id);
  const flows = events.flatMap((event) =>
    event.type === 'SequenceFlowTaken' ? (process.flows[event.flowId] ?? []) : [],
  );
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size;
    for (const id of passed) {
      const onward = flows.filter(({ source }) => source === id);
      if (onward.length > 0 && onward.every(({ target }) => hidden.has(target))) hidden.add(id);
    }
  }
  return hidden;
}

/** Elements at which nobody works and no token was left. */
function passedIn(events: readonly EngineEvent[], { nodes }: ExecutableProcess): Set<string> {
  const passed = new Set<string>();
  for (const event of events) {
    if (event.type !== 'ElementCompleted') continue;
    const node = Object.hasOwn(nodes, event.elementId) ? nodes[event.elementId] : undefined;
    if (node && !LASTING.includes(node.type)) passed.add(event.elementId);
  }
  return passed;
}

function isHidden(event: EngineEvent, hidden: ReadonlySet<string>, reading: Reading): boolean {
  const { sight, process, idOf, isClosedAct } = reading;
  if (event.type === 'VariablesSet') return true;
  if (event.type === 'SequenceFlowTaken') {
    const flow = Object.hasOwn(process.flows, event.flowId) ? process.flows[event.flowId] : undefined;
    if (!flow) return isClosedAct;
    return isClosedAct || [flow.source, flow.target].some((id) => hidden.has(id) || !sight.knows(id));
  }
  if (event.type === 'StepReturned') return !sight.knows(event.target);
  const id = idOf(event);
  return id !== undefined && hidden.has(id);
}

/** What an operator began and ended, without what is closed. */
function withoutNames(event: EngineEvent, { sight, elementOf }: Reading): EngineEvent {
  if (event.type !== 'ProcessInstanceModified') return event;
  return {
    ...event,
    activated: event.activated.filter((id) => sight.knows(id)),
    terminated: event.terminated.filter((key) => sight.knows(elementOf(key))),
  };
}

/**
 * Whose act it was is told where the act is: not where it lies in another case of the call tree, and not where the sender
 * of what was received is closed further than what he sent.
 */
function isActorKnown(
  { commandKind, actorId, events }: HistoryEntry,
  act: EngineEvent | undefined,
  { sight, idOf }: Reading,
): boolean {
  if (commandKind === 'StartProcessInstance') {
    const start = events.find((event) => event.type === 'ElementActivated');
    return start === undefined || sight.knowsSender(start.elementId, actorId);
  }
  if (act === undefined)
    return acts[commandKind] === undefined || events.some(isPutOff) || sight.knowsActorsElsewhere;
  return !RECEIVED.includes(act.type) || sight.knowsSender(idOf(act)!, actorId);
}

const isPutOff = ({ type }: EngineEvent): boolean => type === 'CommandDeferred';

/** `isWhole`: not even the reason and the fields that stand beside the act. */
const withheld = (entry: HistoryEntry, isWhole: boolean): HistoryEntry => ({
  ...entry,
  actorId: WITHHELD,
  onBehalfOf: [],
  ...(isWhole && { commandId: '' }),
});
