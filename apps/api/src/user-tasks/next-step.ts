import {
  extensionsNamed,
  nextUserTasks,
  nodeOf,
  partsAtOnce,
  type ExecutableProcess,
  type UserTask,
} from '@wuqing/bpmn-model';
import { officeNames, titleOf, type CandidateReference, type OfficeCode } from '@wuqing/organization';
import { readServiceLevel } from '@wuqing/service-level';
import { parseTerm, termInWords } from '@wuqing/working-calendar';
import { isObserver } from '../platform/process-facts.js';
import { groupsOf } from '../visibility/checked-work.js';
import type { NextStepView } from './dto/task-aside.view.js';

/**
 * The step to which this one leads as far as the drawing tells: the usual one where something is counted first; none where the
 * step itself chooses between several, where it comes to its end, or where an opinion is given beside a step.
 * `knows`: whether the reader may know of a step.
 */
export function onwardFrom(
  process: ExecutableProcess,
  elementId: string,
  knows: (elementId: string) => boolean,
): NextStepView | null {
  if (isBeside(process, elementId)) return null;
  const ahead = nextUserTasks(process, elementId).ahead.filter((task) => !isObserver(task));
  const [first] = ahead;
  const isOpen = ahead.length > 1 && partsAtOnce(process, elementId);
  return first === undefined || isOpen || !knows(first.id) ? null : viewOf(first);
}

/** Of steps that open, the one to which the case goes on; none where none or several do. */
export function onwardAmong(
  process: ExecutableProcess,
  opened: readonly string[],
  knows: (elementId: string) => boolean,
): NextStepView | null {
  const tasks = opened
    .map((elementId) => nodeOf(process, elementId))
    .filter((node) => node.type === 'userTask' && !isObserver(node));
  const [first] = tasks;
  return first?.type === 'userTask' && tasks.length === 1 && knows(first.id) ? viewOf(first) : null;
}

const viewOf = (task: UserTask): NextStepView => ({
  elementId: task.id,
  name: task.name,
  who: groupsOf(task).map(holderOf),
  term: termOf(task),
});

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
