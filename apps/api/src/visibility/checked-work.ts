import type { ActorPosition } from '@wuqing/access';
import { extensionsNamed, nodeOf, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { parseCandidateGroups, type CandidatePlace, type CandidateReference } from '@wuqing/organization';
import { doneWork, type DoneWork, type Statements, type UserTaskRow } from '@wuqing/persistence';
import type { Official } from '../access/caller.js';
import { isAddressedTo } from './resources.js';

/**
 * The work that a step checks (`wq:checks`), which nobody checks who did it: steps by their ids, and as `<step>/<field>` the people
 * whom a form names, who answer for it whoever did it.
 */
export const checkedBy = (process: ExecutableProcess, elementId: string): string[] =>
  extensionsNamed(process.nodes[elementId]?.extensions ?? [], 'checks').flatMap(({ attributes }) =>
    [attributes['steps'], attributes['named']]
      .flatMap((text) => (text ?? '').split(/[\s,]+/))
      .filter((id) => id !== ''),
  );

/** What the file itself says to whoever may not check (`message`). */
const sentenceOf = (process: ExecutableProcess, elementId: string): string | undefined =>
  extensionsNamed(process.nodes[elementId]?.extensions ?? [], 'checks')[0]?.attributes['message'];

/** Whether a step also checks the work of people whom a form names: such people may have done nothing in the case. */
export const namesPeople = (checked: readonly string[]): boolean => checked.some(isNamed);

const isNamed = (id: string): boolean => id.includes('/');

/**
 * Why the caller may not do a step that checks, as a Chinese sentence; undefined where he may. Barred are whoever did the
 * checked work, whoever stands in for one who did it, and a stand-in of the checker whose own office it is to do such
 * work: supervision is not delegated to the supervised.
 */
export async function barToChecking(
  work: Statements,
  caller: Official,
  row: CheckedTask,
  process: ExecutableProcess,
): Promise<string | undefined> {
  return (await barsToChecking(work, row, process))(caller);
}

/** The same of several people: who did the checked work is asked for once. */
export async function barsToChecking(
  work: Statements,
  row: CheckedTask,
  process: ExecutableProcess,
): Promise<(official: Official) => string | undefined> {
  const steps = checkedBy(process, row.elementId);
  const done = steps.length === 0 ? [] : await doneWork(work, [row.caseId], steps);
  return (official) => (steps.length === 0 ? undefined : barOf(official, row, process, done));
}

/** Who did what these steps check, all looked up at once; nothing is where none of them checks. */
export async function doneBefore(
  work: Statements,
  steps: readonly { readonly caseId: string; readonly checked: readonly string[] }[],
): Promise<readonly DoneWork[]> {
  const checking = steps.filter(({ checked }) => checked.length > 0);
  if (checking.length === 0) return [];
  const caseIds = new Set(checking.map(({ caseId }) => caseId));
  return doneWork(work, [...caseIds], [...new Set(checking.flatMap(({ checked }) => checked))]);
}

/** What of a task must be known to say whether somebody may check there. */
export type CheckedTask = Pick<UserTaskRow, 'caseId' | 'unitId' | 'elementId' | 'candidates'>;

/** The same, where it is known who did what; of `done` only what the step checks in its own case counts. */
export function barOf(
  caller: Official,
  row: CheckedTask,
  process: ExecutableProcess,
  done: readonly DoneWork[],
): string | undefined {
  const steps = checkedBy(process, row.elementId);
  if (steps.length === 0) return undefined;
  const standsInFor = caller.onBehalfOf(isAddressedTo(row.candidates));
  const people = [caller.personId, ...standsInFor];
  // Whoever answers for the work is not rechecked by one who stands in for him, in whatever seat.
  const answering = [
    caller.personId,
    ...caller.access.positions.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
  ];
  const own = done.find(
    ({ caseId, elementId, doers }) =>
      caseId === row.caseId &&
      steps.includes(elementId) &&
      doers.some((doer) => (isNamed(elementId) ? answering : people).includes(doer)),
  );
  const said = own && sentenceOf(process, row.elementId);
  if (said !== undefined) return said;
  if (own && isNamed(own.elementId))
    return `您本人或者您代理的人是“${own.name}”中写明的负责人，不能自己核对，请由其他人办理。`;
  if (own) return `本步骤核对的“${own.name}”由您本人或者您代理的人办理，不能自己核对，请由其他人办理。`;
  const supervised =
    standsInFor.length > 0
      ? steps.find((id) => !isNamed(id) && isOffice(caller, row, process, id))
      : undefined;
  if (supervised === undefined) return undefined;
  const { name } = nodeOf(process, supervised);
  return `您的职务承办本步骤核对的“${name}”，不能代理核对，请由核对人本人或者其他代理人办理。`;
}

/** Whether one of the caller's own positions is asked to do such work, in the place that the file names. */
function isOffice(
  { access }: Official,
  { unitId }: CheckedTask,
  process: ExecutableProcess,
  elementId: string,
): boolean {
  const groups = groupsOf(nodeOf(process, elementId));
  return access.positions
    .filter(({ onBehalfOf }) => onBehalfOf === null)
    .some((own) => groups.some(({ position, place }) => own.key === position && isAt(own, place, unitId)));
}

function isAt({ unitId, officeCode }: ActorPosition, place: CandidatePlace, caseUnitId: string): boolean {
  if (place === 'village') return unitId === caseUnitId;
  return place === 'branch' || place === 'town' || place === `office:${officeCode ?? ''}`;
}

/** What the file says in so many words; nobody where it computes who does the step. */
export function groupsOf(node: FlowNode): readonly CandidateReference[] {
  const ast = node.type === 'userTask' ? node.assignment.candidateGroups?.ast : undefined;
  const text = ast?.['type'] === 'literal' ? ast['value'] : undefined;
  const groups = typeof text === 'string' ? parseCandidateGroups(text) : undefined;
  return groups?.ok ? groups.value : [];
}
