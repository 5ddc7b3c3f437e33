import { Injectable } from '@nestjs/common';
import { UnitOfWork, listCases } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, pageOf, readCursor, type Page } from '../http/page.js';
import { caseViewOf } from './case-view-of.js';
import type { CaseFilterDto } from './dto/case-filter.dto.js';
import type { CaseView } from './dto/case.view.js';
import { OpenProcesses } from './open-processes.js';

/** Cases of the units that the caller sees, the newest first. */
@Injectable()
export class ListCasesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly processes: OpenProcesses,
  ) {}

  async execute(
    caller: Caller,
    { unitId, processKey, status, q, after, limit }: CaseFilterDto,
  ): Promise<Page<CaseView>> {
    const reach = caller.reach();
    const unitIds = unitId === undefined ? reach : reach.filter((id) => id === unitId);
    const cursor = readCursor(after);
    const rows = await this.unitOfWork.run(caller.actor, async (work) => {
      const checksums = await this.processes.listed(work);
      return listCases(work, {
        unitIds,
        checksums,
        processKey,
        status,
        q: q?.trim() || undefined,
        after: cursor,
        limit: limit + 1,
      });
    });
    return pageOf(rows, limit, (row) => cursorOf(row.startedAt.toISOString(), row.id), caseViewOf);
  }
}
