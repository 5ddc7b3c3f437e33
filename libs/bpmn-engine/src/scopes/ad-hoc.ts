import type { AdHoc, FlowNode } from '@wuqing/bpmn-model';
import { ok, type Json, type Result } from '@wuqing/kernel';
import type { ElementInstanceKey } from '../command.js';
import { isActivity } from './compensation.js';
import { conditionOf, valueOf } from '../variables/evaluate-in-scope.js';
import { undoes } from './scope-kind.js';
import { fault, incident, type Arrival, type Fault, type Step } from '../step.js';
import { terminateInside } from './termination.js';
import { isBusy, placesInside, visitOf, type Place, type View, type Visit } from '../view.js';

/** What makes this running scope ad-hoc; undefined of every other. */
export function adHocOf(view: View, scope: ElementInstanceKey): AdHoc | undefined {
  const instance = view.state.instances[scope];
  if (!instance || instance.loop) return undefined;
  const { node } = visitOf(view, scope);
  return node.type === 'subProcess' ? node.adHoc : undefined;
}

/** The elements that begin when it opens: those that its expression names, else all that no flow leads to. */
export function beginAdHoc(view: View, scope: ElementInstanceKey, adHoc: AdHoc): Result<Step[], Fault> {
  const inside = startable(view, scope);
  if (!adHoc.activeElements)
    return ok(
      beginElements(
        view,
        scope,
        adHoc,
        inside.map(({ elementId }) => elementId),
      ),
    );
  const named = valueOf(view, adHoc.activeElements, scope);
  if (!named.ok) return named;
  const ids = idsOf(named.value, view, scope);
  if (!ids)
    return fault(
      'active-elements',
      `Expected "${adHoc.activeElements.source}" to be a list of ids of activities inside`,
    );
  return ok(beginElements(view, scope, adHoc, ids));
}

function idsOf(value: Json, view: View, scope: ElementInstanceKey): string[] | undefined {
  const { prefix } = visitOf(view, scope);
  const known = new Set(startable(view, scope).map(({ elementId }) => elementId));
  const ids = Array.isArray(value) ? value.map((id) => prefix + String(id)) : undefined;
  return ids?.every((id) => known.has(id)) ? ids : undefined;
}

export const startable = (view: View, scope: ElementInstanceKey): Place[] =>
  placesInside(view, visitOf(view, scope).elementId).filter(({ node }) => isStartable(node));

/** Activities and events directly in an ad-hoc sub-process that no flow leads to and that nothing else triggers. */
export const isStartable = (node: FlowNode): boolean =>
  node.incoming.length === 0 &&
  node.type !== 'boundaryEvent' &&
  node.isForCompensation !== true &&
  !(node.type === 'subProcess' && node.triggeredByEvent) &&
  !(node.type === 'intermediateCatchEvent' && node.definition.kind === 'link');

/** All at once, or the first of them now and the others when what runs has ended. */
export function beginElements(
  view: View,
  scope: ElementInstanceKey,
  { ordering }: AdHoc,
  elementIds: readonly string[],
): Step[] {
  const activated = (elementId: string, arrival: Arrival = {}): Step => ({
    next: { do: 'activate', elementId, scope, arrival },
  });
  if (ordering === 'parallel') return elementIds.map((elementId) => activated(elementId));
  if (elementIds.length === 0) return [];
  const first = view.state.instances[scope]?.pending?.[0] ?? elementIds[0]!;
  return [
    { event: { type: 'AdHocElementsQueued', key: scope, elementIds } },
    ...(isBusy(view, scope) ? [] : [activated(first)]),
  ];
}

/** An activity inside has ended: whether that is enough, so that nothing begins behind it (BPMN 2.0.2 §13.3.5). */
export function isEnoughAfter(view: View, { node, scope }: Visit): Result<boolean, Fault> {
  const condition = isActivity(node) ? adHocOf(view, scope)?.completionCondition : undefined;
  return condition && !undoes(view, scope) ? conditionOf(view, condition, scope) : ok(false);
}

/**
 * A path inside has ended: enough is done, or the next that queues begins, or it waits to be told what more to do. Tokens
 * that wait at joins keep it open, but do not keep its condition from ending it.
 */
export function settleAdHoc(
  view: View,
  key: ElementInstanceKey,
  adHoc: AdHoc,
  hasWaitingTokens: boolean,
): Step[] {
  const busy = isBusy(view, key);
  const [next] = view.state.instances[key]?.pending ?? [];
  const complete: Step = { next: { do: 'complete', key, variables: {} } };
  const goOn: Step[] =
    next === undefined || busy
      ? []
      : [{ next: { do: 'activate', elementId: next, scope: key, arrival: {} } }];
  const isOpen = busy || next !== undefined || hasWaitingTokens;
  if (!adHoc.completionCondition) return isOpen ? goOn : [complete];
  const enough = conditionOf(view, adHoc.completionCondition, key);
  if (!enough.ok) return [incident(visitOf(view, key), enough.error, 'release')];
  if (!enough.value) return goOn;
  return adHoc.cancelRemaining || !busy ? [...terminateInside(view, key), complete] : [];
}
