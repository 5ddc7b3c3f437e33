import {
  callAround,
  keysOf,
  nameWithin,
  type CalledPart,
  type CalledParts,
  type Effect,
  type ElementInstanceKey,
  type EngineEvent,
  type JournalProposal,
} from '@wuqing/bpmn-engine';

export type Facts = Pick<JournalProposal, 'events' | 'effects'>;

/** What of an entry lies in one called process, by the names that this process itself has. */
export interface PartOfEntry extends Facts {
  readonly part: CalledPart;
  /** Whether anything of it was entered, so that it is a case from now on. */
  readonly enters: boolean;
}

/** What of an entry lies in the case's own process and in no called one. */
export function ownFacts({ events, effects, called }: JournalProposal): Facts {
  if (!called) return { events, effects };
  return {
    events: events.filter((event) => isOwnEvent(event)),
    effects: effects.filter((effect) => !keysOf(effect).some((key) => key.includes('/'))),
  };
}

/** Of a journal that tells of called processes too, the events of the case's own process. */
export function isOwnEvent(event: EngineEvent): boolean {
  const name = 'flowId' in event ? event.flowId : 'elementId' in event ? event.elementId : undefined;
  return !(name ?? keysOf(event)[0] ?? '').includes('/');
}

/** The part of each called process, callers first. `rootKeyOf`: how a called process names itself as a scope. */
export function partsOf(
  { events, effects, called }: JournalProposal,
  rootKey: (part: CalledPart) => ElementInstanceKey,
): PartOfEntry[] {
  if (!called) return [];
  return called.parts.map((part) => {
    const within = { call: part.call, rootKey: rootKey(part) };
    const own = events.filter((event) => callOf(event, called) === part.call);
    return {
      part,
      enters: own.some(({ type }) => type === 'ElementActivated'),
      events: own.map((event) => localized(event, within)),
      effects: effects
        .filter((effect) => keysOf(effect).some((key) => called.owners[key] === part.call))
        .map((effect) => localized(effect, within)),
    };
  });
}

/** The visit of a call activity in whose called process the event happened. */
function callOf(event: EngineEvent, { owners, parts }: CalledParts): ElementInstanceKey | undefined {
  if ('key' in event) return owners[event.key];
  if (!('scope' in event)) return undefined;
  const isIn = event.type === 'VariablesSet' || callAround(nameOf(event)) !== undefined;
  return isIn && parts.some(({ call }) => call === event.scope) ? event.scope : owners[event.scope];
}

const nameOf = (event: EngineEvent): string =>
  'flowId' in event ? event.flowId : 'elementId' in event ? event.elementId : '';

/** Members of events and effects that hold element ids, flow ids or keys, alone or as a list. */
const naming: ReadonlySet<string> = new Set([
  'key',
  'elementId',
  'scope',
  'flowId',
  'flowIds',
  'attachedTo',
  'goal',
  'activity',
  'activities',
  'elementIds',
  'caughtBy',
  'userTask',
  'timer',
  'subscription',
  'serviceTask',
  'messageId',
  'signalId',
]);

interface Within {
  readonly call: ElementInstanceKey;
  readonly rootKey: ElementInstanceKey;
}

/** The same fact: only the names in it are shortened, so its type stays. */
const localized = <T extends EngineEvent | Effect>(fact: T, within: Within): T =>
  Object.fromEntries(
    Object.entries(fact).map(([member, value]) => [
      member,
      naming.has(member) ? localName(value, within) : value,
    ]),
  ) as T;

function localName(value: unknown, within: Within): unknown {
  if (Array.isArray(value)) return value.map((one) => localName(one, within));
  if (typeof value !== 'string') return value;
  return value === within.call ? within.rootKey : nameWithin(value);
}
