import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import {
  circlesOf,
  inboxCounts,
  waitingTasks,
  waitingTasksAfter,
  type InboxCount,
  type InboxOf,
  type ProcessDefinitionVersion,
  type Statements,
  type WaitingTask,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { barOf, checkedBy, doneBefore, namesPeople } from './checked-work.js';
import { asKnown, type Known } from './known.js';
import { taskResource } from './resources.js';
import { sightFrom, waitingFor, type Sight } from './sights.js';

/** How many tasks wait at one step that the caller may know of. */
export type CountKnown = Omit<InboxCount, 'sight'> & {
  readonly elementId: string;
  readonly definitionChecksum: string;
};

/** A step that checks others' work. */
interface CheckingStep {
  readonly compiled: ProcessDefinitionVersion['compiled'];
  readonly checked: readonly string[];
}
type CheckingSteps = ReadonlyMap<string, CheckingStep>;

interface NamedSight extends Sight {
  readonly text: string;
}

interface LookAtCounts {
  readonly known: ReadonlySet<string>;
  readonly checking: CheckingSteps;
  /** Those of cases with a circle. */
  readonly named: readonly NamedSight[];
}

/** Of so many steps that check it is remembered that they do. */
const MET_MAX = 200;

/** How much waits for the caller. */
@Injectable()
export class VisibleCounts {
  /**
   * Steps that check, of all callers so far, by their sights. What the caller did before them is asked together with what is
   * counted; of a step that is met for the first time it is asked behind that.
   */
  private readonly met = new Map<string, CheckingStep>();

  constructor(private readonly definitions: DefinitionStore) {}

  /**
   * By kind: what is kept, added up. What is closed to the caller is in none of it. Of steps that check others' work it is less what
   * would check his own: these tasks alone are looked up, by what he has done. Whoever stands in for somebody is asked for at each
   * of them.
   */
  async of(work: Statements, caller: Caller, inbox: InboxOf): Promise<Known<CountKnown>[]> {
    const ahead = caller.standsIn ? new Map<string, CheckingStep>() : new Map(this.met);
    const [counts, aheadTasks] = await Promise.all([
      inboxCounts(work, inbox),
      ownTasks(work, caller, inbox, ahead),
    ]);
    const { known, checking, named } = await this.lookAt(caller, counts);
    const rest = new Map([...checking].filter(([sight]) => !ahead.has(sight)));
    const tasks = [
      ...aheadTasks.filter(({ sight }) => checking.has(sight)),
      ...(await ownTasks(work, caller, inbox, rest)),
    ];
    return [
      ...counts.filter(({ sight }) => known.has(sight) || (!caller.standsIn && checking.has(sight))),
      ...(await countsOf(work, caller, tasks, checking)),
      ...(await this.ofCircles(work, caller, inbox, named)),
    ].map(knownCount);
  }

  /** What waits in cases with a circle, each task asked for: they are few. */
  private async ofCircles(
    work: Statements,
    caller: Caller,
    inbox: InboxOf,
    named: readonly NamedSight[],
  ): Promise<InboxCount[]> {
    if (named.length === 0) return [];
    const tasks = await waitingTasks(work, inbox, [...new Set(named.map(({ text }) => text))]);
    const circles = await circlesOf(work, [...new Set(tasks.map(({ caseId }) => caseId))]);
    const definitionOf = await this.definitions.definitionsOf(named);
    const definitions = new Map(named.map((sight) => [sight.text, definitionOf(sight)]));
    const steps = tasks.map((task) => {
      const definition = required(definitions.get(task.sight), `the definition of ${task.sight}`);
      return { task, definition, checked: checkedBy(definition.compiled, task.elementId) };
    });
    const done = await doneBefore(
      work,
      steps.map(({ task: { caseId }, checked }) => ({ caseId, checked })),
    );
    const mayDo = ({ task, definition }: (typeof steps)[number]): boolean => {
      const circle = required(circles.get(task.caseId), `case ${task.caseId}`);
      const row = { ...task, ...circle, assigneeId: task.isClaimed ? caller.personId : null };
      if (!caller.may('user-task.read', taskResource(row, definition))) return false;
      return barOf(caller, task, definition.compiled, done) === undefined;
    };
    return steps.filter(mayDo).map(({ task }) => countOf(task, 1));
  }

  /** Of these sights: those that the caller may know of, of these those of steps that check, and those that name their case. */
  private async lookAt(caller: Caller, counts: readonly InboxCount[]): Promise<LookAtCounts> {
    const known = new Set<string>();
    const checking = new Map<string, CheckingStep>();
    const all = [...new Set(counts.map(({ sight }) => sight))].map((text) => ({ text, ...sightFrom(text) }));
    const sights = all.filter(({ caseId }) => caseId === null);
    const definitionOf = await this.definitions.definitionsOf(sights);
    for (const sight of sights) {
      const { compiled } = definitionOf(sight);
      const level = stepLevelOf(compiled, sight.elementId);
      if (!caller.may('user-task.read', waitingFor(caller.personId, level))) continue;
      const checked = checkedBy(compiled, sight.elementId);
      if (checked.length === 0) known.add(sight.text);
      else checking.set(sight.text, { compiled, checked });
    }
    this.remember(checking);
    return { known, checking, named: all.filter(({ caseId }) => caseId !== null) };
  }

  private remember(checking: CheckingSteps): void {
    for (const [sight, step] of checking) if (this.met.size < MET_MAX) this.met.set(sight, step);
  }
}

const checkedIn = (steps: CheckingSteps): string[] => [
  ...new Set([...steps.values()].flatMap(({ checked }) => checked)),
];

/**
 * What waits at these steps and may check what the caller did; where he stands in for somebody, or where a form may name him, all
 * that waits there.
 */
async function ownTasks(
  work: Statements,
  caller: Caller,
  inbox: InboxOf,
  steps: CheckingSteps,
): Promise<readonly WaitingTask[]> {
  const sights = [...steps.keys()];
  const isWhole = (sight: string) => caller.standsIn || namesPeople(steps.get(sight)!.checked);
  const [whole, own] = [sights.filter(isWhole), sights.filter((sight) => !isWhole(sight))];
  return [
    ...(whole.length === 0 ? [] : await waitingTasks(work, inbox, whole)),
    ...(own.length === 0 ? [] : await waitingTasksAfter(work, inbox, own, checkedIn(steps))),
  ];
}

/** Tasks of steps that check: all that the caller may do, or less than nothing for each that he may not. */
async function countsOf(
  work: Statements,
  caller: Caller,
  tasks: readonly WaitingTask[],
  steps: CheckingSteps,
): Promise<InboxCount[]> {
  const checked = checkedIn(steps);
  const done = await doneBefore(
    work,
    tasks.map(({ caseId }) => ({ caseId, checked })),
  );
  const isBarred = (task: WaitingTask) =>
    barOf(caller, task, steps.get(task.sight)!.compiled, done) !== undefined;
  return tasks
    .filter((task) => isBarred(task) !== caller.standsIn)
    .map((task) => countOf(task, caller.standsIn ? 1 : -1));
}

const countOf = ({ isClaimed, sight, tone, dueOn }: WaitingTask, many: number): InboxCount => ({
  isClaimed,
  sight,
  counted: { [`${dueOn} ${tone}`]: many },
});

function knownCount({ isClaimed, sight, counted }: InboxCount): Known<CountKnown> {
  const { elementId, definitionChecksum } = sightFrom(sight);
  return asKnown({ isClaimed, counted, elementId, definitionChecksum });
}
