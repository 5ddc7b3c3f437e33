import { Injectable } from '@nestjs/common';
import { can } from '@wuqing/access';
import {
  UnitOfWork,
  standingsInSeats,
  standingsOf,
  type PersonStanding,
  type Statements,
} from '@wuqing/persistence';
import { initialsOf } from '@wuqing/search-words';
import { actorsFrom } from '../../access/actor-from.js';
import { Official, type Caller } from '../../access/caller.js';
import { UnitDirectory } from '../../access/unit-directory.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { barsToChecking } from '../../visibility/checked-work.js';
import { taskResource } from '../../visibility/resources.js';
import { TaskReader, type SeenTask } from '../task-reader.js';
import type { ReceiverListView, ReceiverView } from './dto/receivers.view.js';

const NOT_HIS = '所选的人没有本步骤要求的职务，不能转办给他。';

/** Who may be given a step: whoever could claim it himself today, and nobody else. */
@Injectable()
export class Receivers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** For each of these steps that the caller may hand over; what he may not is as if it were not there. */
  async of(caller: Caller, taskIds: readonly string[]): Promise<ReceiverListView> {
    caller.addressed();
    return this.unitOfWork.look(caller.actor, async (work) => {
      const handed: SeenTask[] = [];
      for (const id of new Set(taskIds.map((one) => one.toLowerCase()))) {
        const seen = await this.handedBy(work, caller, id);
        if (seen) handed.push(seen);
      }
      const seats = handed.flatMap(({ row }) => row.candidates);
      const people = await standingsInSeats(work, seats, this.clock.today());
      return { items: viewsOf(people, await this.takenBy(work, caller, handed, people)) };
    });
  }

  /** Why the step may not be given to that person, as a Chinese sentence; undefined where it may. */
  async bar(work: Statements, seen: SeenTask, personId: string): Promise<string | undefined> {
    const people = await standingsOf(work, [personId], this.clock.today());
    const official = (await this.officials(people)).get(personId);
    return official ? (await barsOf(work, seen))(official) : NOT_HIS;
  }

  /** The steps that each could take, by person id. */
  private async takenBy(
    work: Statements,
    caller: Caller,
    handed: readonly SeenTask[],
    people: readonly PersonStanding[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const taken = new Map<string, string[]>();
    const officials = await this.officials(people);
    for (const seen of handed) {
      const barTo = await barsOf(work, seen);
      for (const [personId, official] of officials) {
        const isFree = personId !== seen.row.assigneeId && personId !== caller.personId;
        if (isFree && barTo(official) === undefined)
          taken.set(personId, [...(taken.get(personId) ?? []), seen.row.id]);
      }
    }
    return taken;
  }

  private async officials(people: readonly PersonStanding[]): Promise<ReadonlyMap<string, Official>> {
    const actors = actorsFrom(people, await this.units.all(), this.clock.today());
    return new Map([...actors].map(([personId, actor]) => [personId, new Official(actor)]));
  }

  private async handedBy(work: Statements, caller: Caller, id: string): Promise<SeenTask | undefined> {
    try {
      return await this.tasks.require(work, caller, id, 'user-task.hand-over');
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }
}

/** Why one may not be given the step; who did the work that it checks is asked for once. */
async function barsOf(
  work: Statements,
  { row, definition }: SeenTask,
): Promise<(official: Official) => string | undefined> {
  const barTo = await barsToChecking(work, row, definition.compiled);
  const resource = { ...taskResource(row, definition), assigneeId: null };
  return (official) => {
    if (!can(official.access, 'user-task.claim', resource).allowed) return NOT_HIS;
    return barTo(official) !== undefined ? '所选的人办理过本步骤要核对的工作，不能转办给他。' : undefined;
  };
}

/** Who can take most of them first. */
const viewsOf = (
  people: readonly PersonStanding[],
  taken: ReadonlyMap<string, readonly string[]>,
): ReceiverView[] =>
  people
    .flatMap(({ personId, personName, unitName }) => {
      const taskIds = taken.get(personId);
      const view = { id: personId, name: personName, initials: initialsOf(personName), unitName };
      return taskIds ? [{ ...view, taskIds: [...taskIds] }] : [];
    })
    .sort((one, other) => other.taskIds.length - one.taskIds.length);
