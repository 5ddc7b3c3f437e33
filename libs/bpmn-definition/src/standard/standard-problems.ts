import { elementLines } from '../lint/element-lines.js';
import { problemOf, type Problem } from '../problem.js';
import type { SourceModel } from '../source/source-model.js';
import type { ModdleElement } from '../xml/moddle-element.js';
import { collaborationRules } from './collaboration-rules.js';
import { dataRules } from './data-rules.js';
import { eventRules } from './event-rules.js';
import { expressionRules } from './expression-rules.js';
import { flowRules } from './flow-rules.js';
import { gatewayRules } from './gateway-rules.js';
import { linkRules } from './link-rules.js';
import { operationRules } from './operation-rules.js';
import { referenceRules } from './reference-rules.js';
import { standardModelOf } from './standard-model.js';
import { schemaRules } from './schema-rules.js';
import type { StandardRule } from './standard-rule.js';
import { subProcessRules } from './sub-process-rules.js';

export const standardRules: readonly StandardRule[] = [
  ...collaborationRules,
  ...dataRules,
  ...eventRules,
  ...expressionRules,
  ...flowRules,
  ...gatewayRules,
  ...linkRules,
  ...operationRules,
  ...referenceRules,
  ...schemaRules,
  ...subProcessRules,
];

/** The name of every problem of this class. */
export const standardRule = 'bpmn-standard';

/** Asked at publication: all that does not only concern other engines. */
export const publicationRules: readonly StandardRule[] = standardRules.filter(
  ({ forOthers }) => forOthers === undefined,
);

/** Where a file breaks what BPMN 2.0.2 asks of every model, whether it is executed or not; each is an error. */
export function standardProblems(
  { definitions, xml }: Pick<SourceModel, 'definitions' | 'xml'>,
  rules: readonly StandardRule[],
): Problem[] {
  const model = standardModelOf(definitions, xml);
  const found = rules.flatMap(({ constraint, find }) =>
    find(model).map((finding) => ({ constraint, ...finding })),
  );
  const lines = found.length === 0 ? new Map<string, number>() : elementLines(xml);
  return found.map(({ constraint, element, message }) => {
    const elementId = idOf(element);
    const line = elementId === undefined ? undefined : lines.get(elementId);
    return problemOf({
      severity: 'error',
      rule: standardRule,
      constraint,
      message,
      ...(elementId !== undefined && { elementId }),
      ...(line !== undefined && { line }),
    });
  });
}

/** Its own id, or that of the nearest element around it. */
function idOf(element: ModdleElement): string | undefined {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent)
    if (at.id !== undefined) return at.id;
  return undefined;
}
