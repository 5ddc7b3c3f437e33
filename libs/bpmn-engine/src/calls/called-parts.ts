import type { ElementInstanceKey } from '../command.js';
import type { Effect } from '../effect.js';
import type { EngineEvent } from '../engine-event.js';
import type { ProcessInstanceState } from '../state.js';

/** One called process that an entry touches. */
export interface CalledPart {
  /** The visit of the call activity. */
  readonly call: ElementInstanceKey;
  /** The visit in whose called process that call activity lies; absent in the process of the case itself. */
  readonly caller?: ElementInstanceKey;
  /** Of the called process. */
  readonly definitionChecksum: string;
}

/** What of an entry lies in called processes: each of them has a case of its own, which shows its part. */
export interface CalledParts {
  /** Keys of the entry that lie in a called process → the innermost visit of a call activity around them. */
  readonly owners: Readonly<Record<ElementInstanceKey, ElementInstanceKey>>;
  /** Those visits, each behind its caller. */
  readonly parts: readonly CalledPart[];
}

/** `call-1/approve#5` → `approve#5`: an element or a key as the called process itself names it. */
export const nameWithin = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** `call-1/approve` → `call-1`; undefined where the element lies in no called process. */
export const callAround = (elementId: string): string | undefined => {
  const end = elementId.lastIndexOf('/');
  return end < 0 ? undefined : elementId.slice(0, end);
};

interface Standing {
  readonly elementId: string;
  /** Key of the scope, or of what an event is attached to. */
  readonly within?: ElementInstanceKey;
  readonly isLoop: boolean;
}

type LookUp = (key: ElementInstanceKey) => Standing | undefined;

/** Which visit of a call activity a running, waiting or stuck thing lies in. */
export const ownerIn = (
  state: ProcessInstanceState,
  key: ElementInstanceKey,
): ElementInstanceKey | undefined => ownerOf(key, (other) => standingIn(state, other));

/**
 * The called processes that these facts and wishes concern, seen from the state before them; undefined where they
 * concern none. `checksumOf` names the definition that a call activity (by its element id) runs.
 */
export function calledPartsOf(
  before: ProcessInstanceState,
  events: readonly EngineEvent[],
  effects: readonly Effect[],
  checksumOf: (callActivity: string) => string,
): CalledParts | undefined {
  const keys = [...events, ...effects].flatMap(keysOf);
  if (!keys.some((key) => key.includes('/'))) return undefined;
  const met = new Map<ElementInstanceKey, Standing>();
  for (const event of events) meet(met, event);
  const lookUp: LookUp = (key) => met.get(key) ?? standingIn(before, key);
  const owners = new Map<ElementInstanceKey, ElementInstanceKey>();
  for (const key of keys) {
    const owner = ownerOf(key, lookUp);
    if (owner !== undefined) owners.set(key, owner);
  }
  const parts = new Map<ElementInstanceKey, CalledPart>();
  for (const owner of owners.values()) addPart(parts, owner, lookUp, checksumOf);
  return { owners: Object.fromEntries(owners), parts: [...parts.values()] };
}

function addPart(
  parts: Map<ElementInstanceKey, CalledPart>,
  call: ElementInstanceKey,
  lookUp: LookUp,
  checksumOf: (callActivity: string) => string,
): void {
  if (parts.has(call)) return;
  const caller = ownerOf(call, lookUp);
  if (caller !== undefined) addPart(parts, caller, lookUp, checksumOf);
  const { elementId } = lookUp(call)!;
  parts.set(call, { call, ...(caller && { caller }), definitionChecksum: checksumOf(elementId) });
}

function ownerOf(key: ElementInstanceKey, lookUp: LookUp): ElementInstanceKey | undefined {
  const own = lookUp(key);
  const call = own && callAround(own.elementId);
  if (call === undefined) return undefined;
  for (let at = own?.within; at !== undefined; at = lookUp(at)?.within) {
    const around = lookUp(at);
    if (around?.elementId === call && !around.isLoop) return at;
  }
  return undefined;
}

function standingIn(
  { instances, timers, subscriptions, signals, conditions }: ProcessInstanceState,
  key: ElementInstanceKey,
): Standing | undefined {
  const instance = instances[key];
  if (instance)
    return {
      elementId: instance.elementId,
      within: instance.scope,
      isLoop: instance.loop !== undefined,
    };
  const wait = timers[key] ?? subscriptions[key] ?? signals?.[key] ?? conditions?.[key];
  return wait && standingOf(wait);
}

const standingOf = ({
  elementId,
  attachedTo,
}: {
  readonly elementId: string;
  readonly attachedTo?: ElementInstanceKey;
}): Standing => ({ elementId, ...(attachedTo !== undefined && { within: attachedTo }), isLoop: false });

function meet(met: Map<ElementInstanceKey, Standing>, event: EngineEvent): void {
  if (event.type === 'ElementActivated')
    met.set(event.key, { elementId: event.elementId, within: event.scope, isLoop: event.loop === true });
  else if ('attachedTo' in event && event.attachedTo !== undefined) met.set(event.key, standingOf(event));
}

/** The keys by which an event or an effect is placed. */
export function keysOf(fact: EngineEvent | Effect): ElementInstanceKey[] {
  if ('userTask' in fact) return [fact.userTask];
  if ('timer' in fact) return [fact.timer];
  if ('subscription' in fact) return [fact.subscription];
  if ('serviceTask' in fact) return [fact.serviceTask];
  if ('messageId' in fact) return [fact.messageId];
  if ('signalId' in fact) return [fact.signalId];
  const keys = 'key' in fact ? [fact.key] : [];
  return 'scope' in fact ? [...keys, fact.scope] : keys;
}
