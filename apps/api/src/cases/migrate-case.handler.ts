import { Injectable } from '@nestjs/common';
import { UnitOfWork, findCommand, type CommandRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CommandAnswer, type Settled } from '../commands/command-answer.js';
import { CommandSender } from '../commands/command-sender.js';
import { caseCommand, caseCommandId } from './case-command.js';
import { CaseReader } from './case-reader.js';
import type { MigrateCaseDto } from './dto/migration.dto.js';
import { mappingOf, targetVersion } from './migration-target.js';

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
    const row = await this.unitOfWork.run(caller.actor, (work) => this.keep(work, caller, id, { key, body }));
    return this.answer.of(caller, row, await this.sender.deliver(row));
  }

  private async keep(work: Work, caller: Caller, id: string, { key, body }: Request): Promise<CommandRow> {
    const seen = await this.cases.require(work, caller, id, 'case.migrate');
    const request = { resource: 'migration' as const, key, body };
    const known = await findCommand(work, caseCommandId(caller, id, request));
    const { command, migrateTo } = known
      ? { command: known.body.command, migrateTo: known.body.migrateTo ?? '' }
      : await this.asked(work, seen, body);
    return this.sender.keep(work, caseCommand(caller, seen, request, command, { migrateTo }));
  }

  private async asked(work: Work, seen: Awaited<ReturnType<CaseReader['require']>>, body: MigrateCaseDto) {
    const target = await targetVersion(work, seen, body);
    const mapping = mappingOf(body, seen, target);
    const { timers, reason } = body;
    return {
      command: { type: 'MigrateProcessInstance' as const, mapping, timers, reason },
      migrateTo: target.checksum,
    };
  }
}

interface Request {
  readonly key: string;
  readonly body: MigrateCaseDto;
}
