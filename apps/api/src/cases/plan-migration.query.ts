import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from './case-reader.js';
import type { MigrationPlanDto, MigrationPlanView } from './dto/migration.dto.js';
import { dryRun, mappingOf, targetVersion } from './migration-target.js';

/** 迁移试算: whether a running case can go on by another version, and if not, why; nothing is written. */
@Injectable()
export class PlanMigrationQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string, body: MigrationPlanDto): Promise<MigrationPlanView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id, 'case.migrate');
      const target = await targetVersion(work, seen, body);
      const plan = await dryRun(work, seen, target, mappingOf(body, seen, target));
      const { nodes } = seen.definition.compiled;
      const reasons = plan.ok ? [] : plan.error;
      return {
        version: target.version,
        movable: plan.ok,
        reasons: reasons.map(({ elementId, reason }) => ({
          elementId,
          name: nodes[elementId]?.name ?? '',
          reason,
        })),
      };
    });
  }
}
