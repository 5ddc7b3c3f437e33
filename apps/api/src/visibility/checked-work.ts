import { extensionsNamed, nodeOf, type ExecutableProcess } from '@wuqing/bpmn-model';
import { doneWork, type DoneWork, type UserTaskRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { isAddressedTo } from './resources.js';

/** The steps whose work this one checks (`wq:checks`): nobody checks his own. */
export const checkedBy = (process: ExecutableProcess, elementId: string): string[] =>
  extensionsNamed(nodeOf(process, elementId).extensions, 'checks').flatMap(({ attributes }) =>
    (attributes['steps'] ?? '').split(/[\s,]+/).filter((id) => id !== ''),
  );

/**
 * Why the caller may not do a step that checks, as a Chinese sentence; undefined where he may. Barred are whoever did the
 * checked work, whoever stands in for one who did it, and a stand-in of the checker whose own office it is to do such
 * work: supervision is not delegated to the supervised.
 */
export async function barToChecking(
  work: Work,
  caller: Caller,
  row: UserTaskRow,
  process: ExecutableProcess,
): Promise<string | undefined> {
  const steps = checkedBy(process, row.elementId);
  if (steps.length === 0) return undefined;
  const standsInFor = caller.onBehalfOf(isAddressedTo(row.candidates));
  const people = [caller.personId, ...standsInFor];
  for (const done of await doneWork(work, row.caseId, steps)) {
    if (done.doers.some((doer) => people.includes(doer)))
      return `本步骤核对的“${done.name}”由您本人或者您代理的人办理，不能自己核对，请由其他人办理。`;
    if (standsInFor.length > 0 && isOffice(caller, done))
      return `您的职务承办本步骤核对的“${done.name}”，不能代理核对，请由核对人本人或者其他代理人办理。`;
  }
  return undefined;
}

/** Whether one of the caller's own positions is asked to do such work. */
const isOffice = ({ access }: Caller, { candidates }: DoneWork): boolean =>
  access.positions.some((position) => position.onBehalfOf === null && isAddressedTo(candidates)(position));
