import { isCatch, type CatchDefinition, type FlowNode } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { waitAttached } from '../waiting/attached-events.js';
import { waitFor } from '../waiting/catch-event.js';
import type { ElementInstanceKey } from '../command.js';
import { bySerial, keyOf, rootKeyOf } from '../element-instance-key.js';
import { isDeaf, waitsOnce } from '../scopes/hearing.js';
import { eventSubProcessStarts } from '../scopes/scope-opening.js';
import type { Fault, Step } from '../step.js';
import { closeAttachedTo } from '../scopes/termination.js';
import { elementIdIn, findPlace, visitOf, type Place, type View } from '../view.js';

const definitionOf = (node: FlowNode | undefined): CatchDefinition | undefined =>
  node && 'definition' in node && isCatch(node.definition) ? node.definition : undefined;

/** Closes what waits on behalf of `key` (ids of the new version) for an event that is there no more or of another kind. */
export function closeLost(
  view: View,
  before: View,
  key: ElementInstanceKey,
  oldIdOf: (id: string) => string,
): Step[] {
  const places = placesOf(view, key).map(({ elementId }) => elementId);
  return closeAttachedTo(view, key, (elementId) => {
    if (visitType(view, key) === 'eventBasedGateway') return false;
    const kept = definitionOf(findPlace(view, elementId)?.node)?.kind;
    const was = definitionOf(findPlace(before, oldIdOf(elementId))?.node)?.kind;
    return kept === undefined || kept !== was || !places.includes(elementId);
  });
}

const visitType = (view: View, key: ElementInstanceKey): string | undefined =>
  key === rootKeyOf(view.process) ? undefined : visitOf(view, key).node.type;

/** The events that may wait on behalf of a running visit: its boundary events and its event sub-processes' starts. */
export function placesOf(view: View, key: ElementInstanceKey): Place[] {
  if (key === rootKeyOf(view.process)) return eventSubProcessStarts(view, view.process.key);
  const { node, prefix } = visitOf(view, key);
  const { loop, member } = view.state.instances[key]!;
  const boundaries =
    member === undefined ? node.boundaries.flatMap((id) => findPlace(view, prefix + id) ?? []) : [];
  const isScope = node.type === 'subProcess' && !loop;
  return [...boundaries, ...(isScope ? eventSubProcessStarts(view, elementIdIn(view, key)) : [])];
}

/** Opens what the new version has beside a running visit and the old one had not. */
export const openNew = (
  view: View,
  key: ElementInstanceKey,
  mayWait: (place: Place) => boolean,
): Result<Step[], Fault> => waitAttached(view, key, placesOf(view, key).filter(mayWait));

/**
 * Which events may wait beside a visit that runs in the old version. What has not begun waits for nothing: the retry begins it
 * with all of its events (BPMN 2.0.2 figure 13.2); a scope that has not opened, or is interrupted, hears none inside.
 */
export function mayWaitAt(before: View, key: ElementInstanceKey): (place: Place) => boolean {
  if (!waitsOnce(before)) return () => true;
  if (before.state.incidents[key]?.retry === 'enter') return () => false;
  const root = rootKeyOf(before.process);
  const isScope = key === root || visitOf(before, key).node.type === 'subProcess';
  const closed = isScope && isDeaf(before, key);
  return ({ node }) => node.type !== 'startEvent' || !closed;
}

/** Every timer is planned anew, from now, by what the new version says; the keys of attached ones are new. */
export function replanTimers(view: View): Result<Step[], Fault> {
  const steps: Step[] = [];
  let serial = view.state.counter;
  for (const key of Object.keys(view.state.timers).sort(bySerial)) {
    const timer = view.state.timers[key]!;
    const place = findPlace(view, timer.elementId);
    const definition = definitionOf(place?.node);
    if (!place || definition?.kind !== 'timer') continue;
    const isOwn = timer.attachedTo === undefined;
    if (!isOwn) serial += 1;
    const interrupting = 'interrupting' in place.node && place.node.interrupting;
    const anew = waitFor(view, {
      place,
      definition,
      key: isOwn ? key : keyOf(timer.elementId, serial),
      ...(timer.attachedTo && { attachedTo: timer.attachedTo }),
      readsIn: timer.attachedTo ?? key,
      recurs: !isOwn && !interrupting,
    });
    if (!anew.ok) return anew;
    steps.push(
      { event: { type: 'TimerCanceled', key } },
      { effect: { type: 'CancelTimer', timer: key } },
      ...anew.value,
    );
  }
  return ok(steps);
}
