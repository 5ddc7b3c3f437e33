import { Injectable } from '@nestjs/common';
import { UnitOfWork, type CaseRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { caseViewOf } from '../cases/case-view-of.js';
import { allSteps } from '../cases/choices/step-choices.js';
import { dryRun } from '../cases/migration-target.js';
import { cursorOf, readCursor } from '../http/page.js';
import type { Known } from '../visibility/known.js';
import { pageOfKnown } from '../visibility/known-page.js';
import { VisibleLists } from '../visibility/visible-lists.js';
import { batchVersions, unitsToMigrateIn, type BatchVersions } from './batch-versions.js';
import type { PlanBatchDto, PlanBatchView, PlannedCaseView } from './dto/batch.dto.js';

/** 批量迁移试算: which of the running cases of one version can go on by another, and why the rest cannot; nothing is written. */
@Injectable()
export class PlanMigrationsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly lists: VisibleLists,
  ) {}

  async execute(caller: Caller, body: PlanBatchDto): Promise<PlanBatchView> {
    const unitIds = unitsToMigrateIn(caller);
    const after = readCursor(body.after);
    return this.unitOfWork.run(caller.actor, async (work) => {
      const versions = await batchVersions(work, body);
      const asked = { status: 'running', rootsBy: versions.from.checksum, after, limit: body.limit };
      const known = await this.lists.cases(work, caller, asked, unitIds);
      const plans = new Map<string, PlannedCaseView>();
      for (const row of known.rows) plans.set(row.id, await this.planned(work, caller, row, versions));
      const page = pageOfKnown(known, cursorOf, ({ id }) => plans.get(id)!);
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
    row: Known<CaseRow>,
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
