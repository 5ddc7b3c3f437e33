import { Injectable } from '@nestjs/common';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { historyIn, incidentsOf } from '../visibility/case-records.js';
import type { DiagramView } from './dto/case-history.view.js';
import { executedPathOf, type ExecutedPath } from './executed-path.js';

/** The published diagram with the path that this case took. */
@Injectable()
export class ReadDiagramQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string): Promise<DiagramView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id);
      const { definition } = seen;
      const events = (await historyIn(work, seen)).flatMap((entry) => entry.events);
      const incidents = await incidentsOf(work, seen);
      return {
        xml: definition.xml,
        ...drawnOf(executedPathOf(events), definition.compiled),
        incidents: incidents.map(({ elementId }) => elementId),
      };
    });
  }
}

/** Only what the diagram shows: before a migration the case may have been where the new version has nothing. */
const drawnOf = (
  { taken, active, completed }: ExecutedPath,
  { nodes, flows }: ExecutableProcess,
): ExecutedPath => ({
  taken: among(taken, flows),
  active: active.filter((id) => Object.hasOwn(nodes, id)),
  completed: among(completed, nodes),
});

const among = (counts: Readonly<Record<string, number>>, drawn: object): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([id]) => Object.hasOwn(drawn, id)));
