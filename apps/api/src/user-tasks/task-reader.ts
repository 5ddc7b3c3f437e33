import { Injectable } from '@nestjs/common';
import type { Action } from '@wuqing/access';
import { UnitOfWork, type Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { taskResource } from '../visibility/resources.js';
import { barToChecking } from '../visibility/checked-work.js';
import { conflict, denied, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { VisibleRecords, type SeenTask } from '../visibility/visible-records.js';
import type { UserTaskView } from './dto/user-task.view.js';
import { userTaskViewOf } from './user-task-view-of.js';

export type { SeenTask };

/** Unknown and hidden are one answer. */
const noSuchTask = () => notFound();

/** Finds a user task for someone who may do `action` to it; what they may not even see does not exist. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async require(work: Statements, caller: Caller, id: string, action: Action): Promise<SeenTask> {
    const seen = await this.records.task(work, caller, id);
    if (!seen) throw noSuchTask();
    caller.require(action, taskResource(seen.row, seen.definition));
    return seen;
  }

  /** Like `require`, for the hands: what a colleague has claimed (another than `except`) is a conflict, not a denial. */
  async requireFree(
    work: Statements,
    caller: Caller,
    id: string,
    action: 'user-task.claim' | 'user-task.complete' | 'user-task.hand-over',
    except?: string,
  ): Promise<SeenTask> {
    const seen = await this.require(work, caller, id, 'user-task.read');
    const resource = taskResource(seen.row, seen.definition);
    const { assigneeId } = seen.row;
    const isAnothers = assigneeId !== null && assigneeId !== caller.personId;
    caller.require(action, isAnothers ? { ...resource, assigneeId: null } : resource);
    if (isAnothers && assigneeId !== except) throw conflict('该待办已由他人签收，请等待其办理或退还。');
    const bar = await barToChecking(work, caller, seen.row, seen.definition.compiled);
    if (bar !== undefined) throw denied(bar);
    return seen;
  }

  /** The row as it is now, for the answer to whoever was allowed the act. */
  async view(caller: Caller, id: string): Promise<UserTaskView> {
    const calendar = await this.definitions.workingCalendar();
    const row = await this.unitOfWork.run(caller.actor, (work) => this.records.askedTask(work, id));
    return userTaskViewOf(row, caller.personId, this.clock.now(), calendar);
  }
}
