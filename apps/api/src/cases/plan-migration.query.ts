import { Injectable } from '@nestjs/common';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { allSteps } from './choices/step-choices.js';
import type { ElementView } from './dto/case-detail.view.js';
import type { MigrationPlanDto, MigrationPlanView } from './dto/migration.dto.js';
import { dryRun, mappingOf, targetVersion } from './migration-target.js';

/** 迁移试算: whether a running case can go on by another version, where each step goes, and if not, why; nothing is written. */
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
      const mapping = mappingOf(body, seen, target);
      const { immovable, running } = await dryRun(work, seen, target, mapping);
      const from = seen.definition.compiled;
      const newIdOf = (id: string): string => (Object.hasOwn(mapping, id) ? mapping[id]! : id);
      return {
        version: target.version,
        movable: immovable.length === 0,
        reasons: immovable.map(({ elementId, reason }) => ({ ...named(from, elementId), reason })),
        moves: running.map((elementId) => {
          const to = newIdOf(elementId);
          const isThere = Object.hasOwn(target.compiled.nodes, to);
          return { ...named(from, elementId), to: isThere ? named(target.compiled, to) : null };
        }),
        steps: allSteps(target.compiled),
      };
    });
  }
}

const named = ({ nodes }: ExecutableProcess, elementId: string): ElementView => ({
  elementId,
  name: (Object.hasOwn(nodes, elementId) ? nodes[elementId]?.name : undefined) ?? '',
});
