import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { CommandOutcome } from '@wuqing/workflow-contracts';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { VisibleRecords } from '../visibility/visible-records.js';
import { sentenceOf } from './command-reply.js';
import type { CommandView } from './dto/command.view.js';

/**
 * What became of a command of the caller's own; another person's does not exist. A case that he may not know of is not named.
 */
@Injectable()
export class ReadCommandQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: VisibleRecords,
  ) {}

  async execute(caller: Caller, id: string): Promise<CommandView> {
    const row = await this.unitOfWork.run(caller.actor, (work) => this.records.command(work, caller, id));
    if (!row) throw notFound();
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
