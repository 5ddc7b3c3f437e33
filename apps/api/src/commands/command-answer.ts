import { Injectable } from '@nestjs/common';
import type { DispatchAnswer } from '@wuqing/command-dispatch';
import { UnitOfWork, systemActor, type CommandRow, type Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { caseViewOf } from '../cases/case-view-of.js';
import { Reply } from '../http/reply.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { userTaskViewOf } from '../user-tasks/user-task-view-of.js';
import { VisibleRecords, placeless } from '../visibility/visible-records.js';
import { commandPath, pendingReply, requireAccepted } from './command-reply.js';

/** A step done may close its case to whoever did it: what became of his own act he is told all the same (`ownWrite`). */
const OWN_WRITE = systemActor('own-write');

/** An answer whose status tells what became of the command. */
export type Settled = Reply;

/** What the sender of a command reads: its own write, or the link under which the outcome will stand. */
@Injectable()
export class CommandAnswer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller, row: CommandRow, answer: DispatchAnswer, taskId?: string): Promise<Settled> {
    if (answer !== 'pending') requireAccepted(answer);
    const { mayCount, ...shown } = await this.unitOfWork.look(OWN_WRITE, (work) =>
      this.shown(work, caller, row, taskId),
    );
    if (answer === 'pending') return pendingReply(row.id, { case: shown.case });
    const status = row.kind === 'StartProcessInstance' ? 201 : 200;
    return new Reply(status, {
      outcome: mayCount ? answer : placeless(answer),
      ...shown,
      command: commandPath(row.id),
    });
  }

  private async shown(work: Statements, caller: Caller, row: CommandRow, taskId: string | undefined) {
    const { row: found, task, mayCount } = await this.records.ownWrite(work, caller, row, taskId);
    const calendar = await this.definitions.workingCalendar();
    return {
      mayCount,
      case: caseViewOf(found),
      ...(task ? { task: userTaskViewOf(task, caller.personId, this.clock.now(), calendar) } : {}),
    };
  }
}
