import { Injectable } from '@nestjs/common';
import { UnitOfWork, findCommand } from '@wuqing/persistence';
import type { CommandOutcome } from '@wuqing/workflow-contracts';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { sentenceOf } from './command-reply.js';
import type { CommandView } from './dto/command.view.js';

/** What became of a command of the caller's own; another person's does not exist. */
@Injectable()
export class ReadCommandQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(caller: Caller, id: string): Promise<CommandView> {
    const row = await this.unitOfWork.run(caller.actor, (work) => findCommand(work, id));
    if (!row || row.actorId !== caller.personId) throw notFound('没有找到这次提交,请回到事项页面查看。');
    const outcome = row.outcome as unknown as CommandOutcome | null;
    return {
      id: row.id,
      kind: row.kind,
      status: outcome?.status ?? 'pending',
      outcome: row.outcome,
      ...(outcome && outcome.status !== 'accepted' ? { problem: sentenceOf(outcome) } : {}),
      caseId: row.caseId,
      userTaskId: row.userTaskId,
    };
  }
}
