import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { caseCommand } from './case-command.js';
import { requireEnding } from './village-bounds.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { CancelCaseDto } from './dto/case-command.dto.js';

/** 终止: the case ends where it stands, with a reason. */
@Injectable()
export class CancelCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: CancelCaseDto): Promise<Settled> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'case.cancel');
      requireEnding(caller, seen);
      const request = { resource: 'cancellation' as const, key, body };
      const command = { type: 'CancelProcessInstance' as const, reason: body.reason };
      return this.sender.keep(work, caseCommand(caller, seen, request, command));
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}
