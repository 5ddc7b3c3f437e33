import type { Problem } from '../problem.js';
import { errorOf } from '../problem.js';
import { shortened } from '../sentence.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';

/** The elements of a file that require each other, by id, and what each requires directly (DMN 1.3 §6.3). */
export interface Requirements {
  readonly decisions: ReadonlyMap<string, ModdleElement>;
  readonly inputs: ReadonlyMap<string, ModdleElement>;
  /** Business knowledge models and decision services. */
  readonly functions: ReadonlyMap<string, ModdleElement>;
  /** Decisions that a decision requires. */
  readonly requiredBy: ReadonlyMap<string, readonly string[]>;
  readonly inputsOf: ReadonlyMap<string, readonly string[]>;
  /** Functions that a decision or a function may call. */
  readonly knowledgeOf: ReadonlyMap<string, readonly string[]>;
  /** What is wrong with the references of each, and with those that have no id under ''. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

const functionTypes: ReadonlySet<string> = new Set(['dmn:BusinessKnowledgeModel', 'dmn:DecisionService']);

export function requirementsOf(definitions: ModdleElement): Requirements {
  const elements = elementsIn(definitions, 'drgElement');
  const byId = (isOne: (type: string) => boolean) =>
    new Map(
      elements.filter(({ $type }) => isOne($type)).map((element) => [element.id ?? '', element] as const),
    );
  const decisions = byId((type) => type === 'dmn:Decision');
  const inputs = byId((type) => type === 'dmn:InputData');
  const functions = byId((type) => functionTypes.has(type));
  const namespace = textIn(definitions, 'namespace');
  const problems = new Map<string, Problem[]>();
  const targetsOf = (
    id: string,
    element: ModdleElement,
    targets: readonly ModdleElement[],
    known: ReadonlySet<string>,
  ) =>
    targets.flatMap((target) => {
      const to = localTarget(textIn(target, 'href'), namespace);
      if (to !== undefined && known.has(to)) return [to];
      const href = shortened(textIn(target, 'href') ?? '');
      const message = `「${shortened(textIn(element, 'name') ?? id)}」依赖的「${href}」不在这个文件里。`;
      problems.set(id, [
        ...(problems.get(id) ?? []),
        errorOf('dangling-reference', message, { elementId: id }),
      ]);
      return [];
    });
  const information = new Set([...decisions.keys(), ...inputs.keys()]);
  const knowledge = new Set(functions.keys());
  const requiredBy = new Map<string, string[]>();
  const inputsOf = new Map<string, string[]>();
  const knowledgeOf = new Map<string, string[]>();
  for (const [id, element] of [...decisions, ...functions]) {
    const wanted = targetsOf(id, element, informationOf(element), information);
    requiredBy.set(id, eachOnce(wanted.filter((to) => decisions.has(to))));
    inputsOf.set(id, eachOnce(wanted.filter((to) => inputs.has(to))));
    knowledgeOf.set(id, eachOnce(targetsOf(id, element, knowledgeTargets(element), knowledge)));
  }
  return { decisions, inputs, functions, requiredBy, inputsOf, knowledgeOf, problems };
}

const eachOnce = (ids: readonly string[]): string[] => [...new Set(ids)];

const informationOf = (element: ModdleElement): ModdleElement[] =>
  elementsIn(element, 'informationRequirement').map(
    (requirement) =>
      elementIn(requirement, 'requiredDecision') ?? elementIn(requirement, 'requiredInput') ?? requirement,
  );

const knowledgeTargets = (element: ModdleElement): ModdleElement[] =>
  elementsIn(element, 'knowledgeRequirement').map(
    (requirement) => elementIn(requirement, 'requiredKnowledge') ?? requirement,
  );

/** The id that a reference names in this file, `#id` or with the file's own name space before; undefined elsewhere. */
export function localTarget(href: string | undefined, namespace: string | undefined): string | undefined {
  const at = href?.indexOf('#') ?? -1;
  if (href === undefined || at === -1) return undefined;
  const space = href.slice(0, at);
  return space === '' || space === namespace ? href.slice(at + 1) : undefined;
}

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

/** All that can be reached from `ids`, themselves among them; circles do no harm. */
export function closureOf(ids: readonly string[], next: (id: string) => readonly string[]): string[] {
  const reached = new Set(ids);
  for (const id of reached) for (const to of next(id)) reached.add(to);
  return [...reached];
}

/** A problem for each circle of requirements, at the first of its decisions in the file. */
export function circlesOf({ decisions, requiredBy }: Requirements): ReadonlyMap<string, Problem> {
  const next = (id: string): readonly string[] => requiredBy.get(id) ?? [];
  const told = new Set<string>();
  const circles = new Map<string, Problem>();
  for (const id of decisions.keys()) {
    const reached = closureOf(next(id), next);
    if (told.has(id) || !reached.includes(id)) continue;
    const members = reached.filter((at) => closureOf(next(at), next).includes(id));
    for (const member of members) told.add(member);
    const names = members.slice(0, 5).map((member) => `「${shortened(member)}」`);
    const message = `决策的依赖绕回了自己（${names.join('、')}），请断开。`;
    circles.set(id, errorOf('decision-cycle', message, { elementId: id }));
  }
  return circles;
}

/** Each problem once. */
export const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem] as const)).values(),
];
