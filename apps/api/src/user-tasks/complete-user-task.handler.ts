import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { Completions } from './completions.js';
import type { CompleteUserTaskDto } from './dto/complete-user-task.dto.js';

/** 办理: one committed command row, then one update of the case's workflow. */
@Injectable()
export class CompleteUserTaskHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly completions: Completions,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: CompleteUserTaskDto): Promise<Settled> {
    const row = await this.unitOfWork.look(caller.actor, (work) =>
      this.completions.keep(work, caller, { id, key, body }),
    );
    return this.answer.of(caller, row, await this.sender.deliver(row), id);
  }
}
