import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { MigrateCaseDto } from './dto/migration.dto.js';
import { keepMigration } from './keep-migration.js';

/** 迁移: a running case goes on by another version of its process; the engine moves all of it, or nothing. */
@Injectable()
export class MigrateCaseHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
    private readonly answer: CommandAnswer,
  ) {}

  async execute(caller: Caller, id: string, key: string, body: MigrateCaseDto): Promise<Settled> {
    const row = await this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'case.migrate');
      return keepMigration(work, caller, seen, { key, body }, this.sender);
    });
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }
}
