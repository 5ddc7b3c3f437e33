import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, claimUserTask, releaseUserTask, type CommandRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { requireAccepted } from '../commands/command-reply.js';
import { CommandSender } from '../commands/command-sender.js';
import { Problem, conflict, denied } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { BulkApprovals } from './bulk-approvals.js';
import { changeTaskHolder } from './change-task-holder.js';
import { Completions } from './completions.js';
import type { BulkDto, BulkTaskDto } from './dto/bulk.dto.js';
import type { BulkResultView, BulkRowView } from './dto/bulk.view.js';
import { HandOverHandler } from './hand-over/hand-over.handler.js';
import { TaskReader } from './task-reader.js';

/** Undoes what a trial has written: it looks by the same road as the act. */
class OnlyTried extends Error {}

interface BulkRequest extends Omit<BulkDto, 'tasks'> {
  readonly key: string;
}

/** One act for many tasks, each in a transaction of its own: one that cannot be done holds up none of the others. */
@Injectable()
export class BulkHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly completions: Completions,
    private readonly sender: CommandSender,
    private readonly clock: Clock,
    private readonly approvals: BulkApprovals,
    private readonly handOver: HandOverHandler,
  ) {}

  async execute(caller: Caller, key: string, { tasks, ...body }: BulkDto): Promise<BulkResultView> {
    caller.addressed();
    const items: BulkRowView[] = [];
    for (const task of tasks) items.push(await this.one(caller, { ...body, key }, task));
    return { dryRun: body.dryRun, items };
  }

  private async one(caller: Caller, request: BulkRequest, task: BulkTaskDto): Promise<BulkRowView> {
    const id = task.id.toLowerCase();
    try {
      const command = await this.tried(caller, request, { ...task, id });
      const answer = command && (await this.sender.deliver(command));
      if (answer === 'pending') return { id, result: 'pending', reason: null };
      if (answer) requireAccepted(answer);
      return { id, result: 'ok', reason: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { id, result: 'refused', reason: error.extensions.errors?.[0]?.message ?? error.detail };
    }
  }

  /** The command that was kept, where the act is one. */
  private async tried(
    caller: Caller,
    request: BulkRequest,
    task: BulkTaskDto,
  ): Promise<CommandRow | undefined> {
    try {
      return await this.unitOfWork.run(caller.actor, async (work) => {
        const command = await this.act(work, caller, request, task);
        if (request.dryRun) throw new OnlyTried();
        return command;
      });
    } catch (error) {
      if (error instanceof OnlyTried) return undefined;
      throw error;
    }
  }

  private async act(
    work: Work,
    caller: Caller,
    request: BulkRequest,
    task: BulkTaskDto,
  ): Promise<CommandRow | undefined> {
    if (request.action === 'approve') return this.approve(work, caller, request, task);
    if (request.action === 'claim') await this.claim(work, caller, task);
    else if (request.action === 'release') await this.release(work, caller, task);
    else await this.handOver.perform(work, caller, task.id, { ...task, ...handedTo(request) });
    return undefined;
  }

  private async claim(work: Work, caller: Caller, { id, rowVersion }: BulkTaskDto): Promise<void> {
    const { row } = await this.tasks.requireFree(work, caller, id, 'user-task.claim');
    if (row.assigneeId === caller.personId && row.state === 'open') return;
    const change = () => claimUserTask(work, id, rowVersion, caller.personId);
    await changeTaskHolder(work, caller, row, { action: 'ClaimUserTask', change }, this.clock.now());
  }

  private async release(work: Work, caller: Caller, { id, rowVersion }: BulkTaskDto): Promise<void> {
    const { row } = await this.tasks.require(work, caller, id, 'user-task.release');
    const holderId = row.assigneeId;
    if (holderId === null || row.state !== 'open')
      throw conflict('该待办尚未签收或已办结，无须退还，请刷新。');
    const change = () => releaseUserTask(work, id, rowVersion, holderId);
    await changeTaskHolder(work, caller, row, { action: 'ReleaseUserTask', change }, this.clock.now());
  }

  private async approve(
    work: Work,
    caller: Caller,
    { key, opinion }: BulkRequest,
    { id, rowVersion }: BulkTaskDto,
  ): Promise<CommandRow> {
    const seen = await this.tasks.require(work, caller, id, 'user-task.read');
    const approval = await this.approvals.of(seen.row, seen.definition);
    if (!approval.allowed) throw denied(`${approval.reason}。`);
    const submission = approval.submissionWith(opinion?.trim() || undefined);
    return this.completions.keep(work, caller, { id, key, body: { rowVersion, submission } });
  }
}

/** The door has seen that both are there. */
const handedTo = ({ personId, reason }: BulkRequest) => ({
  personId: required(personId, 'the person of a bulk hand-over'),
  reason: required(reason, 'the reason of a bulk hand-over'),
});
