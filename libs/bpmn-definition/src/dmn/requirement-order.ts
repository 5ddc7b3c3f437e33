import type { Problem } from '../problem.js';
import { errorOf } from '../problem.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';

/** The decisions of a file and what each requires directly, by id. */
export interface Requirements {
  readonly decisions: ReadonlyMap<string, ModdleElement>;
  readonly requiredBy: ReadonlyMap<string, readonly string[]>;
}

/** `informationRequirement` (DMN 1.3 §6.3.13); references to nothing and to other files are problems. */
export function requirementsOf(definitions: ModdleElement): Requirements & { readonly problems: Problem[] } {
  const elements = elementsIn(definitions, 'drgElement');
  const ids = new Set(elements.map(({ id }) => id));
  const decisions = new Map(
    elements.filter(({ $type }) => $type === 'dmn:Decision').map((decision) => [decision.id ?? '', decision]),
  );
  const problems: Problem[] = [];
  const requiredBy = new Map<string, string[]>();
  for (const [id, decision] of decisions) {
    if (id === '') problems.push(errorOf('element-id', '有一个决策没有编号(id),请补上。'));
    const required: string[] = [];
    for (const requirement of elementsIn(decision, 'informationRequirement')) {
      const href = referenceOf(requirement);
      const target = href?.slice(1);
      if (href === undefined || !href.startsWith('#') || !ids.has(target))
        problems.push(
          errorOf('dangling-reference', `决策「${id}」依赖的「${href ?? ''}」不在这个文件里。`, {
            elementId: id,
          }),
        );
      else if (target !== undefined && decisions.has(target)) required.push(target);
    }
    requiredBy.set(id, [...new Set(required)]);
  }
  return { decisions, requiredBy, problems };
}

const referenceOf = (requirement: ModdleElement): string | undefined =>
  textIn(elementIn(requirement, 'requiredDecision') ?? elementIn(requirement, 'requiredInput'), 'href');

/** `id` and all that it requires, each behind what it requires itself; undefined where a requirement leads back. */
export function orderOf(id: string, requiredBy: Requirements['requiredBy']): string[] | undefined {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (at: string): boolean => {
    if (done.has(at)) return true;
    if (open.has(at)) return false;
    open.add(at);
    const complete = (requiredBy.get(at) ?? []).every(visit);
    open.delete(at);
    done.add(at);
    return complete;
  };
  return visit(id) ? [...done] : undefined;
}
