import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { keepMigration } from '../cases/keep-migration.js';
import { commandPath } from '../commands/command-reply.js';
import { CommandSender } from '../commands/command-sender.js';
import { Problem, conflict } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { batchVersions, unitsToMigrateIn, type BatchVersions } from './batch-versions.js';
import type { MigrateBatchDto, MigratedCaseView } from './dto/batch.dto.js';

/**
 * 批量迁移: each case gets its own command, which the courier carries; what cannot be taken on says why, beside the others.
 * The request may be repeated whole: a case that has its command keeps it.
 */
@Injectable()
export class MigrateCasesHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly sender: CommandSender,
  ) {}

  async execute(caller: Caller, key: string, body: MigrateBatchDto): Promise<Reply> {
    unitsToMigrateIn(caller);
    const versions = await this.unitOfWork.run(caller.actor, (work) => batchVersions(work, body));
    const items: MigratedCaseView[] = [];
    for (const caseId of body.cases) items.push(await this.taken(caller, caseId, key, body, versions));
    return new Reply(202, { items });
  }

  private async taken(
    caller: Caller,
    caseId: string,
    key: string,
    body: MigrateBatchDto,
    versions: BatchVersions,
  ): Promise<MigratedCaseView> {
    try {
      return { caseId, command: await this.commandFor(caller, caseId, key, body, versions), problem: null };
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      return { caseId, command: null, problem: error.detail };
    }
  }

  private commandFor(
    caller: Caller,
    caseId: string,
    key: string,
    { version, mapping, timers, reason }: MigrateBatchDto,
    { from, to }: BatchVersions,
  ): Promise<string> {
    const one = { ...(version !== undefined && { version }), ...(mapping && { mapping }), timers, reason };
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId, 'case.migrate');
      const { definitionChecksum } = seen.row;
      if (definitionChecksum !== from.checksum && definitionChecksum !== to.checksum)
        throw conflict('该事项不按所选的原版本办理，请刷新后再试。');
      const row = await keepMigration(work, caller, seen, { key, body: one }, this.sender);
      return commandPath(row.id);
    });
  }
}
