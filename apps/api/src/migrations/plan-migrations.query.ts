import { Injectable } from '@nestjs/common';
import { UnitOfWork, listCases, type CaseRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../cases/case-reader.js';
import { caseViewOf } from '../cases/case-view-of.js';
import { allSteps } from '../cases/choices/step-choices.js';
import { dryRun } from '../cases/migration-target.js';
import { OpenProcesses } from '../cases/open-processes.js';
import { cursorOf, pageOf, readCursor } from '../http/page.js';
import { batchVersions, unitsToMigrateIn, type BatchVersions } from './batch-versions.js';
import type { PlanBatchDto, PlanBatchView, PlannedCaseView } from './dto/batch.dto.js';

/** 批量迁移试算: which of the running cases of one version can go on by another, and why the rest cannot; nothing is written. */
@Injectable()
export class PlanMigrationsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly processes: OpenProcesses,
  ) {}

  async execute(caller: Caller, body: PlanBatchDto): Promise<PlanBatchView> {
    const unitIds = unitsToMigrateIn(caller);
    const after = readCursor(body.after);
    return this.unitOfWork.run(caller.actor, async (work) => {
      const versions = await batchVersions(work, body);
      const checksums = await this.processes.listed(work);
      const scope = { unitIds, checksums, status: 'running', rootsBy: versions.from.checksum };
      const rows = await listCases(work, { ...scope, after, limit: body.limit + 1 });
      const plans = new Map<string, PlannedCaseView>();
      for (const row of rows.slice(0, body.limit))
        plans.set(row.id, await this.planned(work, caller, row, versions));
      const page = pageOf(
        rows,
        body.limit,
        (row) => cursorOf(row.startedAt.toISOString(), row.id),
        ({ id }) => plans.get(id)!,
      );
      return {
        version: versions.to.version,
        items: [...page.items],
        steps: allSteps(versions.to.compiled),
        next: page.next,
      };
    });
  }

  private async planned(
    work: Work,
    caller: Caller,
    row: CaseRow,
    { to, mapping }: BatchVersions,
  ): Promise<PlannedCaseView> {
    const seen = await this.cases.require(work, caller, row.id, 'case.migrate');
    const { immovable } = await dryRun(work, seen, to, mapping);
    const { nodes } = seen.definition.compiled;
    return {
      case: caseViewOf(row),
      movable: immovable.length === 0,
      reasons: immovable.map(({ elementId, reason }) => ({
        elementId,
        name: nodes[elementId]?.name ?? '',
        reason,
      })),
    };
  }
}
