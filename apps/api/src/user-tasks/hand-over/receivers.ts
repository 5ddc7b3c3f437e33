import { Injectable } from '@nestjs/common';
import { can } from '@wuqing/access';
import {
  UnitOfWork,
  standingsInSeats,
  standingsOf,
  type PersonStanding,
  type Statements,
  type UnitRow,
} from '@wuqing/persistence';
import { initialsOf } from '@wuqing/search-words';
import { actorFrom } from '../../access/actor-from.js';
import { Official, type Caller } from '../../access/caller.js';
import { UnitDirectory } from '../../access/unit-directory.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { barToChecking } from '../../visibility/checked-work.js';
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
    const found = new Map<string, ReceiverView>();
    const units = await this.units.all();
    await this.unitOfWork.look(caller.actor, async (work) => {
      for (const id of new Set(taskIds.map((one) => one.toLowerCase())))
        for (const person of await this.ofTask(work, caller, id, units)) {
          const view = found.get(person.personId) ?? viewOf(person);
          found.set(person.personId, { ...view, taskIds: [...view.taskIds, id] });
        }
    });
    const items = [...found.values()].sort((one, other) => other.taskIds.length - one.taskIds.length);
    return { items };
  }

  /** Why the step may not be given to that person, as a Chinese sentence; undefined where it may. */
  async bar(work: Statements, seen: SeenTask, personId: string): Promise<string | undefined> {
    const [person] = await standingsOf(work, [personId], this.clock.today());
    return person ? this.barTo(work, seen, person, await this.units.all()) : NOT_HIS;
  }

  private async ofTask(
    work: Statements,
    caller: Caller,
    id: string,
    units: readonly UnitRow[],
  ): Promise<PersonStanding[]> {
    const seen = await this.handedBy(work, caller, id);
    if (!seen) return [];
    const able: PersonStanding[] = [];
    for (const person of await standingsInSeats(work, seen.row.candidates, this.clock.today())) {
      if (person.personId === seen.row.assigneeId || person.personId === caller.personId) continue;
      if ((await this.barTo(work, seen, person, units)) === undefined) able.push(person);
    }
    return able;
  }

  private async handedBy(work: Statements, caller: Caller, id: string): Promise<SeenTask | undefined> {
    try {
      return await this.tasks.require(work, caller, id, 'user-task.hand-over');
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  private async barTo(
    work: Statements,
    { row, definition }: SeenTask,
    person: PersonStanding,
    units: readonly UnitRow[],
  ): Promise<string | undefined> {
    const official = new Official(actorFrom(person.personId, person, units, this.clock.today()));
    const resource = { ...taskResource(row, definition), assigneeId: null };
    if (!can(official.access, 'user-task.claim', resource).allowed) return NOT_HIS;
    const isBarred = (await barToChecking(work, official, row, definition.compiled)) !== undefined;
    return isBarred ? '所选的人办理过本步骤要核对的工作，不能转办给他。' : undefined;
  }
}

const viewOf = ({ personId, personName, unitName }: PersonStanding): ReceiverView => ({
  id: personId,
  name: personName,
  initials: initialsOf(personName),
  unitName,
  taskIds: [],
});
