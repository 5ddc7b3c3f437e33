import { isWalled } from '@wuqing/access';
import { extensionsNamed, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { parseTerm, termInWords } from '@wuqing/working-calendar';
import { stepsHeardFromOutside } from '../../cases/heard-outside.js';
import { stepLevelOf } from '../../platform/process-facts.js';

/** A step that an objection leads to, as the process file has it. */
export interface HeardStep {
  readonly elementId: string;
  readonly name: string;
  /** 「3 日」; null where the file states none. */
  readonly term: string | null;
}

/**
 * The steps behind an event that hears villagers, in the order of the flows, as far as nothing else leads to them and they
 * are not closed to all but a few.
 */
export function heardSteps(process: ExecutableProcess, elementId: string): HeardStep[] {
  const heard = new Set(stepsHeardFromOutside(process));
  return behind(process, elementId)
    .filter(({ id }) => heard.has(id) && !isWalled(stepLevelOf(process, id)))
    .map((node) => ({ elementId: node.id, name: node.name ?? node.id, term: termOf(node) }));
}

/** Until when the first of them is to be done, from the day of the objection. */
export const answerWithin = ([first]: readonly HeardStep[]): string | null => first?.term ?? null;

/** Everything that the flows from this element come to, each once, the nearest first. */
function behind({ nodes, flows }: ExecutableProcess, elementId: string): FlowNode[] {
  const found: FlowNode[] = [];
  const waiting = [elementId];
  const seen = new Set(waiting);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const node = nodes[id];
    if (!node) continue;
    found.push(node);
    for (const flow of node.outgoing) {
      const target = flows[flow]?.target;
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return found;
}

function termOf({ extensions }: FlowNode): string | null {
  const term = parseTerm(extensionsNamed(extensions, 'serviceLevel')[0]?.attributes['term'] ?? '');
  return term.ok ? termInWords(term.value) : null;
}
