import type { FlowNode } from '@wuqing/bpmn-model';
import { adHocOf, settleAdHoc } from '../scopes/ad-hoc.js';
import { behaviorOf } from '../behaviors/behavior-of.js';
import type { ElementInstanceKey } from '../command.js';
import { bySerial, rootKeyOf } from '../element-instance-key.js';
import type { WaitingTokens } from '../element-behavior.js';
import { isEmpty } from '../evolve/record.js';
import { waitsOnce } from '../scopes/hearing.js';
import { isEventSubProcess, undoes } from '../scopes/scope-kind.js';
import { incident, type Step } from '../step.js';
import { closeAttachedTo } from '../scopes/termination.js';
import { elementIdIn, isBusy, placeOf, runningIn, type Place, type View } from '../view.js';

/** A scope in which nothing runs or waits any more completes: the process, or the activity that it belongs to. */
export function settle(view: View, key: ElementInstanceKey): Step[] {
  const { state, context, process } = view;
  const isRoot = key === rootKeyOf(process);
  if (isRoot ? state.status !== 'running' : !state.instances[key]) return [];
  const adHoc = adHocOf(view, key);
  if (adHoc && !state.incidents[key] && !undoes(view, key))
    return settleAdHoc(view, key, adHoc, joinsOf(view, key).length > 0);
  if (state.incidents[key] || isBusy(view, key) || joinsOf(view, key).length > 0) return [];
  if (undoes(view, key)) return [{ next: { do: 'compensate', key } }];
  if (state.instances[key]?.loop) return [{ next: { do: 'round', key, arrival: {} } }];
  return isRoot
    ? [...closeAttachedTo(view, key), { event: { type: 'ProcessInstanceCompleted', at: context.now } }]
    : [{ next: { do: 'complete', key, variables: {} } }];
}

const STARVED = 'starved-join';

interface WaitingJoin extends Place {
  readonly scope: ElementInstanceKey;
  readonly tokens: WaitingTokens;
}

/** The joins at which tokens wait (in one scope), in an order that no store can change. */
function joinsOf(view: View, scope?: ElementInstanceKey): WaitingJoin[] {
  return Object.keys(view.state.joins)
    .sort()
    .map((key) => {
      const end = key.indexOf('/', key.indexOf('#'));
      return {
        ...placeOf(view, key.slice(end + 1)),
        scope: key.slice(0, end),
        tokens: view.state.joins[key]!,
      };
    })
    .filter((join) => scope === undefined || join.scope === scope);
}

/**
 * Nothing else is left to decide: joins whose tokens have come go on, one at a time. A scope in which only joins are
 * left starves: inclusive joins that wait for each other are released, anything else is an incident on the scope.
 */
export function quietSteps(view: View): Step[] {
  if (view.state.status !== 'running') return [];
  const joins = joinsOf(view);
  const mended = scopeWithoutStarving(view, joins);
  if (mended !== undefined)
    return [{ event: { type: 'IncidentResolved', key: mended } }, { next: { do: 'settle', key: mended } }];
  const ready = joins.find((join) => behaviorOf(join.node.type).mayJoin?.(join, join.tokens, view));
  if (ready) return joined(ready);
  const starving = joins.filter(({ scope }) => isStarving(view, scope) && !view.state.incidents[scope]);
  for (const { scope } of starving) {
    const goesOn = nextInAdHoc(view, scope);
    if (goesOn.length > 0) return goesOn;
  }
  const first = starving.find(({ node }) => node.type === 'inclusiveGateway') ?? starving[0];
  if (!first) return [];
  return first.node.type === 'inclusiveGateway' ? joined(first) : [starved(view, first)];
}

/** A scope that was stuck in a join and is so no longer: an interruption emptied it, or something runs that may reach it. */
function scopeWithoutStarving(view: View, joins: readonly WaitingJoin[]): ElementInstanceKey | undefined {
  const { incidents } = view.state;
  if (isEmpty(incidents) || !waitsOnce(view)) return undefined;
  return Object.keys(incidents)
    .filter((key) => incidents[key]!.code === STARVED)
    .sort(bySerial)
    .find((key) => !joins.some(({ scope }) => scope === key) || !isStarving(view, key));
}

/** What an ad-hoc scope in which only joins are left does by itself: the next element that queues, or its end. */
const nextInAdHoc = (view: View, scope: ElementInstanceKey): Step[] =>
  adHocOf(view, scope) ? settle(view, scope) : [];

/** Nothing runs that could bring a token: an event sub-process is in the scope, but no flow leads out of it. */
const isStarving = (view: View, scope: ElementInstanceKey): boolean =>
  runningIn(view, scope).every((key) => isEventSubProcess(view, key));

/** The first starving join of a scope goes on with what has come; where none starves any more the scope may be done. */
export function releaseStarving(view: View, scope: ElementInstanceKey): Step[] {
  const goesOn = nextInAdHoc(view, scope);
  if (goesOn.length > 0) return goesOn;
  const [first] = joinsOf(view, scope);
  return first && isStarving(view, scope) ? joined(first) : [{ next: { do: 'settle', key: scope } }];
}

function joined({ node, prefix, elementId, scope, tokens }: WaitingJoin): Step[] {
  const flowIds = arrivedFlows(node, prefix, tokens);
  return [
    { event: { type: 'JoinTokensConsumed', elementId, flowIds, scope } },
    { next: { do: 'activate', elementId, scope, arrival: {} } },
  ];
}

const arrivedFlows = ({ incoming }: FlowNode, prefix: string, tokens: WaitingTokens): string[] =>
  incoming.map((flowId) => prefix + flowId).filter((flowId) => (tokens[flowId] ?? 0) > 0);

function starved(view: View, { elementId, scope }: WaitingJoin): Step {
  const message = `Expected a token on every incoming flow of ${elementId}, but nothing runs that could bring it`;
  return incident({ key: scope, elementId: elementIdIn(view, scope) }, { code: STARVED, message }, 'release');
}
