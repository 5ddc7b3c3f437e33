import { linkTargetOf, type IntermediateThrowEvent } from '@wuqing/bpmn-model';
import { ok, type Result } from '@wuqing/kernel';
import type { ElementBehavior } from '../element-behavior.js';
import { fault, type Fault, type Step } from '../step.js';
import { throwEvent } from '../events/throwing.js';
import type { Visit } from '../view.js';

/** BPMN 2.0.2 §10.5.4: something is thrown, and the token goes on; after compensation only when all is undone. */
export const intermediateThrowEvent: ElementBehavior<'intermediateThrowEvent'> = {
  activate: (visit, view) => {
    const { definition } = visit.node;
    return definition.kind === 'link' ? followLink(visit) : throwEvent(visit, view, definition);
  },
};

/** A link is a flow that is not drawn: the token stands at the catching event of the same name next. */
function followLink(visit: Visit<IntermediateThrowEvent>): Result<Step[], Fault> {
  const { key, elementId, scope, node, process, prefix } = visit;
  const target = linkTargetOf(process, node);
  if (!target) return fault('link', `Expected a link event that catches what ${elementId} throws`);
  return ok([
    { event: { type: 'ElementCompleted', key, elementId } },
    { next: { do: 'activate', elementId: prefix + target.id, scope, arrival: {} } },
  ]);
}
