import { extensionsNamed, nextUserTasks, type ExecutableProcess, type UserTask } from '@wuqing/bpmn-model';
import { officeNames, titleOf, type CandidateReference, type OfficeCode } from '@wuqing/organization';
import { readServiceLevel } from '@wuqing/service-level';
import { parseTerm, termInWords } from '@wuqing/working-calendar';
import { isObserver } from '../platform/process-facts.js';
import { groupsOf } from '../visibility/checked-work.js';
import type { NextStepView } from './dto/task-aside.view.js';

/**
 * The steps that may come after this one, the drawing's first road first; which of them comes is known when the step is done.
 * `knows`: whether the reader may know of a step. Nothing comes after an opinion that is given beside a step.
 */
export const nextSteps = (
  process: ExecutableProcess,
  elementId: string,
  knows: (elementId: string) => boolean,
): NextStepView[] =>
  isBeside(process, elementId)
    ? []
    : nextUserTasks(process, elementId)
        .filter((task) => !isObserver(task) && knows(task.id))
        .map((task) => ({
          elementId: task.id,
          name: task.name,
          who: groupsOf(task).map(holderOf),
          term: termOf(task),
        }));

/** Whoever watches a step sends nothing on: the case waits for the step, and for what is said beside it. */
function isBeside({ nodes }: ExecutableProcess, elementId: string): boolean {
  const node = nodes[elementId];
  return node !== undefined && isObserver(node);
}

/** 「村文书」, 「经管站科室负责人」. */
function holderOf({ position, place }: CandidateReference): string {
  const office = place.startsWith('office:') ? officeNames[place.slice('office:'.length) as OfficeCode] : '';
  return `${office}${titleOf(position)}`;
}

function termOf({ extensions }: UserTask): string | null {
  const [level] = extensionsNamed(extensions, 'serviceLevel');
  const policy = level && readServiceLevel(level);
  const term = policy?.ok ? policy.value.term : null;
  const read = term === null ? null : parseTerm(term);
  return read === null || !read.ok ? null : termInWords(read.value);
}
