import { flowOf, isCatch, nodeOf } from '@wuqing/bpmn-model';
import type { ElementInstanceKey } from '../command.js';
import { hasFlag } from '../context.js';
import { rootKeyOf } from '../element-instance-key.js';
import type { View } from '../view.js';
import type { Immovable } from './immovable.js';
import { placesOf } from './migrate-waits.js';
import { ownVisits } from './own-visits.js';

/**
 * Where two of the old version would become one of which only one may stand: two events at one visit (each waits once), two
 * joins of one scope. Two steps may become one, for two tokens may stand there.
 */
export function merged(view: View, newId: (elementId: string) => string): Immovable[] {
  if (!hasFlag(view.state, 'wait-once')) return [];
  const groups = [
    ...[rootKeyOf(view.process), ...ownVisits(view)].map((key) => ['事件', eventsAt(view, key)] as const),
    ...joinsByScope(view).map((joins) => ['汇合', joins] as const),
  ];
  return groups.flatMap(([what, ids]) => twins(view, what, ids, newId));
}

/** The events that may wait beside a visit, and those behind an event-based gateway. */
function eventsAt(view: View, key: ElementInstanceKey): string[] {
  const { process } = view;
  const beside = placesOf(view, key)
    .filter(({ node }) => 'definition' in node && isCatch(node.definition))
    .map(({ elementId }) => elementId);
  const elementId = view.state.instances[key]?.elementId;
  const node = elementId === undefined ? undefined : nodeOf(process, elementId);
  return node?.type === 'eventBasedGateway'
    ? node.outgoing.map((flowId) => flowOf(process, flowId).target)
    : beside;
}

function joinsByScope({ state }: View): string[][] {
  const byScope = new Map<string, string[]>();
  for (const join of Object.keys(state.joins).sort()) {
    const end = join.indexOf('/', join.indexOf('#'));
    const elementId = join.slice(end + 1);
    if (elementId.includes('/')) continue;
    byScope.set(join.slice(0, end), [...(byScope.get(join.slice(0, end)) ?? []), elementId]);
  }
  return [...byScope.values()];
}

function twins(
  { process }: View,
  what: string,
  ids: readonly string[],
  newId: (elementId: string) => string,
): Immovable[] {
  const said = (id: string): string => process.nodes[id]?.name || id;
  const first = new Map<string, string>();
  return ids.flatMap((id) => {
    const to = newId(id);
    const other = first.get(to);
    if (other === undefined) first.set(to, id);
    if (other === undefined || other === id) return [];
    return [
      {
        elementId: id,
        reason: `${what}“${said(other)}”和“${said(id)}”对应新版本中的同一个${what}“${to}”，同一处只能等待一次，请分别指定。`,
      },
    ];
  });
}
