import { isCatch, type BoundaryEvent, type EventDefinition, type StartEvent } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { rootKeyOf } from '../element-instance-key.js';
import { isMember, loopStateOf } from '../scopes/loop.js';
import { isInterrupted, isReopened } from '../scopes/scope-kind.js';
import { incident, type Step } from '../step.js';
import { boundaryHappened, eventSubProcessStarted } from './trigger.js';
import { elementIdIn, placeOf, placesInside, visitOf, type Place, type View } from '../view.js';

/** An event that catches what was thrown inside the running activity or scope `of`. */
interface Catcher {
  readonly place: Place<BoundaryEvent | StartEvent>;
  readonly of: ElementInstanceKey;
}

/** How well an event catches: not at all, because it catches everything, or because it names the code. */
type Match = 'none' | 'any' | 'code';
type Judge = (definition: EventDefinition, place: Place) => Match;

/** An error ends its thrower: the nearest event that catches it goes on, and where there is none the thrower is stuck. */
export function throwError(
  view: View,
  key: ElementInstanceKey,
  errorCode: string,
  variables: JsonObject,
): Step[] {
  const catcher = nearestCatcher(view, key, (definition, { process }) => {
    if (definition.kind !== 'error') return 'none';
    if (definition.error === undefined) return 'any';
    return process.errors?.[definition.error]?.errorCode === errorCode ? 'code' : 'none';
  });
  if (catcher) return caught(view, catcher, variables);
  const visit = visitOf(view, key);
  const message = `Expected an event that catches error ${errorCode} thrown by ${visit.elementId}`;
  return [incident(visit, { code: 'unhandled-error', message }, 'perform')];
}

/** An escalation is told to the nearest event that catches it; its thrower goes on unless that event interrupts it. */
export function escalate(view: View, key: ElementInstanceKey, escalationCode: string): Step[] {
  const { elementId } = visitOf(view, key);
  const catcher = nearestCatcher(view, key, (definition, { process }) => {
    if (definition.kind !== 'escalation') return 'none';
    if (definition.escalation === undefined) return 'any';
    return process.escalations?.[definition.escalation]?.escalationCode === escalationCode ? 'code' : 'none';
  });
  const caughtBy = catcher?.place.elementId;
  const goesOn = !catcher?.place.node.interrupting;
  return [
    { event: { type: 'EscalationThrown', key, elementId, escalationCode, ...(caughtBy && { caughtBy }) } },
    ...(catcher ? caught(view, catcher, view.state.variables[key] ?? {}) : []),
    ...(goesOn ? [{ next: { do: 'complete' as const, key, variables: {} } }] : []),
  ];
}

const caught = (view: View, { place, of }: Catcher, variables: JsonObject): Step[] =>
  place.node.type === 'boundaryEvent'
    ? boundaryHappened(view, place as Place<BoundaryEvent>, of, variables, () => [])
    : eventSubProcessStarted(view, place as Place<StartEvent>, of, variables, () => []);

/**
 * From the thrower outwards: at each step the event sub-processes inside, then the boundary events; of several the first
 * that names the code, else the first that catches everything (BPMN 2.0.2 §10.5.7).
 */
function nearestCatcher(view: View, thrower: ElementInstanceKey, judge: Judge): Catcher | undefined {
  const root = rootKeyOf(view.process);
  for (let at = thrower; ; at = view.state.instances[at]!.scope) {
    const place =
      bestOf(eventSubProcessStarts(view, at), judge) ??
      (at === root ? undefined : atBoundary(view, at, judge));
    if (place) return { place, of: at };
    if (at === root) return undefined;
  }
}

function atBoundary(view: View, key: ElementInstanceKey, judge: Judge): Catcher['place'] | undefined {
  if (isReopened(view, key) || isMember(view, key)) return undefined;
  const { node, prefix } = visitOf(view, key);
  return bestOf(
    node.boundaries.map((id) => placeOf(view, prefix + id) as Catcher['place']),
    judge,
  );
}

function bestOf(places: readonly Catcher['place'][], judge: Judge): Catcher['place'] | undefined {
  const matches = places.map((place) => judge(place.node.definition, place));
  const best = matches.indexOf('code');
  return places[best >= 0 ? best : matches.indexOf('any')];
}

/** Start events of the scope's event sub-processes that are not waited for; none once one of them interrupted it. */
function eventSubProcessStarts(view: View, scope: ElementInstanceKey): Catcher['place'][] {
  if (isReopened(view, scope) || loopStateOf(view, scope) || isInterrupted(view, scope)) return [];
  return placesInside(view, elementIdIn(view, scope))
    .filter(({ node }) => node.type === 'subProcess' && node.triggeredByEvent)
    .flatMap(({ elementId }) => placesInside(view, elementId) as Catcher['place'][])
    .filter(({ node }) => node.type === 'startEvent' && !isCatch(node.definition));
}
