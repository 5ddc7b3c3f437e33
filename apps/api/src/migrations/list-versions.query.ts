import { Injectable } from '@nestjs/common';
import { UnitOfWork, type VersionWithCases } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { unitsToMigrateIn } from './batch-versions.js';
import type { ProcessVersionsListView, ProcessVersionsView } from './dto/process-versions.view.js';
import { shownMoment } from '../http/shown-moment.js';

/** Processes whose running cases could go on by another version, with how many run by each. */
@Injectable()
export class ListVersionsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: VisibleLists,
  ) {}

  async execute(caller: Caller): Promise<ProcessVersionsListView> {
    const unitIds = unitsToMigrateIn(caller);
    const rows = await this.unitOfWork.run(caller.actor, (work) => this.lists.versions(work, unitIds));
    const items = [...new Set(rows.map(({ key }) => key))].map((key) =>
      processOf(rows.filter((row) => row.key === key)),
    );
    return { items: items.filter(({ versions }) => versions.some(({ running }) => running > 0)) };
  }
}

/** `rows`: of one process, the newest first; it is called as in that one. */
const processOf = (rows: readonly VersionWithCases[]): ProcessVersionsView => ({
  processKey: rows[0]!.key,
  processName: rows[0]!.name,
  versions: rows.map(({ version, state, effectiveFrom, running }) => ({
    version,
    inForce: state === 'in-force',
    effectiveFrom: shownMoment(effectiveFrom),
    running,
  })),
});
