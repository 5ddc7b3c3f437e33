import type { EngineEvent } from '@wuqing/bpmn-engine';
import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { executedPathOf } from './executed-path.js';
import { WITHDRAWAL } from './message-senders.js';

/**
 * Steps that nothing but a message from outside opens: an objection, a report. What a village begins anew or ends must
 * not take them along, or it would answer villagers by undoing what they said.
 */
export function stepsHeardFromOutside(process: ExecutableProcess): string[] {
  return Object.values(process.nodes)
    .filter((node) => node.type === 'userTask' && isHeard(process, node))
    .map(({ id }) => id);
}

/** Whether a step that outsiders opened may lie in what a return to `target` begins anew. */
export function undoesWhatWasHeard(
  process: ExecutableProcess,
  events: readonly EngineEvent[],
  target: string,
): boolean {
  const running = new Set([process.key, ...executedPathOf(events).active]);
  const around = scopesAround(process, target).find((scope) => running.has(scope));
  return stepsHeardFromOutside(process).some((step) => {
    const scopes = scopesAround(process, step);
    return running.has(scopes[0]!) && scopes.includes(around ?? process.key);
  });
}

/**
 * Whether the process itself says how it is given up, or hears outsiders: then its village ends no case of it by decree.
 * Whether anything was heard is not asked, since the answer would tell of steps that are closed to the village.
 */
export const isGivenUpByMessage = (process: ExecutableProcess): boolean =>
  stepsHeardFromOutside(process).length > 0 ||
  Object.values(process.messages).some(({ name }) => WITHDRAWAL.test(name));

/** From the innermost scope out to the process. */
function scopesAround({ nodes, key }: ExecutableProcess, elementId: string): string[] {
  const scopes: string[] = [];
  for (let scope = nodes[elementId]?.scope; scope !== undefined; scope = nodes[scope]?.scope)
    scopes.push(scope);
  return scopes.length > 0 ? scopes : [key];
}

/** All ways that lead here begin with a message, or it lies in a sub-process of which that holds. */
function isHeard(process: ExecutableProcess, node: FlowNode): boolean {
  const entries = entriesOf(process, node);
  if (entries.length > 0 && entries.every((entry) => isMessageEntry(process, entry))) return true;
  const around = process.nodes[node.scope];
  return around !== undefined && isHeard(process, around);
}

function isMessageEntry({ nodes }: ExecutableProcess, entry: FlowNode): boolean {
  if (entry.type !== 'boundaryEvent' && entry.type !== 'startEvent') return false;
  const isBegun = entry.type === 'boundaryEvent' || nodes[entry.scope]?.type === 'subProcess';
  return isBegun && entry.definition.kind === 'message';
}

/** Where the ways begin that lead to this node within its scope. */
function entriesOf({ nodes, flows }: ExecutableProcess, node: FlowNode): FlowNode[] {
  const seen = new Set([node.id]);
  const waiting = [node];
  const entries: FlowNode[] = [];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.incoming.length === 0) entries.push(one);
    for (const flow of one.incoming) {
      const source = nodes[flows[flow]!.source];
      if (source === undefined || seen.has(source.id)) continue;
      seen.add(source.id);
      waiting.push(source);
    }
  }
  return entries;
}
