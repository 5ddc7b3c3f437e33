import type { StartEvent } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import { adHocOf, beginAdHoc } from './ad-hoc.js';
import { asksAtOnce, waitAttached } from '../waiting/attached-events.js';
import type { ElementInstanceKey } from '../command.js';
import { fault, incident, type Arrival, type Fault, type Step } from '../step.js';
import { elementIdIn, enclosingIdOf, placeOf, placesInside, type Place, type View } from '../view.js';

/** A scope begins: its event sub-processes wait, and a token stands at its start event or on the way to the goal. */
export function openScope(view: View, key: ElementInstanceKey, arrival: Arrival): Step[] {
  const elementId = elementIdIn(view, key);
  const steps = openingOf(view, key, elementId, arrival);
  return steps.ok ? steps.value : [incident({ key, elementId }, steps.error, 'perform', arrival)];
}

function openingOf(
  view: View,
  key: ElementInstanceKey,
  elementId: string,
  { goal, ...brought }: Arrival,
): Result<Step[], Fault> {
  const waiting = waitForEventSubProcesses(view, key, elementId);
  if (!waiting.ok) return waiting;
  const adHoc = goal === undefined ? adHocOf(view, key) : undefined;
  if (adHoc) {
    const begun = beginAdHoc(view, key, adHoc);
    return begun.ok ? ok([...waiting.value, ...begun.value]) : begun;
  }
  const first = goal === undefined ? startOf(view, elementId) : stepToward(view, elementId, goal);
  if (!first) return fault('no-start', `Expected a start event in ${elementId}`);
  const arrival: Arrival = { ...brought, ...(goal !== first && goal && { goal }) };
  const asked: Step[] = asksAtOnce(view, waiting.value) ? [{ next: { do: 'ask', key } }] : [];
  return ok([
    ...waiting.value,
    ...asked,
    { next: { do: 'activate', elementId: first, scope: key, arrival } },
  ]);
}

/** The none start event; where there is none the first of another kind, whose trigger is then the cause of this. */
function startOf(view: View, scopeElementId: string): string | undefined {
  const starts = placesInside(view, scopeElementId).filter(({ node }) => node.type === 'startEvent');
  const none = starts.find(({ node }) => (node as StartEvent).definition.kind === 'none');
  return (none ?? starts[0])?.elementId;
}

/** The element directly inside `scopeElementId` that is `goal` or encloses it. */
export function stepToward(view: View, scopeElementId: string, goal: string): string {
  let elementId = goal;
  for (;;) {
    const enclosing = enclosingIdOf(placeOf(view, elementId));
    if (enclosing === scopeElementId) return elementId;
    elementId = enclosing;
  }
}

/**
 * Every event sub-process of the scope begins to wait, save those whose start events `waits` already and those that are
 * looked up when something is thrown.
 */
export function waitForEventSubProcesses(
  view: View,
  scope: ElementInstanceKey,
  scopeElementId: string,
  waits: (startEventId: string) => boolean = () => false,
): Result<Step[], Fault> {
  const starts = eventSubProcessStarts(view, scopeElementId).filter(({ elementId }) => !waits(elementId));
  const mute = starts.find(({ node }) => (node as StartEvent).definition.kind === 'none');
  if (mute) return fault('no-trigger', `Expected something that triggers ${mute.elementId}`);
  return waitAttached(view, scope, starts);
}

/** The start events of the event sub-processes directly inside a scope's element. */
export const eventSubProcessStarts = (view: View, scopeElementId: string): Place[] =>
  placesInside(view, scopeElementId)
    .filter(({ node }) => node.type === 'subProcess' && node.triggeredByEvent)
    .flatMap(({ elementId }) =>
      placesInside(view, elementId).filter(({ node }) => node.type === 'startEvent'),
    );
